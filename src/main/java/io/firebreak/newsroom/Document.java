package io.firebreak.newsroom;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;

/** What is sent to readers: bytes that never change, with what caches have to know about them. */
final class Document {

    private final String contentType;
    private final byte[] bytes;
    private final String etag;
    private final Instant lastModified;

    /**
     * @param renderedAt since when these bytes are served; kept in whole seconds, as HTTP tells it
     */
    Document(String contentType, String text, Instant renderedAt) {
        this(contentType, text.getBytes(StandardCharsets.UTF_8), renderedAt);
    }

    Document(String contentType, byte[] bytes, Instant renderedAt) {
        this.contentType = contentType;
        this.bytes = bytes;
        this.etag = "\"" + fingerprint(bytes) + "\"";
        this.lastModified = renderedAt.truncatedTo(ChronoUnit.SECONDS);
    }

    private static String fingerprint(byte[] bytes) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }

    String contentType() {
        return contentType;
    }

    byte[] bytes() {
        return bytes;
    }

    /** A strong entity tag, in its quotes. */
    String etag() {
        return etag;
    }

    Instant lastModified() {
        return lastModified;
    }
}
