package io.firebreak.statement;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * A text as it was handed in for approval. It never changes.
 *
 * @param number counted from 1 within the statement
 * @param sha256 the fingerprint of the text when it was written
 * @param authors everyone who wrote a part of it
 * @param decision what an approver said to it; null while nobody has
 */
public record StatementVersion(
        UUID id,
        UUID statementId,
        int number,
        StatementText text,
        String sha256,
        String writtenBy,
        Instant writtenAt,
        Set<String> authors,
        Decision decision) {

    /**
     * What an approver said.
     *
     * @param sha256 the fingerprint of the text that the approver saw
     * @param comments why it goes back; null when it is approved without a word
     */
    public record Decision(boolean approved, String sha256, String comments, String decidedBy, Instant decidedAt) {}

    public boolean isApproved() {
        return decision != null && decision.approved();
    }
}
