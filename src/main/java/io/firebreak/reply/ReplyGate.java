package io.firebreak.reply;

import io.firebreak.crisis.CaseReference;
import io.firebreak.crisis.Cases;
import io.firebreak.crisis.CrisisCase;
import io.firebreak.crisis.Freezes;
import io.firebreak.rule.Refusal;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whether a reply may go out now. It is asked when somebody sends it, whatever way the process came there, and reads
 * our own tables and clock alone.
 */
@Component
class ReplyGate {

    private final ReplyStore store;
    private final Cases cases;
    private final Freezes freezes;
    private final StopRules stopRules;
    private final Clock clock;

    ReplyGate(ReplyStore store, Cases cases, Freezes freezes, StopRules stopRules, Clock clock) {
        this.store = store;
        this.cases = cases;
        this.freezes = freezes;
        this.stopRules = stopRules;
        this.clock = clock;
    }

    /**
     * The reply that may go out.
     *
     * @param seenSha256 the fingerprint of the text that the sender has before them
     * @throws Refusal that says why none may
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Reply requireSendable(CaseReference reference, String seenSha256) {
        CrisisCase open = cases.requireOpen(reference);
        Reply reply = latest(reference);
        if (reply.isUnderWay()) {
            throw Refusal.conflict("Reply %d is on its way on %s; please wait until it is there or comes back."
                    .formatted(reply.number(), reply.route().channel()));
        }
        requireSendable(open, reply, seenSha256);
        requireHeldByNobody(open);
        requireAllowed(open, reply);
        return reply;
    }

    /**
     * Why the latest reply may not go out; empty when it may.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<String> objection(CrisisCase crisisCase, Reply reply) {
        try {
            requireSendable(crisisCase, reply, reply.sha256());
            requireAllowed(crisisCase, reply);
            return Optional.empty();
        } catch (Refusal refusal) {
            return Optional.of(refusal.getMessage());
        }
    }

    /**
     * For the channel that is about to send: what could have changed since it was put into the queue. A freeze only
     * makes it wait, and what it repeats was asked when it was queued, where it counts from then on.
     *
     * @throws Refusal that says why it may not go out any more
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void passAgain(CrisisCase crisisCase, Reply reply, String queuedSha256) {
        requireSendable(crisisCase, reply, queuedSha256);
    }

    private void requireSendable(CrisisCase crisisCase, Reply reply, String seenSha256) {
        if (!crisisCase.isOpen()) {
            throw Refusal.conflict("The case %s is closed; nothing is sent for it.".formatted(crisisCase.reference()));
        }
        requireAgreed(reply);
        requireUnchanged(reply, seenSha256);
        requireTime(crisisCase);
    }

    private void requireAllowed(CrisisCase open, Reply reply) {
        // two cases of a brand may be about to send at the same time
        store.lockBrand(open.brand());
        stopRules.requireAllowed(open, reply.text());
    }

    private Reply latest(CaseReference reference) {
        List<Reply> replies = store.repliesOf(reference.toString());
        if (replies.isEmpty()) {
            throw Refusal.conflict("There is no reply of %s yet.".formatted(reference));
        }
        return replies.get(replies.size() - 1);
    }

    private static void requireAgreed(Reply reply) {
        if (reply.isSent()) {
            throw Refusal.conflict("Reply %d was sent already, by %s; please open the task again."
                    .formatted(reply.number(), reply.sending().sentBy()));
        }
        if (reply.withdrawal() != null) {
            throw Refusal.conflict("Reply %d is not to go out any more (%s); please have it written again."
                    .formatted(reply.number(), reply.withdrawal().reason()));
        }
        if (!reply.isAgreed() || reply.authors().contains(reply.decision().decidedBy())) {
            throw Refusal.conflict("Nobody who wrote none of it has agreed to reply %d; a second person has to."
                    .formatted(reply.number()));
        }
    }

    private static void requireUnchanged(Reply reply, String seenSha256) {
        String now = reply.text().sha256();
        if (!now.equals(reply.sha256()) || !now.equals(reply.decision().sha256())) {
            throw Refusal.conflict(
                    "The text of reply %d is not the one that was agreed to; please have it written again."
                            .formatted(reply.number()));
        }
        if (!now.equals(seenSha256)) {
            throw Refusal.conflict(
                    "This is not the text that was agreed to; please open the task again and send exactly that one.");
        }
    }

    private void requireTime(CrisisCase open) {
        if (open.coolDownEndsAt() == null) {
            throw Refusal.conflict("%s is not assessed yet, so nothing is sent.".formatted(open.reference()));
        }
        if (clock.instant().isBefore(open.coolDownEndsAt())) {
            throw Refusal.conflict(
                    "The cool-down ends at %s; please send nothing before.".formatted(open.coolDownEndsAt()));
        }
    }

    private void requireHeldByNobody(CrisisCase open) {
        freezes.holder(open).ifPresent(holder -> {
            throw Refusal.conflict(
                    "%s holds back everything else of %s; please ask its lead.".formatted(holder, open.brand()));
        });
    }
}
