package io.firebreak.takedown;

import io.firebreak.access.Actor;
import io.firebreak.access.Person;
import io.firebreak.access.Role;
import io.firebreak.crisis.CaseReference;
import io.firebreak.crisis.Cases;
import io.firebreak.ledger.Act;
import io.firebreak.ledger.Ledger;
import io.firebreak.reply.Reply;
import io.firebreak.rule.Refusal;
import io.firebreak.rule.TextRule;
import io.firebreak.takedown.ProposalRule.Checked;
import io.firebreak.takedown.TakeDown.Decided;
import io.firebreak.takedown.TakeDown.Decision;
import io.firebreak.takedown.TakeDown.Proposal;
import io.firebreak.takedown.TakeDown.Settled;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Forced take-downs, one at a time in a case, step by step: somebody asks, somebody prepares it, a second person who wrote
 * none of it countersigns exactly that, and somebody does it by hand. Each step is in the ledger.
 */
@Service
public class TakeDowns {

    private static final TextRule REQUEST = TextRule.text("request", "Why the post has to be taken down", 2_000);
    private static final TextRule COMMENTS = TextRule.text("comments", "What is to be changed, or why not", 2_000);
    private static final TextRule PROOF = TextRule.text("proof", "How it can be seen that the post is gone", 2_000);
    private static final TextRule CALLED_OFF = TextRule.text("reason", "Why it is called off", 2_000);

    private final TakeDownStore store;
    private final ProposalRule rule;
    private final ExplanationReview review;
    private final PublicPosts posts;
    private final PublicTrace trace;
    private final Cases cases;
    private final Ledger ledger;
    private final Clock clock;

