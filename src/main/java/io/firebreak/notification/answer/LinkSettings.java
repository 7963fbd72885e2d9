package io.firebreak.notification.answer;

import java.util.Base64;

/**
 * Where links lead.
 *
 * @param key that signs them; null: it is made once and kept in the database
 * @param baseUrl how our people reach this installation, without a slash at its end
 * @param tasklist the address of the list of tasks
 */
public record LinkSettings(byte[] key, String baseUrl, String tasklist) {

    static final int KEY_BYTES = 32;

    /**
     * @param key in base64; null or blank: none is set
     * @throws IllegalArgumentException with a sentence that says what to set
     */
    public static LinkSettings of(String key, String baseUrl, String webapps) {
        String base = baseUrl.replaceFirst("/+$", "");
        return new LinkSettings(decoded(key), base, base + webapps + "/app/tasklist/default/");
    }

    private static byte[] decoded(String key) {
        if (key == null || key.isBlank()) {
            return null;
        }
        try {
            byte[] bytes = Base64.getDecoder().decode(key.strip());
            if (bytes.length == KEY_BYTES) {
                return bytes;
            }
        } catch (IllegalArgumentException noBase64) {
            // the sentence below says what to do
        }
        throw new IllegalArgumentException(
                "firebreak.notification.link-key must be 32 bytes in base64; make one with: openssl rand -base64 32");
    }

    /** Without the key. */
    @Override
    public String toString() {
        return "links to " + baseUrl;
    }
}
