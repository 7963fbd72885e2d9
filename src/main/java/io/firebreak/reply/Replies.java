package io.firebreak.reply;

import io.firebreak.access.Actor;
import io.firebreak.crisis.BecameCrisis;
import io.firebreak.crisis.CaseReference;
import io.firebreak.crisis.Cases;
import io.firebreak.crisis.CrisisCase;
import io.firebreak.crisis.ResponseReopened;
import io.firebreak.ledger.Act;
import io.firebreak.ledger.Ledger;
import io.firebreak.rule.Refusal;
import io.firebreak.rule.TextRule;
import io.firebreak.rule.WebAddress;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The replies to comments: each written by a person, agreed to by another for exactly one text, sent by hand. */
@Service
public class Replies {

    private static final TextRule COMMENTS = TextRule.text("comments", "The comment", 4_000);
    private static final TextRule LINK = TextRule.line("link", "The link to the reply", 2_000);
    private static final TextRule PROOF = TextRule.text("proof", "How it can be seen that it was sent", 2_000);
    private static final TextRule REASON = TextRule.text("reason", "Why it is not sent", 2_000);

    private final ReplyStore store;
    private final ReplyGate gate;
    private final ThreadSender threads;
    private final StopRules stopRules;
    private final Cases cases;
    private final Ledger ledger;
    private final Clock clock;

