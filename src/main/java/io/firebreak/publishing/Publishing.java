package io.firebreak.publishing;

import io.firebreak.access.Actor;
import io.firebreak.crisis.CaseReference;
import io.firebreak.crisis.Cases;
import io.firebreak.crisis.CrisisCase;
import io.firebreak.ledger.Act;
import io.firebreak.ledger.Ledger;
import io.firebreak.publishing.Publication.Progress;
import io.firebreak.publishing.channel.Certainty;
import io.firebreak.rule.Fingerprint;
import io.firebreak.rule.Refusal;
import io.firebreak.statement.Promises;
import io.firebreak.statement.Rendering;
import io.firebreak.statement.StatementVersion;
import io.firebreak.statement.Statements;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Puts approved texts into the queue from which each reaches every channel once. Where the id of a text is asked for, null
 * means the case's own statement.
 */
@Service
public class Publishing {

    private static final int ATTEMPTS_BEFORE_TROUBLE = 3;

    private final Cases cases;
    private final Statements statements;
    private final Promises promises;
    private final PublicationGate gate;
    private final PublicationStore publications;
    private final Accounts accounts;
    private final Ledger ledger;
    private final Clock clock;
    private final ApplicationEventPublisher events;
    private final boolean reconcileFirst;

    Publishing(
            Cases cases,
            Statements statements,
            Promises promises,
            PublicationGate gate,
            PublicationStore publications,
            Accounts accounts,
            Ledger ledger,
            Clock clock,
            ApplicationEventPublisher events,
            PublishingProperties properties) {
        this.reconcileFirst = properties.publishing().reconcileFirst();
        this.cases = cases;
        this.statements = statements;
        this.promises = promises;
        this.gate = gate;
        this.publications = publications;
        this.accounts = accounts;
        this.ledger = ledger;
        this.clock = clock;
        this.events = events;
    }

    /** Everything that was queued of the case's statements, oldest first. */
    @Transactional(readOnly = true)
    public List<Publication> of(String caseReference) {
        return publications.of(caseReference);
    }

    /** Every reply of the case that a channel sends in its thread, oldest first. */
    @Transactional(readOnly = true)
    public List<Publication> repliesOf(CaseReference reference) {
        return publications.ofReplies(reference.toString());
    }

    /** The channels of an audience on which the latest version was queued. */
    @Transactional(readOnly = true)
    public List<String> channelsOf(CaseReference reference, UUID statementId, Audience audience) {
        return publications.of(latest(reference, statementId).id(), audience).stream()
                .map(Publication::channel)
                .distinct()
                .toList();
    }

    /**
     * Where a text stands on a channel: its latest version, and whatever is uncertain of earlier ones.
     *
     * @return empty when nothing of it was ever queued there
     */
    @Transactional(readOnly = true)
    public Optional<Standing> standing(CaseReference reference, UUID statementId, String channel) {
        StatementVersion latest = latest(reference, statementId);
        List<Publication> all = publications.of(reference.toString()).stream()
                .filter(publication -> publication.statementId().equals(latest.statementId()))
                .filter(publication -> publication.channel().equals(channel))
                .toList();
        if (all.isEmpty()) {
            return Optional.empty();
        }
        boolean earlierUncertain = all.stream()
                .anyMatch(publication -> publication.isUncertain() && publication.number() < latest.number());
        return Optional.of(
                earlierUncertain
                        ? Standing.UNCERTAIN
                        : Standing.of(all.stream()
                                .filter(publication -> publication.number() == latest.number())
                                .toList()));
    }

    /** What of the latest version only a person can bring further on this channel. */
    @Transactional(readOnly = true)
    public List<Publication> waitingForPerson(CaseReference reference, UUID statementId, String channel) {
        return publications.of(latest(reference, statementId).id(), channel).stream()
                .filter(Publication::waitsForPerson)
                .toList();
    }

    /** What of the case, in whatever version, may be public or not; only a person can find out. */
    @Transactional(readOnly = true)
    public List<Publication> uncertain(CaseReference reference) {
        return publications.uncertain(reference.toString());
    }

