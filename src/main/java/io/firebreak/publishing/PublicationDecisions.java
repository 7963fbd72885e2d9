package io.firebreak.publishing;

import io.firebreak.access.Actor;
import io.firebreak.crisis.CaseReference;
import io.firebreak.crisis.Cases;
import io.firebreak.ledger.Act;
import io.firebreak.ledger.Ledger;
import io.firebreak.publishing.AttemptStore.Step;
import io.firebreak.publishing.channel.RemotePost;
import io.firebreak.rule.Refusal;
import io.firebreak.rule.TextRule;
import io.firebreak.rule.WebAddress;
import io.firebreak.statement.StatementKind;
import java.time.Clock;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What people decide about publications that Firebreak can't settle by itself. Each decision is about one publication
 * that waits for a person; about any other it is refused.
 */
@Service
public class PublicationDecisions {

    private static final TextRule PROOF = TextRule.text("proof", "How it can be seen that it is public", 2_000);
    private static final TextRule REASON = TextRule.text("reason", "The reason", 2_000);
    private static final TextRule FINDING = TextRule.text("finding", "What was found and done", 4_000);
    private static final TextRule LINK =
            TextRule.line("link", "The link", 2_000).optional();

    private final Cases cases;
    private final PublicationStore publications;
    private final AttemptStore attempts;
    private final QueueStore queue;
    private final Accounts accounts;
    private final PublicationResults results;
    private final Ledger ledger;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    PublicationDecisions(
            Cases cases,
            PublicationStore publications,
            AttemptStore attempts,
            QueueStore queue,
            Accounts accounts,
            PublicationResults results,
            Ledger ledger,
            Clock clock,
            ApplicationEventPublisher events) {
        this.cases = cases;
        this.publications = publications;
        this.attempts = attempts;
        this.queue = queue;
        this.accounts = accounts;
        this.results = results;
        this.ledger = ledger;
        this.clock = clock;
        this.events = events;
    }

