package io.firebreak.takedown;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A post that is to be taken down, or was.
 *
 * @param request why, in the words of who asked for it
 * @param proposal what is to be countersigned; null before anybody prepared it
 * @param authors all who wrote in the proposal: none of them countersigns it
 * @param decided what the second person said of the proposal; null before
 * @param settled what came of it; null before
 */
public record TakeDown(
        UUID id,
        String caseReference,
        String askedBy,
        Instant askedAt,
        String request,
        Proposal proposal,
        List<String> authors,
        Decided decided,
        Settled settled) {

    /** What a second person may say. */
    public enum Decision {
        AGREE,
        SEND_BACK,
        REFUSE
    }

    /**
     * @param id another one for each time that something is proposed
     * @param publication what is to be taken down; null where it is a reply that a person brought into the thread
     * @param reply that reply; null where it is a publication
     * @param orderedBy who demands it
     * @param paper the legal paper, a file of the case's evidence
     * @param language of the explanation, a BCP 47 tag
     * @param title of the explanation
     * @param explanation what the public reads in place of the post
     * @param sha256 over all of it: who countersigns says which they read
     */
    public record Proposal(
            UUID id,
            UUID publication,
            UUID reply,
            TakeDownReason reason,
            String orderedBy,
            UUID paper,
            String language,
            String title,
            String explanation,
            String sha256) {

        /** What is to be taken down, whichever of the two it is. */
        UUID post() {
            return publication == null ? reply : publication;
        }
    }

    /**
     * @param comments null where there is nothing to say
     */
    public record Decided(Decision decision, String comments, String decidedBy, Instant decidedAt) {}

    /**
     * @param proof how it can be seen that it is gone; null when it was called off
     * @param explainedAt where the public reads why; null where it was called off
     * @param calledOff why it came to nothing; null when it was done
     */
    public record Settled(String settledBy, Instant settledAt, String proof, String explainedAt, String calledOff) {}

    /** Whether two people agreed, so that somebody may do it. */
    public boolean isAgreed() {
        return decided != null && decided.decision() == Decision.AGREE;
    }

    /** Whether the post is gone. */
    boolean isDone() {
        return settled != null && settled.proof() != null;
    }

    /** Whether it is still to be decided or done. */
    public boolean isOpen() {
        return settled == null && (decided == null || decided.decision() != Decision.REFUSE);
    }
}
