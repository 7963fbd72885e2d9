package io.firebreak.publishing;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.security.crypto.encrypt.AesBytesEncryptor;
import org.springframework.security.crypto.encrypt.AesBytesEncryptor.CipherAlgorithm;
import org.springframework.security.crypto.encrypt.BytesEncryptor;
import org.springframework.security.crypto.keygen.KeyGenerators;
import org.springframework.stereotype.Component;

/** Encrypts what must not be readable in the database: AES-256-GCM, with a key that is not in the database. */
@Component
class SecretBox {

    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 16;

    private final BytesEncryptor encryptor;

    SecretBox(PublishingProperties properties) {
        this.encryptor = encryptor(properties.publishing().secretKey());
    }

    private static BytesEncryptor encryptor(String key) {
        if (key == null || key.isBlank()) {
            return null;
        }
        byte[] bytes = decoded(key.strip());
        if (bytes.length != KEY_BYTES) {
            throw new IllegalArgumentException(
                    "firebreak.publishing.secret-key must be 32 bytes in base64; make one with: openssl rand -base64 32");
        }
        return new AesBytesEncryptor(
                new SecretKeySpec(bytes, "AES"), KeyGenerators.secureRandom(NONCE_BYTES), CipherAlgorithm.GCM);
    }

    private static byte[] decoded(String key) {
        try {
            return Base64.getDecoder().decode(key);
        } catch (IllegalArgumentException noBase64) {
            return new byte[0];
        }
    }

    /** Whether there is a key; without one nothing secret may be kept. */
    boolean canKeep() {
        return encryptor != null;
    }

    byte[] lock(String secret) {
        return encryptor.encrypt(secret.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * @return null when it was encrypted with another key or was changed: then it is as good as not there
     */
    String open(byte[] locked) {
        try {
            return new String(encryptor.decrypt(locked), StandardCharsets.UTF_8);
        } catch (IllegalStateException unreadable) {
            return null;
        }
    }
}
