package io.firebreak.compensation;

import io.firebreak.crisis.CaseReference;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * What one person of a case was to be offered, and what became of it.
 *
 * @param authors all who wrote in the proposal, by their user ids: none of them decides about it
 * @param decision null until a second person has decided
 * @param end null until it was handed over, or is not to be any more
 */
public record Compensation(
        UUID id,
        CaseReference reference,
        Recipient recipient,
        Offer offer,
        String proposedBy,
        Instant proposedAt,
        Set<String> authors,
        Decision decision,
        End end) {

    /**
     * What the second person said.
     *
     * @param affected how they know that this person was affected, where no order or ticket says it; else null
     * @param reason why not; null where they agreed
     */
    public record Decision(boolean agreed, String affected, String reason, String decidedBy, Instant decidedAt) {}

    /**
     * How it ended.
     *
     * @param given whether the person has it
     * @param proof how that can be seen, or why it was not handed over
     */
    public record End(boolean given, String proof, String endedBy, Instant endedAt) {}

    /** How far it has come. */
    public enum State {
        PROPOSED,
        /** A second person said no. */
        REFUSED,
        /** A second person agreed; it is to be handed over. */
        AGREED,
        GIVEN,
        /** Agreed to and not handed over after all; its money is free again. */
        NOT_GIVEN
    }

    public State state() {
        if (end != null) {
            return end.given() ? State.GIVEN : State.NOT_GIVEN;
        }
        if (decision == null) {
            return State.PROPOSED;
        }
        return decision.agreed() ? State.AGREED : State.REFUSED;
    }
}
