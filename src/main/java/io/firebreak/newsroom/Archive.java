package io.firebreak.newsroom;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Every statement that is public; never changes, {@link #with} makes a fuller one. */
final class Archive {

    static final Archive EMPTY = new Archive(Map.of());

    private final Map<UUID, PublishedStatement> statements;

    private Archive(Map<UUID, PublishedStatement> statements) {
        this.statements = statements;
    }

    /** The archive with these releases too. One whose predecessor is still unknown is left for a later look. */
    Archive with(Collection<PublishedRelease> releases) {
        Map<UUID, PublishedStatement> fuller = new HashMap<>(statements);
        releases.stream()
                .sorted(Comparator.comparingInt(PublishedRelease::version))
                .forEach(release -> fuller.compute(release.statementId(), (id, known) -> append(known, release)));
        return new Archive(fuller);
    }

    boolean holds(UUID statementId, int version) {
        PublishedStatement statement = statements.get(statementId);
        return statement != null && statement.releases().size() >= version;
    }

    int size() {
        return statements.size();
    }

    List<PublishedStatement> newestFirst() {
        return sorted(Comparator.comparing(PublishedStatement::publishedAt));
    }

    List<PublishedStatement> lastUpdatedFirst() {
        return sorted(Comparator.comparing(PublishedStatement::updatedAt));
    }

    private List<PublishedStatement> sorted(Comparator<PublishedStatement> byTime) {
        return statements.values().stream()
                .sorted(byTime.reversed().thenComparing(PublishedStatement::slug))
                .toList();
    }

    private static PublishedStatement append(PublishedStatement known, PublishedRelease release) {
        List<PublishedRelease> longer = known == null ? new ArrayList<>() : new ArrayList<>(known.releases());
        if (release.version() != longer.size() + 1) {
            return known;
        }
        longer.add(release);
        return new PublishedStatement(longer);
    }
}
