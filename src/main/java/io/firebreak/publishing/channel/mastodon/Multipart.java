package io.firebreak.publishing.channel.mastodon;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.springframework.http.MediaType;

/** A form with a file, byte for byte the same for the same content (RFC 7578). */
final class Multipart {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final String boundary;

    /**
     * @param name letters, digits, points and dashes; together with the prefix it must not occur in the content
     */
    Multipart(String name) {
        boundary = "firebreak-form-data-" + name;
    }

    void field(String name, String value) {
        write("--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n".formatted(boundary, name));
        write(value + "\r\n");
    }

    void file(String name, String fileName, String mediaType, byte[] content) {
        write("--%s\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"%s\"\r\nContent-Type: %s\r\n\r\n"
                .formatted(boundary, name, fileName, mediaType));
        bytes.writeBytes(content);
        write("\r\n");
    }

    MediaType mediaType() {
        return MediaType.parseMediaType("multipart/form-data; boundary=" + boundary);
    }

    /** The whole form; nothing can be added after it. */
    byte[] bytes() {
        write("--%s--\r\n".formatted(boundary));
        return bytes.toByteArray();
    }

    private void write(String text) {
        bytes.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }
}
