package io.firebreak.rule;

import java.net.URI;
import java.net.URISyntaxException;

/** Links that people hand in. Only http and https: they are going to be clicked. */
public final class WebAddress {

    private WebAddress() {}

    /**
     * @param text null where there is none
     * @return the same text
     * @throws Refusal when it is something else than a web address
     */
    public static String require(String field, String text) {
        if (text == null) {
            return null;
        }
        try {
            URI address = new URI(text);
            boolean web = "https".equalsIgnoreCase(address.getScheme()) || "http".equalsIgnoreCase(address.getScheme());
            if (web && address.getHost() != null) {
                return text;
            }
        } catch (URISyntaxException malformed) {
            // the sentence below says what to do
        }
        throw Refusal.invalid(field, "The link is no web address; please give one that begins with https://.");
    }
}
