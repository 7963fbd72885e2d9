package io.firebreak.newsroom;

import java.util.List;

/**
 * What happened in the newsroom since a position, without a gap up to the last of them.
 *
 * @param releases in the order of their positions
 * @param takeDowns the same
 */
record News(List<PublishedRelease> releases, List<PublishedTakeDown> takeDowns) {

    boolean isEmpty() {
        return releases.isEmpty() && takeDowns.isEmpty();
    }

    /** Without what is known already. */
    News after(long position) {
        return new News(
                releases.stream()
                        .filter(release -> release.position() > position)
                        .toList(),
                takeDowns.stream()
                        .filter(takeDown -> takeDown.position() > position)
                        .toList());
    }

    private News upTo(long position) {
        return new News(
                releases.stream()
                        .filter(release -> release.position() <= position)
                        .toList(),
                takeDowns.stream()
                        .filter(takeDown -> takeDown.position() <= position)
                        .toList());
    }

    /** Both are read one after the other; what was released between the two readings waits for the next time. */
    static News readAfter(long position, NewsroomStore store) {
        long last = store.lastPosition();
        return new News(store.releasedAfter(position), store.takenDownAfter(position)).upTo(last);
    }
}
