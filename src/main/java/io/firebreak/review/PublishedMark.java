package io.firebreak.review;

import java.util.List;

/**
 * A published mark against which a response is measured.
 *
 * @param hours after the beginning
 * @param meaning what was found, in a sentence
 */
public record PublishedMark(int hours, String meaning) {

    /** Where the marks come from. */
    public static final String SOURCE =
            "Survey of about 100 crisis advisers by the law firm Freshfields, 2013 (S61 in docs/processes/sources.md)";

    /** Of S61, the shortest first. */
    public static final List<PublishedMark> ALL = List.of(
            new PublishedMark(1, "within an hour, 28 % of crises cross borders"),
            new PublishedMark(21, "it takes 21 hours on average until a company says something meaningful"),
            new PublishedMark(48, "18 % of companies need more than 48 hours for it"));
}
