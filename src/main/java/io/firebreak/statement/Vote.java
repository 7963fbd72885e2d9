package io.firebreak.statement;

import java.time.Instant;

/**
 * What a person said to a version.
 *
 * @param id grows with each vote
 * @param role for which the person spoke, by its group id
 * @param alone whether the person approved it alone, in place of everybody
 * @param sha256 the fingerprint of the text that the person saw
 * @param comments why it goes back, or why alone; may be null where it is agreed to
 * @param severity of the case at that moment; null before it was decided
 * @param review what others made of an approval alone afterwards; null while nobody has, and for any other vote
 */
public record Vote(
        long id,
        String role,
        boolean agreed,
        boolean alone,
        String sha256,
        String comments,
        String severity,
        String votedBy,
        Instant votedAt,
        Review review) {

    /**
     * What others made of an approval alone afterwards.
     *
     * @param lesson null: none
     */
    public record Review(boolean justified, String words, String lesson, String reviewedBy, Instant reviewedAt) {}
}
