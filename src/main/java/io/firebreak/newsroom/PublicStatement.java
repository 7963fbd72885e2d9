package io.firebreak.newsroom;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;

/**
 * A statement as the public knows it.
 *
 * @param releases at least one, oldest first
 */
record PublicStatement(UUID id, String slug, List<PublishedRelease> releases) {

    PublicStatement {
        releases = List.copyOf(releases);
    }

    static PublicStatement of(PublishedRelease first) {
        return new PublicStatement(first.statementId(), first.slug(), List.of(first));
    }

    PublicStatement with(PublishedRelease next) {
        List<PublishedRelease> all = new ArrayList<>(releases);
        all.add(next);
        return new PublicStatement(id, slug, all);
    }

    PublishedRelease first() {
        return releases.get(0);
    }

    PublishedRelease latest() {
        return releases.get(releases.size() - 1);
    }

    List<PublishedRelease> newestFirst() {
        List<PublishedRelease> reversed = new ArrayList<>(releases);
        Collections.reverse(reversed);
        return reversed;
    }

    boolean isCorrected() {
        return releases.size() > 1;
    }

    Instant publishedAt() {
        return first().releasedAt();
    }

    Instant updatedAt() {
        return latest().releasedAt();
    }
}
