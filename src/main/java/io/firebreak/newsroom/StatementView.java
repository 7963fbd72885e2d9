package io.firebreak.newsroom;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A statement as a page shows it.
 *
 * @param latest its present version
 * @param versions all of them, newest first
 * @param notices what was taken down elsewhere, oldest first
 * @param id how feeds call it
 */
record StatementView(
        String id,
        String path,
        ReleaseView latest,
        Moment publishedAt,
        boolean corrected,
        List<ReleaseView> versions,
        List<NoticeView> notices) {

    StatementView {
        versions = List.copyOf(versions);
        notices = List.copyOf(notices);
    }

    static StatementView of(PublicStatement statement, ZoneId zone, Locale around) {
        List<ReleaseView> versions = statement.newestFirst().stream()
                .map(release -> ReleaseView.of(release, pathOf(statement, release), zone, around))
                .toList();
        return new StatementView(
                "urn:uuid:" + statement.id(),
                Paths.statement(statement.slug()),
                versions.get(0),
                Moment.of(statement.publishedAt(), zone, around),
                statement.isCorrected(),
                versions,
                statement.notices().stream()
                        .map(notice -> NoticeView.of(notice, zone, around))
                        .toList());
    }

    ReleaseView version(int number) {
        Optional<ReleaseView> wanted =
                versions.stream().filter(release -> release.version() == number).findFirst();
        return wanted.orElseThrow();
    }

    private static String pathOf(PublicStatement statement, PublishedRelease release) {
        boolean present = release.version() == statement.latest().version();
        return present ? Paths.statement(statement.slug()) : Paths.version(statement.slug(), release.version());
    }
}
