package io.firebreak.newsroom;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.UUID;

/**
 * One approved text on its way to the public.
 *
 * <p>The texts are plain text, never markup. Line ends are normalised to {@code \n}; nothing else is changed.
 *
 * @param statementId the statement; its first release makes the page
 * @param versionId the approved version; released at most once
 * @param language the language of the texts, a BCP 47 tag such as {@code es} or {@code pt-BR}
 * @param title one line, at most {@value #TITLE_LIMIT} characters
 * @param body at most {@value #BODY_LIMIT} characters; a blank line starts a new paragraph
 * @param correctionNote what was wrong and is right now, at most {@value #NOTE_LIMIT} characters; null for the first
 *     release of a statement and for no other
 * @param releasedAt the moment that readers are shown; kept to the millisecond
 * @throws IllegalArgumentException with a sentence for people, when a value is missing, too long or can't be shown
 */
public record NewsroomRelease(
        UUID statementId,
        UUID versionId,
        String language,
        String title,
        String body,
        String correctionNote,
        Instant releasedAt) {

    static final int TITLE_LIMIT = 500;
    static final int BODY_LIMIT = 500_000;
    static final int NOTE_LIMIT = 10_000;

    public NewsroomRelease {
        requirePresent(statementId, "the statement it belongs to");
        requirePresent(versionId, "the version that was approved");
        requirePresent(releasedAt, "the time of its release");
        releasedAt = releasedAt.truncatedTo(ChronoUnit.MILLIS);
        language = languageTag(language);
        title = PublicText.require("title", title, TITLE_LIMIT);
        PublicText.requireOneLine("title", title);
        body = PublicText.require("text", body, BODY_LIMIT);
        correctionNote =
                correctionNote == null ? null : PublicText.require("correction note", correctionNote, NOTE_LIMIT);
    }

    private static void requirePresent(Object value, String what) {
        if (value == null) {
            throw new IllegalArgumentException("A release must name " + what + ".");
        }
    }

    private static String languageTag(String language) {
        try {
            Locale locale = new Locale.Builder()
                    .setLanguageTag(language == null ? "" : language)
                    .build();
            if (!locale.getLanguage().isEmpty()) {
                return locale.toLanguageTag();
            }
        } catch (IllformedLocaleException ill) {
            // told below, together with the empty tag
        }
        throw new IllegalArgumentException(
                "The language of a release must be a BCP 47 tag such as es, it, pl or pt-BR.");
    }
}
