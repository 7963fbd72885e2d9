package io.firebreak.notification.answer;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What a link says: which question it answers, how, and until when. Written as 78 signs that fit into an address: a
 * version, the act, the question, the end in seconds since 1970, and a keyed hash over all of it.
 *
 * @param ask the question, which knows who was asked
 * @param expiresAt exclusive, to the second
 */
record AnswerToken(UUID ask, Act act, Instant expiresAt) {

    private static final byte VERSION = 1;
    private static final String ALGORITHM = "HmacSHA256";
    private static final int CONTENT_BYTES = 1 + 1 + 16 + 8;
    private static final int HASH_BYTES = 32;

    /** What else is signed with the same key must not look like one of these. */
    private static final byte[] PURPOSE = "firebreak answer link".getBytes(StandardCharsets.UTF_8);

    String write(byte[] key) {
        byte[] content = ByteBuffer.allocate(CONTENT_BYTES)
                .put(VERSION)
                .put((byte) act.code())
                .putLong(ask.getMostSignificantBits())
                .putLong(ask.getLeastSignificantBits())
                .putLong(expiresAt.getEpochSecond())
                .array();
        byte[] whole = ByteBuffer.allocate(CONTENT_BYTES + HASH_BYTES)
                .put(content)
                .put(hash(content, key))
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(whole);
    }

    /** What a link says that we have signed; empty for any other text. Whether it has expired is another question. */
    static Optional<AnswerToken> read(String written, byte[] key) {
        byte[] whole = decoded(written);
        if (whole.length != CONTENT_BYTES + HASH_BYTES) {
            return Optional.empty();
        }
        byte[] content = Arrays.copyOf(whole, CONTENT_BYTES);
        byte[] hash = Arrays.copyOfRange(whole, CONTENT_BYTES, whole.length);
        // takes as long for a wrong first byte as for a wrong last one
        if (!MessageDigest.isEqual(hash(content, key), hash)) {
            return Optional.empty();
        }
        return read(ByteBuffer.wrap(content));
    }

    private static Optional<AnswerToken> read(ByteBuffer content) {
        byte version = content.get();
        int code = content.get();
        UUID ask = new UUID(content.getLong(), content.getLong());
        Instant expiresAt = Instant.ofEpochSecond(content.getLong());
        return Arrays.stream(Act.values())
                .filter(act -> version == VERSION && act.code() == code)
                .findFirst()
                .map(act -> new AnswerToken(ask, act, expiresAt));
    }

    /** The bytes, if this is the one way to write them. */
    private static byte[] decoded(String written) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(written);
            boolean usual = Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(bytes)
                    .equals(written);
            return usual ? bytes : new byte[0];
        } catch (IllegalArgumentException noBase64) {
            return new byte[0];
        }
    }

    private static byte[] hash(byte[] content, byte[] key) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            mac.update(PURPOSE);
            return mac.doFinal(content);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java platform has " + ALGORITHM, impossible);
        }
    }
}
