package io.firebreak.newsroom;

import java.util.List;
import java.util.UUID;

/** All that a document of the newsroom is made of: as long as this is the same, so are its bytes. */
sealed interface Page {

    /**
     * A part of the list of all statements.
     *
     * @param number which part, counted from 1
     * @param last the number of the last part
     * @param statements most recently released first
     */
    record Index(int number, int last, List<PublicStatement> statements) implements Page {}

    /** A statement in its present version. */
    record Statement(PublicStatement statement) implements Page {}

    /** A version of a statement that was corrected later. */
    record EarlierVersion(PublicStatement statement, PublishedRelease release) implements Page {}

    /** What stands at addresses that lead nowhere. */
    record NotFound() implements Page {}

    /** @param statements most recently released first */
    record AtomFeed(UUID siteId, List<PublicStatement> statements) implements Page {}

    /** @param statements most recently released first */
    record JsonFeed(List<PublicStatement> statements) implements Page {}

    /** A picture of a release. */
    record Picture(PublishedPicture picture) implements Page {}

    /** The look of all pages. */
    record Style() implements Page {}
}
