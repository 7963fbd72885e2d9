package io.firebreak.publishing.channel.http;

import java.util.Arrays;
import java.util.Objects;
import java.util.regex.Pattern;

/** Keeps secrets out of sentences: a server may repeat in its complaint what it was sent. */
public final class Discretion {

    /** A token that says so itself (RFC 7519). */
    private static final Pattern TOKEN = Pattern.compile("eyJ[\\w-]+\\.[\\w.-]+");

    private Discretion() {}

    /**
     * @param said may be null
     * @param secrets may hold null
     */
    public static String hide(String said, String... secrets) {
        if (said == null) {
            return null;
        }
        String withoutTokens = TOKEN.matcher(said).replaceAll("…");
        return Arrays.stream(secrets)
                .filter(Objects::nonNull)
                .filter(secret -> !secret.isBlank())
                .reduce(withoutTokens, (sentence, secret) -> sentence.replace(secret, "…"));
    }
}
