package io.firebreak.newsroom;

import java.util.List;
import java.util.Locale;

/** The languages in which the site's own words exist. */
final class SiteLanguage {

    private static final List<String> SPOKEN = List.of("en", "es", "it", "pl");

    private SiteLanguage() {}

    static List<String> tags() {
        return SPOKEN;
    }

    static boolean isSpoken(String tag) {
        return tag != null && SPOKEN.contains(tag);
    }

    /** The language of the site's words around a text: the text's own where they exist in it. */
    static Locale around(Locale text, Locale house) {
        return isSpoken(text.getLanguage()) ? text : house;
    }
}
