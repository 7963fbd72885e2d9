package io.firebreak.publishing;

import java.util.Collection;

/** Where a version stands on one channel, over all its parts and addressees. */
public enum Standing {
    /** Firebreak works on it. */
    UNDER_WAY,
    /** Everything is out, or a person decided to leave it out. */
    SETTLED,
    /** A person has to look whether it is public. */
    UNCERTAIN,
    /** A person has to publish it by hand, or to decide otherwise. */
    BY_HAND;

    /** A person is asked only when nothing is under way any more, so that one answer is enough. */
    static Standing of(Collection<Publication> publications) {
        if (publications.stream().anyMatch(publication -> isUnderWay(publication, publications))) {
            return UNDER_WAY;
        }
        if (publications.stream().anyMatch(Publication::isUncertain)) {
            return UNCERTAIN;
        }
        return publications.stream().allMatch(Publication::isSettled) ? SETTLED : BY_HAND;
    }

    /** A part of a thread that waits for a part for which a person is asked is not under way. */
    private static boolean isUnderWay(Publication publication, Collection<Publication> all) {
        return publication.state().isUnderWay()
                && all.stream().noneMatch(other -> other.isBefore(publication) && other.waitsForPerson());
    }
}