    Replies(
            ReplyStore store,
            ReplyGate gate,
            ThreadSender threads,
            StopRules stopRules,
            Cases cases,
            Ledger ledger,
            Clock clock) {
        this.store = store;
        this.gate = gate;
        this.threads = threads;
        this.stopRules = stopRules;
        this.cases = cases;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** All texts of the case's replies, oldest first. */
    @Transactional(readOnly = true)
    public List<Reply> of(CaseReference reference) {
        return store.repliesOf(reference.toString());
    }

    /** How often replies apologise that stand in the thread of the case, or of one that was merged into it. */
    @Transactional(readOnly = true)
    public int publicApologies(CaseReference reference) {
        return cases.withMerged(reference).stream()
                .mapToInt(one -> StopRules.publicApologies(of(one)))
                .sum();
    }

    /** Whether a reply of the case stands in the thread for everybody to read; a drill's stands nowhere. */
    @Transactional(readOnly = true)
    public boolean isAnyPublic(CaseReference reference) {
        return !cases.get(reference).report().drill()
                && of(reference).stream()
                        .anyMatch(reply -> reply.isSent() && reply.text().way().isPublic());
    }

    /** Whether the next reply has to be a private one, because the thread has seen enough without new facts. */
    @Transactional(readOnly = true)
    public boolean threadIsClosed(CaseReference reference) {
        return stopRules.threadRepliesWithoutNewFacts(reference) >= StopRules.MAXIMUM_THREAD_REPLIES;
    }

    /**
     * Keeps a text as the next one. Its authors are its writer and all who wrote for the same round before, because the
     * text grew from theirs.
     *
     * @param drafters who typed into the form before, by their user ids; they count among the authors
     * @throws Refusal when the thread must not see this text
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Reply write(CaseReference reference, ReplyText text, Actor author, Set<String> drafters) {
        CrisisCase open = cases.requireOpen(reference);
        List<Reply> before = of(reference);
        stopRules.requireAllowed(open, text);
        int round = 1 + (int) before.stream().filter(Reply::isSent).count();
        Set<String> authors = new TreeSet<>(drafters);
        authors.add(author.id());
        before.stream().filter(reply -> reply.round() == round).forEach(reply -> authors.addAll(reply.authors()));
        Reply written = new Reply(
                UUID.randomUUID(),
                before.size() + 1,
                round,
                text,
                text.sha256(),
                author.id(),
                clock.instant(),
                authors,
                null,
                null,
                null,
                null);
        store.add(reference.toString(), written);
        ledger.record(act(
                reference,
                author,
                "reply.written",
                "%s wrote reply %d, to be sent %s."
                        .formatted(author.id(), written.number(), text.way().words()),
                written));
        return written;
    }

    /**
     * Agrees to the latest text.
     *
     * @param seenSha256 the fingerprint of the text that the person has read
     * @throws Refusal when that is not the latest text, when it is decided already, or when the person wrote in it
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void agree(CaseReference reference, String seenSha256, String comments, Actor actor) {
        try {
            Reply reply = undecided(reference, seenSha256);
            if (reply.withdrawal() != null) {
                throw Refusal.conflict(
                        "Reply %d is not to go out any more (%s); please send it back to be written again."
                                .formatted(reply.number(), reply.withdrawal().reason()));
            }
            if (reply.authors().contains(actor.id())) {
                throw Refusal.notAllowed("You wrote in this reply; somebody who wrote none of it has to agree.");
            }
            decide(reference, reply, true, COMMENTS.optional().require(comments), actor);
        } catch (Refusal refusal) {
            refused(reference, actor, "%s tried to agree to the reply.", refusal);
            throw refusal;
        }
    }

    /** Sends the latest text back to be written anew; the comments say why. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void sendBack(CaseReference reference, String seenSha256, String comments, Actor actor) {
        decide(reference, undecided(reference, seenSha256), false, COMMENTS.require(comments), actor);
    }

    /**
     * Keeps that a person sent the reply by hand.
     *
     * @param seenSha256 the fingerprint of the text that was sent
     * @param link where it stands; required in the thread, unless in a drill
     * @param proof how it can be seen; required where there is no link
     * @throws Refusal when it must not go out
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void send(CaseReference reference, String seenSha256, String link, String proof, Actor actor) {
        Reply reply = sendable(reference, seenSha256, actor);
        boolean drill = cases.get(reference).report().drill();
        boolean needsLink = reply.text().way().isPublic() && !drill;
        String place = WebAddress.require("link", (needsLink ? LINK : LINK.optional()).require(link));
        String seen = (place == null ? PROOF : PROOF.optional()).require(proof);
        store.add(reply.id(), new Reply.Sending(place, seen, actor.id(), clock.instant()));
        if (reply.route() != null) {
            threads.settledByPerson(reply.id(), place);
        }
        Act act = act(
                        reference,
                        actor,
                        "reply.sent",
                        (drill ? "Drill: %s sent reply %d %s." : "%s sent reply %d %s.")
                                .formatted(
                                        actor.id(),
                                        reply.number(),
                                        reply.text().way().words()),
                        reply)
                .because(seen);
        ledger.record(place == null ? act : act.with("link", place));
    }

    private Reply sendable(CaseReference reference, String seenSha256, Actor actor) {
        try {
            return gate.requireSendable(reference, seenSha256);
        } catch (Refusal refusal) {
            refused(reference, actor, "%s tried to send the reply.", refusal);
            throw refusal;
        }
    }

    /**
     * The latest text is not to go out any more; another one is planned.
     *
     * @param reason what has changed
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void withdraw(CaseReference reference, String reason, Actor actor) {
        cases.requireOpen(reference);
        String because = REASON.require(reason);
        latest(reference).filter(reply -> !reply.isSent()).ifPresent(reply -> {
            if (reply.isUnderWay()) {
                throw Refusal.conflict("Reply %d is on its way on %s; please wait until it is there or comes back."
                        .formatted(reply.number(), reply.route().channel()));
            }
            withdraw(reference, reply, because, actor);
            if (reply.route() != null) {
                threads.leaveOut(reply.id(), because);
            }
        });
    }

    /** New facts change the answer: what was agreed to before does not go out. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void reopened(ResponseReopened event) {
        latest(event.reference())
                .filter(reply -> !reply.isSent())
                .ifPresent(reply -> withdraw(event.reference(), reply, event.reason(), event.actor()));
    }

    /** What was agreed to as the answer to one comment does not go out into a crisis. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void becameCrisis(BecameCrisis event) {
        latest(event.reference())
                .filter(reply -> !reply.isSent())
                .ifPresent(
                        reply -> withdraw(event.reference(), reply, "It is more than one comment now.", event.actor()));
    }

    private void withdraw(CaseReference reference, Reply reply, String reason, Actor actor) {
        if (reply.withdrawal() == null) {
            store.add(reply.id(), new Reply.Withdrawal(reason, actor.id(), clock.instant()));
        }
        ledger.record(act(
                        reference,
                        actor,
                        "reply.withdrawn",
                        "Reply %d is not to go out any more.".formatted(reply.number()),
                        reply)
                .because(reason));
    }

    private Optional<Reply> latest(CaseReference reference) {
        List<Reply> replies = of(reference);
        return replies.isEmpty() ? Optional.empty() : Optional.of(replies.get(replies.size() - 1));
    }

    private Reply undecided(CaseReference reference, String seenSha256) {
        cases.requireOpen(reference);
        Reply reply = latest(reference)
                .orElseThrow(() -> Refusal.conflict("There is no reply of %s yet.".formatted(reference)));
        if (reply.decision() != null) {
            throw Refusal.conflict("%s has decided about this reply already; please open the task again."
                    .formatted(reply.decision().decidedBy()));
        }
        if (!reply.sha256().equals(seenSha256)) {
            throw Refusal.conflict(
                    "This is not the reply that waits for agreement; please open the task again and read it once more.");
        }
        return reply;
    }

    private void decide(CaseReference reference, Reply reply, boolean agreed, String comments, Actor actor) {
        store.add(reply.id(), new Reply.Decision(agreed, reply.sha256(), comments, actor.id(), clock.instant()));
        ledger.record(act(
                        reference,
                        actor,
                        agreed ? "reply.agreed" : "reply.sentBack",
                        (agreed ? "%s agrees to reply %d." : "%s sends back reply %d.")
                                .formatted(actor.id(), reply.number()),
                        reply)
                .because(comments));
    }

    /** An attempt that does not count is worth knowing, even if nothing came of it. */
    private void refused(CaseReference reference, Actor actor, String sentence, Refusal refusal) {
        ledger.recordApart(new Act(reference.toString(), actor.id(), "reply.refused", sentence.formatted(actor.id()))
                .because(refusal.getMessage()));
    }

    private static Act act(CaseReference reference, Actor actor, String type, String sentence, Reply reply) {
        return new Act(reference.toString(), actor.id(), type, sentence)
                .with("reply", reply.number())
                .with("sha256", reply.sha256());
    }
}
