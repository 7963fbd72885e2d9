package io.firebreak.newsroom;

import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * The newsroom that readers see: held in memory, so that neither a storm of readers reaches the database nor a failing
 * database reaches the readers. It is filled while the application starts, before any port is open.
 */
@Component
class NewsroomSite {

    private static final Logger log = LoggerFactory.getLogger(NewsroomSite.class);

    private final NewsroomStore store;
    private final SiteBuilder builder;
    private volatile Snapshot snapshot;
    private volatile boolean failing;

    NewsroomSite(NewsroomStore store, PageRenderer renderer, Clock clock) {
        this.store = store;
        this.builder = new SiteBuilder(store.siteId(), renderer, clock);
        this.snapshot = builder.next(Snapshot.NOTHING, News.readAfter(0, store));
    }

    Snapshot snapshot() {
        return snapshot;
    }

    /** Takes in what happened since the last time, here or on another node. */
    void refresh() {
        News news = News.readAfter(snapshot.position(), store);
        if (!news.isEmpty()) {
            takeIn(news);
        }
    }

    /** The same where nobody is helped by a failure: what is committed shows up at the latest with the next poll. */
    @Scheduled(fixedDelayString = "PT2S", initialDelayString = "PT2S")
    void refreshOrLeaveItToThePoll() {
        try {
            refresh();
            failing = false;
        } catch (RuntimeException failure) {
            tellOnce(failure);
        }
    }

    private synchronized void takeIn(News news) {
        Snapshot before = snapshot;
        // another thread may have asked at the same time and be done already
        News unseen = news.after(before.position());
        if (!unseen.isEmpty()) {
            snapshot = builder.next(before, unseen);
            log.info(
                    "The newsroom shows {} new release(s) and explains {} take-down(s)",
                    unseen.releases().size(),
                    unseen.takeDowns().size());
        }
    }

    private void tellOnce(RuntimeException failure) {
        if (!failing) {
            failing = true;
            log.warn("The newsroom can't look for new releases and keeps showing what it has: {}", failure.toString());
        }
    }
}
