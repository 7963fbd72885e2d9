package io.firebreak.language;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** A language in which Firebreak speaks to those who work with it. */
public enum StaffLanguage {
    ENGLISH("en"),
    SPANISH("es"),
    ITALIAN("it"),
    POLISH("pl");

    private final String code;

    StaffLanguage(String code) {
        this.code = code;
    }

    /** By BCP 47, without a region. */
    public String code() {
        return code;
    }

    /** By whose customs dates and numbers are written: a day before its month, and 24 hours. */
    public Locale locale() {
        return this == ENGLISH ? Locale.UK : Locale.forLanguageTag(code);
    }

    /** Those that are translated into. */
    public static List<StaffLanguage> translated() {
        return List.of(SPANISH, ITALIAN, POLISH);
    }

    /**
     * The language of a tag of BCP 47, whatever its region.
     *
     * @param tag may be null or malformed
     */
    public static Optional<StaffLanguage> of(String tag) {
        String code = tag == null ? "" : Locale.forLanguageTag(tag).getLanguage();
        return Stream.of(values())
                .filter(language -> language.code.equals(code))
                .findFirst();
    }
}