    /** The same of one text on one channel. */
    @Transactional(readOnly = true)
    public List<Publication> uncertain(CaseReference reference, UUID statementId, String channel) {
        UUID text = latest(reference, statementId).statementId();
        return uncertain(reference).stream()
                .filter(publication -> publication.statementId().equals(text))
                .filter(publication -> publication.channel().equals(channel))
                .toList();
    }

    /** The references of the cases of which something may be public or not. */
    @Transactional(readOnly = true)
    public List<String> casesInDoubt() {
        return publications.casesInDoubt();
    }

    /**
     * Why the latest version does not get out on this channel, in a sentence; empty as long as it was not tried in vain
     * several times. It is still tried.
     */
    @Transactional(readOnly = true)
    public Optional<String> troubleOn(CaseReference reference, UUID statementId, String channel) {
        return publications.of(latest(reference, statementId).id(), channel).stream()
                .flatMap(publication -> troubleOf(publication).stream())
                .findFirst();
    }

    private static Optional<String> troubleOf(Publication publication) {
        Progress progress = publication.progress();
        if (publication.state() == PublicationState.RETRY && progress.attempt() >= ATTEMPTS_BEFORE_TROUBLE) {
            return Optional.of("%s was tried %d times. Last: %s"
                    .formatted(publication.describe(), progress.attempt(), progress.reason()));
        }
        if (publication.state() == PublicationState.UNKNOWN && progress.probes() > ATTEMPTS_BEFORE_TROUBLE) {
            return Optional.of("%s may be public or not, and was looked up %d times in vain. Last: %s"
                    .formatted(publication.describe(), progress.probes(), progress.reason()));
        }
        return Optional.empty();
    }

    /** Whether nothing of the latest version is waited for any more for this audience, people's work included. */
    @Transactional(readOnly = true)
    public boolean isSettled(CaseReference reference, UUID statementId, Audience audience) {
        return publications.of(latest(reference, statementId).id(), audience).stream()
                .allMatch(Publication::isSettled);
    }

    /**
     * Queues the latest version of a text for an audience. Done again, it adds nothing. While another case holds a
     * freeze of the brand it waits in the queue. A text that was overtaken is left out.
     *
     * @throws Refusal when the gate does not let it pass; the attempt is in the ledger
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void queue(CaseReference reference, UUID statementId, Audience audience) {
        CrisisCase crisisCase = cases.lock(reference);
        StatementVersion version = latest(reference, statementId);
        Optional<String> overtaken = gate.overtaken(crisisCase, version);
        if (overtaken.isPresent()) {
            leaveOut(version, overtaken.get());
            return;
        }
        passGate(crisisCase, version);
        String held = gate.heldBack(crisisCase).orElse(null);
        List<ChannelAccount> channels = accounts.of(audience).stream()
                .filter(account -> addAll(crisisCase, version, account, held))
                .toList();
        if (!channels.isEmpty()) {
            record(crisisCase, version, channels, held);
        }
        if (audience == Audience.PUBLIC && held == null) {
            promises.give(version.statementId());
        }
        // for nobody as well: a process that waits until everybody has it goes on at once
        events.publishEvent(new PublicationsQueued(reference.toString()));
    }

    /** Nothing is wrong: the process goes on, and what waits of this text anywhere waits no longer. */
    private void leaveOut(StatementVersion version, String reason) {
        String reference = statements.find(version.statementId()).orElseThrow().caseReference();
        publications.leaveOutUnsent(version.id(), reason);
        ledger.record(new Act(
                        reference,
                        Actor.FIREBREAK.id(),
                        "publication.leftOut",
                        version.named() + " goes out no further.")
                .because(reason)
                .with("version", version.number())
                .with("statement", version.statementId().toString()));
        events.publishEvent(new PublicationsQueued(reference));
    }

    private StatementVersion latest(CaseReference reference, UUID statementId) {
        return statements
                .find(reference.toString(), statementId)
                .flatMap(statement -> statements.latestOf(statement.id()))
                .orElseThrow(() -> Refusal.conflict("There is no statement of " + reference + " to publish."));
    }