    /**
     * It is public: the person saw it, or published it by hand.
     *
     * @param link where; null where there is no such place
     * @param proof how it can be seen, in the person's words
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void isPublic(CaseReference reference, UUID publicationId, String link, String proof, Actor actor) {
        Publication publication = waiting(reference, publicationId);
        String address = WebAddress.require("link", LINK.require(link));
        String seen = PROOF.require(proof);
        results.settledByPerson(publication, address == null ? null : new RemotePost(null, address));
        note(publication, "PERSON_SAYS_PUBLIC", seen);
        record(publication, actor, "publication.confirmed", "%s says that %s is public on %s.", seen);
    }

    /** It is not public: it is sent again. Only for what was uncertain; the person's word settles the doubt. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void isNotPublic(CaseReference reference, UUID publicationId, String proof, Actor actor) {
        Publication publication = waiting(reference, publicationId);
        if (!publication.isUncertain()) {
            throw Refusal.conflict("It is certain that this is not public; please try again or publish by hand.");
        }
        String seen = PROOF.optional().require(proof);
        queue.again(publication.id(), PublicationState.PENDING, clock.instant());
        note(publication, "PERSON_SAYS_NOT_PUBLIC", seen);
        record(publication, actor, "publication.sendAgain", "%s says that %s is not public on %s; it is sent.", seen);
    }

    /** What kept it from being sent is repaired: it is looked up first, then sent if it is not there. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void tryAgain(CaseReference reference, UUID publicationId, Actor actor) {
        Publication publication = waiting(reference, publicationId);
        if (publication.byHand()) {
            throw Refusal.conflict("This channel has no interface; please publish by hand.");
        }
        refuseUncertain(publication);
        lookAndSend(publication);
        note(publication, "PERSON_TRIES_AGAIN", null);
        record(publication, actor, "publication.sendAgain", "%s has %s tried again on %s.", null);
    }

    /** It is not published on this channel. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void leaveOut(CaseReference reference, UUID publicationId, String reason, Actor actor) {
        Publication publication = waiting(reference, publicationId);
        refuseUncertain(publication);
        String why = REASON.require(reason);
        publications.leaveOut(publication.id(), why);
        publications.leaveOutAfter(publication, why);
        note(publication, "PERSON_LEAVES_OUT", why);
        record(publication, actor, "publication.leftOut", "%s decided that %s is not published on %s.", why);
    }

    /**
     * Somebody wants what is tried in vain on this channel to be tried now: it is looked up first, then sent if it is
     * not there. What is not waiting for its next attempt stays as it is.
     *
     * @param statementId null for the case's own statement
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void lookNow(CaseReference reference, UUID statementId, String channel) {
        cases.lock(reference);
        publications.of(reference.toString()).stream()
                .filter(publication -> publication.channel().equals(channel))
                .filter(publication -> statementId == null
                        ? publication.kind() == StatementKind.STATEMENT
                        : publication.statementId().equals(statementId))
                .flatMap(publication -> queue.lock(publication.id()).stream())
                .filter(PublicationDecisions::isTriedInVain)
                .forEach(publication -> {
                    lookAndSend(publication);
                    note(publication, "RETRY_ASKED", null);
                    record(
                            publication,
                            Actor.FIREBREAK,
                            "publication.sendAgain",
                            "%s tries %s again now on %s, as somebody asked in Cockpit.",
                            null);
                });
    }

    /**
     * What was found and done about a publication that is no longer what was approved.
     *
     * @param finding in the person's words
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void changeChecked(CaseReference reference, UUID publicationId, String finding, Actor actor) {
        Publication publication = publications
                .find(publicationId)
                .filter(found -> found.caseReference().equals(reference.toString()))
                .orElseThrow(() -> missing(reference));
        String found = FINDING.require(finding);
        note(publication, "PERSON_CHECKED", found);
        ledger.record(
                act(publication, actor, "publication.changeChecked", "%s checked what became of %s on %s.", found));
    }

    private void lookAndSend(Publication publication) {
        queue.again(
                publication.id(),
                canLookUp(publication) ? PublicationState.UNKNOWN : PublicationState.PENDING,
                clock.instant());
    }

    private static Refusal missing(CaseReference reference) {
        return Refusal.notFound("There is no such publication of " + reference + ".");
    }

    private static void refuseUncertain(Publication publication) {
        if (publication.isUncertain()) {
            throw Refusal.conflict(
                    "%s may be public or not; please say first whether it is.".formatted(publication.describe()));
        }
    }

    private static boolean isTriedInVain(Publication publication) {
        return publication.state() == PublicationState.RETRY || publication.state() == PublicationState.UNKNOWN;
    }

    private boolean canLookUp(Publication publication) {
        return accounts.find(publication.channel())
                .map(account -> account.certainty().canLookUp())
                .orElse(true);
    }

    private Publication waiting(CaseReference reference, UUID publicationId) {
        cases.lock(reference);
        Publication publication = queue.lock(publicationId)
                .filter(found -> found.caseReference().equals(reference.toString()))
                .orElseThrow(() -> missing(reference));
        if (!publication.waitsForPerson()) {
            throw Refusal.conflict("%s waits for nobody (%s); please open the task again."
                    .formatted(publication.describe(), publication.state()));
        }
        return publication;
    }

    private void note(Publication publication, String step, String reason) {
        attempts.note(
                publication.id(), new Step(publication.progress().attempt(), clock.instant(), null, step, reason));
    }

    private void record(Publication publication, Actor actor, String type, String sentence, String reason) {
        ledger.record(act(publication, actor, type, sentence, reason));
        events.publishEvent(new PublicationsQueued(publication.caseReference()));
    }

    private static Act act(Publication publication, Actor actor, String type, String sentence, String reason) {
        return new Act(
                        publication.caseReference(),
                        actor.id(),
                        type,
                        sentence.formatted(actor.id(), decapitalized(publication.text()), publication.describe()))
                .because(reason)
                .with("channel", publication.channel())
                .with("publication", publication.id().toString())
                .with("version", publication.number())
                .with("statement", publication.statementId().toString());
    }

    private static String decapitalized(String text) {
        return Character.toLowerCase(text.charAt(0)) + text.substring(1);
    }
}
