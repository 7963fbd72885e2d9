package io.firebreak.newsroom;

import java.time.Clock;
import java.util.List;
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
        this.snapshot = builder.next(Snapshot.NOTHING, store.releasedAfter(0));
    }

    Snapshot snapshot() {
        return snapshot;
    }

    /** Takes in what was released since the last time, here or on another node. */
    void refresh() {
        List<PublishedRelease> released = store.releasedAfter(snapshot.position());
        if (!released.isEmpty()) {
            takeIn(released);
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

    private synchronized void takeIn(List<PublishedRelease> released) {
        Snapshot before = snapshot;
        // another thread may have asked at the same time and be done already
        List<PublishedRelease> unseen = released.stream()
                .filter(release -> release.position() > before.position())
                .toList();
        if (!unseen.isEmpty()) {
            snapshot = builder.next(before, unseen);
            log.info("The newsroom shows {} new release(s)", unseen.size());
        }
    }

    private void tellOnce(RuntimeException failure) {
        if (!failing) {
            failing = true;
            log.warn("The newsroom can't look for new releases and keeps showing what it has: {}", failure.toString());
        }
    }
}
