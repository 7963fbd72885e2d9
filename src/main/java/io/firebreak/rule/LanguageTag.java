package io.firebreak.rule;

import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Set;

/** The language of a text: a BCP 47 tag whose language exists, such as {@code es}, {@code pl} or {@code pt-BR}. */
public final class LanguageTag {

    private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());

    /** What BCP 47 asks programs to have room for. */
    private static final int MAXIMUM_LENGTH = 35;

    private LanguageTag() {}

    /**
     * The tag in its usual spelling.
     *
     * @throws Refusal when it is missing, malformed, or names no language
     */
    public static String require(String field, String tag) {
        try {
            Locale locale = new Locale.Builder()
                    .setLanguageTag(tag == null ? "" : tag.strip())
                    .build();
            String usual = locale.toLanguageTag();
            if (LANGUAGES.contains(locale.getLanguage()) && usual.length() <= MAXIMUM_LENGTH) {
                return usual;
            }
        } catch (IllformedLocaleException malformed) {
            // the sentence below says what to do
        }
        throw Refusal.invalid(
                field, "The language is missing or unknown; please give its code, for example en, es, it or pl.");
    }

    /** The language itself, without region or script: {@code pt} of {@code pt-BR}. */
    public static String primary(String tag) {
        return Locale.forLanguageTag(tag).getLanguage();
    }
}