    private void passGate(CrisisCase crisisCase, StatementVersion version) {
        try {
            gate.pass(crisisCase, version);
        } catch (Refusal refusal) {
            ledger.recordApart(new Act(
                            crisisCase.reference().toString(),
                            Actor.FIREBREAK.id(),
                            "publication.refused",
                            version.named() + " is not published.")
                    .because(refusal.getMessage())
                    .with("version", version.number())
                    .with("statement", version.statementId().toString()));
            throw refusal;
        }
    }

    /** Whether anything was added. */
    private boolean addAll(CrisisCase crisisCase, StatementVersion version, ChannelAccount account, String held) {
        List<Rendering> parts = version.renderingsFor(account.name());
        boolean added = false;
        for (String addressee :
                parts.isEmpty() ? List.<String>of() : account.channel().addressees()) {
            for (Rendering part : parts) {
                added |= publications.add(
                        publication(crisisCase, version, account, part, addressee, parts.size(), held));
            }
        }
        return added;
    }

    private Publication publication(
            CrisisCase crisisCase,
            StatementVersion version,
            ChannelAccount account,
            Rendering part,
            String addressee,
            int parts,
            String held) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return new Publication(
                UUID.randomUUID(),
                crisisCase.reference().toString(),
                version.statementId(),
                version.kind(),
                version.text().language(),
                version.id(),
                version.number(),
                account.name(),
                account.audience(),
                part.part(),
                parts,
                addressee,
                key(version, part, addressee),
                version.sha256(),
                version.text().apology(),
                crisisCase.report().drill() || account.settings().dryRun(),
                account.channel().isByHand(),
                account.audience() == Audience.ALLIES ? publicAddresses(version) : List.of(),
                now,
                first(account, held, now));
    }

    /** Also what is published by hand waits in the queue while it is held back. */
    private Progress first(ChannelAccount account, String held, Instant now) {
        boolean byHand = account.channel().isByHand();
        if (held != null) {
            return beginning(PublicationState.PENDING, PublicationGate.lookAgain(now), held);
        }
        return byHand
                ? beginning(
                        PublicationState.NEEDS_HUMAN, null, account.account().instructions())
                : beginning(firstState(account), now, null);
    }

    private static Progress beginning(PublicationState state, Instant notBefore, String reason) {
        return new Progress(state, notBefore, null, 0, 0, 0, null, reason, false, null, null, 0, null, null);
    }

    /** After a restore also what is queued now may have been sent in the time that the backup does not know. */
    private PublicationState firstState(ChannelAccount account) {
        return reconcileFirst && account.certainty() != Certainty.TRANSACTION
                ? PublicationState.UNKNOWN
                : PublicationState.PENDING;
    }

    private List<String> publicAddresses(StatementVersion version) {
        return publications.of(version.id(), Audience.PUBLIC).stream()
                .filter(publication -> publication.part() == 1)
                .map(Publication::url)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    /** The same for the same part, channel and addressee, whatever happens to our database in between. */
    private static String key(StatementVersion version, Rendering part, String addressee) {
        return Fingerprint.of(
                List.of(version.id().toString(), part.channel(), Integer.toString(part.part()), addressee));
    }

    private void record(CrisisCase crisisCase, StatementVersion version, List<ChannelAccount> channels, String held) {
        List<String> names = channels.stream().map(ChannelAccount::name).toList();
        String sentence = (held == null
                        ? "%s goes out on %s."
                        : "%s goes out as soon as it is no longer held back, on %s.")
                .formatted(version.named(), String.join(", ", names));
        ledger.record(new Act(
                        crisisCase.reference().toString(),
                        Actor.FIREBREAK.id(),
                        version.kind().act("queued"),
                        crisisCase.report().drill() ? sentence + " This is a drill." : sentence)
                .because(held)
                .with("statement", version.statementId().toString())
                .with("version", version.number())
                .with("sha256", version.sha256())
                .with("channels", names));
    }
}
