package io.firebreak.reply;

import io.firebreak.crisis.CaseReference;
import io.firebreak.crisis.Cases;
import io.firebreak.crisis.CrisisCase;
import io.firebreak.crisis.Freezes;
import io.firebreak.rule.Refusal;
import java.time.Clock;
import java.util.List;
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
        List<Reply> replies = store.repliesOf(reference.toString());
        if (replies.isEmpty()) {
            throw Refusal.conflict("There is no reply of %s yet.".formatted(reference));
        }
        Reply reply = replies.get(replies.size() - 1);
        requireAgreed(reply);
        requireUnchanged(reply, seenSha256);
        requireTime(open);
        // two cases of a brand may be about to send at the same time
        store.lockBrand(open.brand());
        stopRules.requireAllowed(open, reply.text());
        return reply;
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
        freezes.holder(open).ifPresent(holder -> {
            throw Refusal.conflict(
                    "%s holds back everything else of %s; please ask its lead.".formatted(holder, open.brand()));
        });
    }
}
