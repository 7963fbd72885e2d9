package io.firebreak.statement;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/**
 * One text that a case addresses to the public, over all its versions.
 *
 * @param position grows with each that is made, over all cases
 * @param language of a translation, a BCP 47 tag; null for any other, whose versions say it
 * @param translationOf the statement that a translation says in another language; null for any other
 * @param wordKeptAt when the next word that it promises was given; null before, and where nothing is promised
 * @param wordMissedAt when the moment passed that it promises; null before, and where nothing is promised
 */
public record Statement(
        UUID id,
        String caseReference,
        long position,
        StatementKind kind,
        String language,
        UUID translationOf,
        Instant createdAt,
        Instant wordKeptAt,
        Instant wordMissedAt) {

    /** How people call it in a sentence, as in "Version 2 of the statement". */
    public String called() {
        return called(kind, language);
    }

    /** The same, of one that is known by its kind and language alone. */
    public static String called(StatementKind kind, String language) {
        return switch (kind) {
            case STATEMENT -> "the statement";
            case HOLDING -> "the holding statement";
            case TRANSLATION -> "the translation into " + nameOf(language);
        };
    }

    /** The English name of a language. */
    static String nameOf(String language) {
        return Locale.forLanguageTag(language).getDisplayName(Locale.ENGLISH);
    }
}
