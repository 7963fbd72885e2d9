package io.firebreak.newsroom;

import java.util.List;
import org.springframework.stereotype.Component;

/** What readers see at this moment. */
@Component
class NewsroomSite {

    private volatile Archive archive = Archive.EMPTY;

    synchronized void show(PublishedRelease release) {
        archive = archive.with(List.of(release));
    }
}
