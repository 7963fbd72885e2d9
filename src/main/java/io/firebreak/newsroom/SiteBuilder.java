package io.firebreak.newsroom;

import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Makes the next snapshot of the newsroom out of the one before and what was released since. */
class SiteBuilder {

    static final int STATEMENTS_ON_A_PAGE = 20;
    static final int STATEMENTS_IN_A_FEED = 50;

    private final UUID siteId;
    private final PageRenderer renderer;
    private final Clock clock;

    SiteBuilder(UUID siteId, PageRenderer renderer, Clock clock) {
        this.siteId = siteId;
        this.renderer = renderer;
        this.clock = clock;
    }

    /**
     * @param news what has the positions after {@code before}
     */
    Snapshot next(Snapshot before, News news) {
        Map<UUID, PublicStatement> statements = new LinkedHashMap<>(before.statements());
        long position = before.position();
        Deque<PublishedTakeDown> waiting = new ArrayDeque<>(news.takeDowns());
        for (PublishedRelease release : news.releases()) {
            position = takeDown(statements, waiting, release.position(), position);
            PublicStatement known = statements.get(release.statementId());
            statements.put(release.statementId(), known == null ? PublicStatement.of(release) : known.with(release));
            position = release.position();
        }
        position = takeDown(statements, waiting, Long.MAX_VALUE, position);
        return new Snapshot(
                position,
                statements,
                rendered(pagesOf(statements), before),
                rendered(new Page.NotFound(), before.notFound()));
    }

    /** What was taken down before this position: what came later stands. */
    private static long takeDown(
            Map<UUID, PublicStatement> statements, Deque<PublishedTakeDown> waiting, long before, long position) {
        long last = position;
        while (!waiting.isEmpty() && waiting.peek().position() < before) {
            PublishedTakeDown takeDown = waiting.remove();
            statements.computeIfPresent(takeDown.statementId(), (id, statement) -> statement.with(takeDown));
            last = takeDown.position();
        }
        return last;
    }

    private Map<String, Page> pagesOf(Map<UUID, PublicStatement> statements) {
        List<PublicStatement> newestFirst = statements.values().stream()
                .sorted(Comparator.comparingLong((PublicStatement statement) ->
                                statement.latest().position())
                        .reversed())
                .toList();
        Map<String, Page> pages = new LinkedHashMap<>();
        addIndex(pages, newestFirst);
        newestFirst.forEach(statement -> addStatement(pages, statement));
        List<PublicStatement> newest = part(newestFirst, 0, STATEMENTS_IN_A_FEED);
        pages.put(Paths.ATOM, new Page.AtomFeed(siteId, newest));
        pages.put(Paths.JSON, new Page.JsonFeed(newest));
        pages.put(Paths.STYLE, new Page.Style());
        return pages;
    }

    private static void addIndex(Map<String, Page> pages, List<PublicStatement> newestFirst) {
        int last = Math.max(1, (newestFirst.size() + STATEMENTS_ON_A_PAGE - 1) / STATEMENTS_ON_A_PAGE);
        for (int number = 1; number <= last; number++) {
            List<PublicStatement> shown = part(newestFirst, (number - 1) * STATEMENTS_ON_A_PAGE, STATEMENTS_ON_A_PAGE);
            pages.put(Paths.index(number), new Page.Index(number, last, shown));
        }
    }

    private static void addStatement(Map<String, Page> pages, PublicStatement statement) {
        pages.put(Paths.statement(statement.slug()), new Page.Statement(statement));
        for (PublishedRelease release : statement.releases()) {
            release.pictures().forEach(picture -> pages.put(picture.path(), new Page.Picture(picture)));
            if (release.version() < statement.latest().version()) {
                pages.put(
                        Paths.version(statement.slug(), release.version()),
                        new Page.EarlierVersion(statement, release));
            }
        }
    }

    private static List<PublicStatement> part(List<PublicStatement> all, int from, int size) {
        return List.copyOf(all.subList(from, Math.min(all.size(), from + size)));
    }

    private Map<String, Snapshot.Rendered> rendered(Map<String, Page> pages, Snapshot before) {
        Map<String, Snapshot.Rendered> rendered = new LinkedHashMap<>();
        pages.forEach(
                (path, page) -> rendered.put(path, rendered(page, before.pages().get(path))));
        return rendered;
    }

    /** What was rendered from the same is the same; only the rest is worth the work. */
    private Snapshot.Rendered rendered(Page page, Snapshot.Rendered before) {
        if (before != null && before.page().equals(page)) {
            return before;
        }
        return new Snapshot.Rendered(page, renderer.render(page, clock.instant()));
    }
}
