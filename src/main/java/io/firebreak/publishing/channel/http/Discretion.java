package io.firebreak.publishing.channel.http;

import java.util.Arrays;
import java.util.Objects;

/** Keeps secrets out of sentences: a server may repeat in its complaint what it was sent. */
public final class Discretion {

    private Discretion() {}

    /**
     * @param said may be null
     * @param secrets may hold null
     */
    public static String hide(String said, String... secrets) {
        if (said == null) {
            return null;
        }
        return Arrays.stream(secrets)
                .filter(Objects::nonNull)
                .filter(secret -> !secret.isBlank())
                .reduce(said, (sentence, secret) -> sentence.replace(secret, "…"));
    }
}
