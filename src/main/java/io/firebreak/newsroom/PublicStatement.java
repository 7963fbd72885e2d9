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
 * @param notices what was taken down elsewhere, oldest first
 */
record PublicStatement(UUID id, String slug, List<PublishedRelease> releases, List<PublishedTakeDown> notices) {

    PublicStatement {
        releases = List.copyOf(releases);
        notices = List.copyOf(notices);
    }

    static PublicStatement of(PublishedRelease first) {
        return new PublicStatement(first.statementId(), first.slug(), List.of(first), List.of());
    }

    PublicStatement with(PublishedRelease next) {
        List<PublishedRelease> all = new ArrayList<>(releases);
        all.add(next);
        return new PublicStatement(id, slug, all, notices);
    }

    PublicStatement with(PublishedTakeDown takeDown) {
        if (takeDown.isInNewsroom()) {
            List<PublishedRelease> replaced = releases.stream()
                    .map(release -> release.replacedBy(takeDown))
                    .toList();
            return new PublicStatement(id, slug, replaced, notices);
        }
        List<PublishedTakeDown> more = new ArrayList<>(notices);
        more.add(takeDown);
        return new PublicStatement(id, slug, releases, more);
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
        Instant takenDownAt = latest().takenDownAt();
        return takenDownAt == null ? latest().releasedAt() : takenDownAt;
    }
}
