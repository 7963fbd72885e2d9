package io.firebreak.newsroom;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A statement with all that the public was ever told in it.
 *
 * @param releases at least one, by version from 1 on, without a gap
 */
record PublishedStatement(List<PublishedRelease> releases) {

    PublishedStatement {
        releases = List.copyOf(releases);
    }

    String slug() {
        return first().slug();
    }

    PublishedRelease first() {
        return releases.get(0);
    }

    PublishedRelease newest() {
        return releases.get(releases.size() - 1);
    }

    /** All releases but the first, newest first. */
    List<PublishedRelease> corrections() {
        return newestFirst(releases.subList(1, releases.size()));
    }

    /** All releases but the newest, newest first. */
    List<PublishedRelease> superseded() {
        return newestFirst(releases.subList(0, releases.size() - 1));
    }

    PublishedRelease successorOf(PublishedRelease release) {
        return releases.get(release.version());
    }

    boolean isCorrected() {
        return releases.size() > 1;
    }

    Instant publishedAt() {
        return first().releasedAt();
    }

    Instant updatedAt() {
        return newest().releasedAt();
    }

    private static List<PublishedRelease> newestFirst(List<PublishedRelease> releases) {
        List<PublishedRelease> reversed = new ArrayList<>(releases);
        Collections.reverse(reversed);
        return List.copyOf(reversed);
    }
}