    TakeDowns(
            TakeDownStore store,
            ProposalRule rule,
            ExplanationReview review,
            PublicPosts posts,
            PublicTrace trace,
            Cases cases,
            Ledger ledger,
            Clock clock) {
        this.store = store;
        this.rule = rule;
        this.review = review;
        this.posts = posts;
        this.trace = trace;
        this.cases = cases;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** All of a case, oldest first. */
    @Transactional(readOnly = true)
    public List<TakeDown> of(CaseReference reference) {
        return store.of(reference.toString());
    }

    /** Replies of the case that people brought into the thread by hand and that stand there, oldest first. */
    @Transactional(readOnly = true)
    public List<Reply> repliesByHand(CaseReference reference) {
        return posts.replies(reference);
    }

    /** The one of the case that is still to be decided or done. */
    @Transactional(readOnly = true)
    public Optional<TakeDown> open(CaseReference reference) {
        return store.open(reference.toString());
    }

    /**
     * Somebody asks for a take-down, also in a closed case: courts take their time.
     *
     * @throws Refusal when the person is neither crisis lead nor legal, or another one is under way in the case
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void ask(CaseReference reference, String request, Person person) {
        if (!person.isAny(Role.CRISIS_LEAD, Role.LEGAL)) {
            throw Refusal.notAllowed("Only crisis leads and the role Legal ask for a take-down; please ask one of them."
                    + " A mistake is put right in public and never taken down.");
        }
        String why = REQUEST.require(request);
        cases.lock(reference);
        if (store.open(reference.toString()).isPresent()) {
            throw Refusal.conflict("A take-down of %s is under way already; please end it first.".formatted(reference));
        }
        store.add(UUID.randomUUID(), reference.toString(), person.actor().id(), clock.instant(), why);
        record(reference, person.actor(), "takeDown.asked", "%s asks for a take-down.", why);
    }

    /**
     * Somebody says what is to be taken down, who demands it, by which paper, and what the public reads in its place.
     *
     * @param drafters who typed into the form before, by their user ids; they count among the authors
     * @throws Refusal that names all that is wrong with it
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void propose(CaseReference reference, NewProposal proposed, Actor actor, Set<String> drafters) {
        cases.lock(reference);
        TakeDown takeDown = requireOpen(reference);
        if (takeDown.isAgreed()) {
            throw Refusal.conflict(
                    "The take-down is agreed to already and stays as it is; please do it or call it off.");
        }
        Checked checked = rule.check(reference, proposed);
        Proposal proposal = checked.proposal();
        store.propose(takeDown.id(), proposal, authors(takeDown, actor, drafters));
        review.keep(reference, proposal, checked.wording(), actor.id());
        ledger.record(
                act(reference, actor, "takeDown.proposed", "%s prepared the take-down: " + proposal.reason() + ".")
                        .because(proposal.orderedBy())
                        .with(kindOf(proposal), proposal.post().toString())
                        .with("paper", proposal.paper().toString())
                        .with("sha256", proposal.sha256()));
    }

    /** Whoever wrote in it before stays among them: what is proposed now grew from theirs. */
    private static Set<String> authors(TakeDown takeDown, Actor actor, Set<String> drafters) {
        Set<String> authors = new LinkedHashSet<>(takeDown.authors());
        authors.add(actor.id());
        authors.addAll(new TreeSet<>(drafters));
        return authors;
    }

    /**
     * A second person agrees to exactly what they read, sends it back, or refuses it.
     *
     * @param seen the hash of what was read
     * @throws Refusal when the person is neither legal nor management, wrote in it, or it was changed meanwhile
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void decide(CaseReference reference, Decision decision, String comments, String seen, Person person) {
        cases.lock(reference);
        TakeDown takeDown = requireOpen(reference);
        if (takeDown.proposal() == null || takeDown.decided() != null) {
            throw Refusal.conflict("Nothing waits for a countersignature here; please open the task again.");
        }
        requireSecondPerson(reference, takeDown, person);
        if (!takeDown.proposal().sha256().equals(seen)) {
            throw Refusal.conflict(
                    "The take-down was changed since you opened it; please open the task again and read it.");
        }
        String said = (decision == Decision.AGREE ? COMMENTS.optional() : COMMENTS).require(comments);
        store.decide(takeDown.id(), new Decided(decision, said, person.actor().id(), clock.instant()));
        if (decision == Decision.AGREE) {
            trace.expect(reference, takeDown.proposal());
        }
        ledger.record(act(reference, person.actor(), typeOf(decision), sentenceOf(decision))
                .because(said)
                .with("sha256", seen));
    }

    private void requireSecondPerson(CaseReference reference, TakeDown takeDown, Person person) {
        String id = person.actor().id();
        if (!person.isAny(Role.LEGAL, Role.MANAGEMENT)) {
            throw refused(reference, id, "Only Legal and Management countersign a take-down; please ask one of them.");
        }
        if (takeDown.authors().contains(id)) {
            throw refused(
                    reference,
                    id,
                    "You wrote in this take-down, so somebody else of Legal or Management countersigns it.");
        }
    }

    /** That somebody tried is worth a line, whatever becomes of their transaction. */
    private Refusal refused(CaseReference reference, String actor, String sentence) {
        ledger.recordApart(new Act(
                        reference.toString(),
                        actor,
                        "takeDown.countersignatureRefused",
                        "A countersignature was refused.")
                .because(sentence));
        return Refusal.notAllowed(sentence);
    }

    private static String typeOf(Decision decision) {
        return switch (decision) {
            case AGREE -> "takeDown.agreed";
            case SEND_BACK -> "takeDown.sentBack";
            case REFUSE -> "takeDown.refused";
        };
    }

    private static String sentenceOf(Decision decision) {
        return switch (decision) {
            case AGREE -> "%s countersigned the take-down.";
            case SEND_BACK -> "%s sent the take-down back.";
            case REFUSE -> "%s refused the take-down; the post stays.";
        };
    }

    /**
     * The post is gone: a person took it down by hand. Its record stays, marked, and the public reads why.
     *
     * @param explainedAt where the explanation is public; may be missing where the newsroom shows it
     * @throws Refusal when it is not agreed to, or nobody could read why
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void done(CaseReference reference, String proof, String explainedAt, Actor actor) {
        cases.lock(reference);
        TakeDown takeDown = requireAgreed(reference);
        String seen = PROOF.require(proof);
        String place = trace.leave(reference, takeDown.proposal(), explainedAt, clock.instant());
        store.settle(takeDown.id(), new Settled(actor.id(), clock.instant(), seen, place, null));
        ledger.record(act(reference, actor, "takeDown.done", "%s took the post down by hand; the public reads why.")
                .because(seen)
                .with(kindOf(takeDown.proposal()), takeDown.proposal().post().toString())
                .with("explainedAt", place));
    }

    /**
     * It comes to nothing: the order was lifted, or nothing is to be proposed after all. The post stays.
     *
     * @throws Refusal when the reason is missing
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void callOff(CaseReference reference, String reason, Actor actor) {
        cases.lock(reference);
        TakeDown takeDown = requireOpen(reference);
        String why = CALLED_OFF.require(reason);
        store.settle(takeDown.id(), new Settled(actor.id(), clock.instant(), null, null, why));
        record(reference, actor, "takeDown.calledOff", "%s called the take-down off; the post stays.", why);
    }

    private static String kindOf(Proposal proposal) {
        return proposal.publication() == null ? "replyId" : "publication";
    }

    private TakeDown requireAgreed(CaseReference reference) {
        TakeDown takeDown = requireOpen(reference);
        if (!takeDown.isAgreed()) {
            throw Refusal.conflict("Nobody has countersigned this take-down; nothing may be taken down.");
        }
        return takeDown;
    }

    private TakeDown requireOpen(CaseReference reference) {
        return store.open(reference.toString())
                .orElseThrow(() -> Refusal.conflict("No take-down of %s is under way.".formatted(reference)));
    }

    private void record(CaseReference reference, Actor actor, String type, String sentence, String reason) {
        ledger.record(act(reference, actor, type, sentence).because(reason));
    }

    private static Act act(CaseReference reference, Actor actor, String type, String sentence) {
        return new Act(reference.toString(), actor.id(), type, sentence.formatted(actor.id()));
    }
}
