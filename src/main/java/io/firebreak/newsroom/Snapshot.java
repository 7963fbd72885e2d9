package io.firebreak.newsroom;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The whole newsroom at one moment, ready to be sent. It never changes; the next one takes its place.
 *
 * @param position of the last release that it shows
 * @param statements by their ids, in the order of their first release
 * @param pages by their paths
 */
record Snapshot(long position, Map<UUID, PublicStatement> statements, Map<String, Rendered> pages, Rendered notFound) {

    /** A document and what it was made of. */
    record Rendered(Page page, Document document) {}

    static final Snapshot NOTHING = new Snapshot(0, Map.of(), Map.of(), null);

    Snapshot {
        statements = Collections.unmodifiableMap(new LinkedHashMap<>(statements));
        pages = Map.copyOf(pages);
    }

    Optional<Document> at(String path) {
        return Optional.ofNullable(pages.get(path)).map(Rendered::document);
    }
}
