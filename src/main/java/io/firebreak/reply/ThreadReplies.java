package io.firebreak.reply;

import io.firebreak.access.Actor;
import io.firebreak.author.Findings;
import io.firebreak.crisis.CaseReference;
import io.firebreak.crisis.Cases;
import io.firebreak.crisis.CrisisCase;
import io.firebreak.ledger.Act;
import io.firebreak.ledger.Ledger;
import io.firebreak.mention.Post;
import io.firebreak.mention.Posts;
import io.firebreak.reply.ThreadSender.Prepared;
import io.firebreak.rule.Refusal;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Replies on their way into a thread by the interface of a channel, and back to people where that did not work. */
@Service
public class ThreadReplies {

    private final ReplyStore store;
    private final ReplyGate gate;
    private final ThreadSender sender;
    private final Findings findings;
    private final Posts posts;
    private final Cases cases;
    private final Ledger ledger;
    private final Clock clock;

    ThreadReplies(
            ReplyStore store,
            ReplyGate gate,
            ThreadSender sender,
            Findings findings,
            Posts posts,
            Cases cases,
            Ledger ledger,
            Clock clock) {
        this.store = store;
        this.gate = gate;
        this.sender = sender;
        this.findings = findings;
        this.posts = posts;
        this.cases = cases;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * Hands the latest reply to the channel that can send it below the post which it answers, if there is one and nothing
     * speaks against it.
     *
     * @return whether a channel sends it; else a person does
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean handOver(CaseReference reference) {
        CrisisCase crisisCase = cases.lock(reference);
        Reply reply = latest(reference).orElse(null);
        if (reply == null || reply.route() != null || reply.text().way() != Way.THREAD) {
            return reply != null && reply.isUnderWay();
        }
        Post answered = answered(crisisCase).orElse(null);
        if (answered == null) {
            return false;
        }
        String language = crisisCase.report().language();
        Prepared prepared = sender.prepare(
                        answered, language, reply.id(), reply.text().text())
                .orElse(null);
        if (prepared == null || gate.objection(crisisCase, reply).isPresent()) {
            return false;
        }
        store.add(
                reply.id(),
                new Reply.Route(
                        prepared.channel(),
                        language,
                        prepared.text(),
                        prepared.payload(),
                        answered.externalId(),
                        answered.url(),
                        clock.instant(),
                        null));
        sender.queue(crisisCase, latest(reference).orElseThrow());
        ledger.record(act(
                reference,
                "reply.queued",
                "Reply %d goes out in the thread on %s.".formatted(reply.number(), prepared.channel()),
                reply));
        return true;
    }

    /** The post below which a reply of the case goes; empty where none is kept of the author whom somebody looked at. */
    @Transactional(readOnly = true)
    public Optional<Post> answered(CaseReference reference) {
        return answered(cases.get(reference));
    }

    /** The newest post of the case by the author whom somebody looked at; nobody else is answered. */
    private Optional<Post> answered(CrisisCase crisisCase) {
        return findings.of(crisisCase.reference())
                .flatMap(found ->
                        posts.newestOf(crisisCase.reference(), found.check().handle()));
    }

    /** A reply by its id. */
    @Transactional(readOnly = true)
    public Optional<Reply> find(UUID id) {
        return store.caseOf(id).flatMap(reference -> store.repliesOf(reference).stream()
                .filter(reply -> reply.id().equals(id))
                .findFirst());
    }

    /**
     * For the channel that is about to send it.
     *
     * @throws Refusal when it may not go out any more
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void passGate(CaseReference reference, UUID id, String queuedSha256) {
        CrisisCase crisisCase = cases.get(reference);
        Reply reply = find(id).orElseThrow(() -> Refusal.conflict("The text of this reply is gone."));
        gate.passAgain(crisisCase, reply, queuedSha256);
    }

    /**
     * It stands in the thread.
     *
     * @param link where; null where the network gives no address, or in a drill
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void sent(CaseReference reference, UUID id, String link) {
        Reply reply = find(id).orElseThrow();
        if (reply.isSent()) {
            return;
        }
        String proof = link == null ? "Sent by %s.".formatted(reply.route().channel()) : null;
        store.add(id, new Reply.Sending(link, proof, reply.decision().decidedBy(), clock.instant()));
        Act act = act(
                reference,
                "reply.sent",
                "Reply %d stands in the thread on %s."
                        .formatted(reply.number(), reply.route().channel()),
                reply);
        ledger.record(link == null ? act : act.with("link", link));
    }

    /**
     * The channel did not send it, or nobody knows: a person goes on.
     *
     * @param uncertain it may stand in the thread
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void comesBack(CaseReference reference, UUID id, boolean uncertain, String reason) {
        Reply reply = find(id).orElseThrow();
        if (reply.isSent() || reply.route().returned() != null) {
            return;
        }
        store.add(id, new Reply.Return(uncertain, reason, clock.instant()));
        ledger.record(act(
                        reference,
                        "reply.returned",
                        (uncertain
                                        ? "Reply %d may stand in the thread on %s or not; a person goes on."
                                        : "Reply %d could not be sent on %s; a person goes on.")
                                .formatted(reply.number(), reply.route().channel()),
                        reply)
                .because(reason));
    }

    /** Whether the case's latest reply is still on its way. */
    @Transactional(readOnly = true)
    public boolean isUnderWay(CaseReference reference) {
        return latest(reference).filter(Reply::isUnderWay).isPresent();
    }

    /** Whether the case's latest reply was sent. */
    @Transactional(readOnly = true)
    public boolean isSent(CaseReference reference) {
        return latest(reference).filter(Reply::isSent).isPresent();
    }

    /** Whether a reply of the case may stand in its thread without our knowing it. */
    @Transactional(readOnly = true)
    public boolean mayStandInThread(CaseReference reference) {
        return store.repliesOf(reference.toString()).stream()
                .anyMatch(reply -> reply.isUnderWay()
                        || reply.route() != null
                                && !reply.isSent()
                                && reply.withdrawal() == null
                                && reply.route().returned().uncertain());
    }

    private Optional<Reply> latest(CaseReference reference) {
        List<Reply> replies = store.repliesOf(reference.toString());
        return replies.isEmpty() ? Optional.empty() : Optional.of(replies.get(replies.size() - 1));
    }

    private static Act act(CaseReference reference, String type, String sentence, Reply reply) {
        return new Act(reference.toString(), Actor.FIREBREAK.id(), type, sentence)
                .with("reply", reply.number())
                .with("sha256", reply.sha256());
    }
}
