package io.firebreak.reply;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * A text of a reply, which never changes, and what became of it.
 *
 * @param number counted from 1 in the case
 * @param round which reply to the comment it is to be, counted from 1; texts that were not sent belong to the same
 * @param sha256 the fingerprint of the text as it was handed in
 * @param authors everyone who wrote a part of it
 * @param decision null until a second person has decided
 * @param withdrawal null unless it is not to go out any more
 * @param route null unless a channel sends it, or was to
 * @param sending null until it was sent
 */
public record Reply(
        UUID id,
        int number,
        int round,
        ReplyText text,
        String sha256,
        String writtenBy,
        Instant writtenAt,
        Set<String> authors,
        Decision decision,
        Withdrawal withdrawal,
        Route route,
        Sending sending) {

    /**
     * What the second person said.
     *
     * @param sha256 the fingerprint of the text that they read
     * @param comments null where they agreed without any
     */
    public record Decision(boolean agreed, String sha256, String comments, String decidedBy, Instant decidedAt) {}

    /** Why it is not to go out any more. */
    public record Withdrawal(String reason, String withdrawnBy, Instant withdrawnAt) {}

    /**
     * That it was sent.
     *
     * @param link where it stands; null where it has no address
     * @param proof how it can be seen that it was sent; null where the link shows it
     */
    public record Sending(String link, String proof, String sentBy, Instant sentAt) {}

    /**
     * That a channel sends it in the thread.
     *
     * @param channel the account's name
     * @param text as readers read it there
     * @param payload all that the channel needs to send it
     * @param answersId the post that it answers, as its network names it
     * @param answersUrl where that post is; null where nobody said
     * @param returned null unless it came back
     */
    public record Route(
            String channel,
            String language,
            String text,
            String payload,
            String answersId,
            String answersUrl,
            Instant routedAt,
            Return returned) {}

    /**
     * That people have to go on.
     *
     * @param uncertain it may stand in the thread
     */
    public record Return(boolean uncertain, String reason, Instant returnedAt) {}

    /** Whether a channel is about to send it, or has, and nobody knows yet what came of it. */
    public boolean isUnderWay() {
        return route != null && route.returned() == null && sending == null;
    }

    public boolean isAgreed() {
        return decision != null && decision.agreed();
    }

    public boolean isSent() {
        return sending != null;
    }
}
