package io.firebreak.newsroom;

import io.firebreak.rule.TextBody;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

/**
 * A release as a page shows it.
 *
 * @param language of title, body and note
 * @param path where this version is read
 * @param takenDownAt when its words were replaced by those that say why they are gone; null as long as they stand
 * @param correctionNote what it corrects; null for a first release
 */
record ReleaseView(
        int version,
        WrittenLanguage language,
        String title,
        TextBody body,
        String excerpt,
        TextBody correctionNote,
        List<PublishedPicture> pictures,
        Moment releasedAt,
        Moment takenDownAt,
        String path) {

    /**
     * @param path where this version is read
     * @param around the language of the words and dates around it
     */
    static ReleaseView of(PublishedRelease release, String path, ZoneId zone, Locale around) {
        Locale language = Locale.forLanguageTag(release.language());
        TextBody body = TextBody.of(release.body());
        return new ReleaseView(
                release.version(),
                WrittenLanguage.of(language),
                release.title(),
                body,
                Excerpt.of(body.opening(), language),
                release.correctionNote() == null ? null : TextBody.of(release.correctionNote()),
                release.pictures(),
                Moment.of(release.releasedAt(), zone, around),
                release.takenDownAt() == null ? null : Moment.of(release.takenDownAt(), zone, around),
                path);
    }
}
