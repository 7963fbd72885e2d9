package io.firebreak.publishing;

import io.firebreak.access.Actor;
import io.firebreak.crisis.CaseReference;
import io.firebreak.evidence.Evidence;
import io.firebreak.evidence.Post;
import io.firebreak.ledger.Act;
import io.firebreak.ledger.Ledger;
import io.firebreak.publishing.AttemptStore.Step;
import io.firebreak.publishing.channel.ReadBack;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Compares what is public with what was approved, some times after it was sent. */
@Component
class ReadBacks {

    private static final Logger log = LoggerFactory.getLogger(ReadBacks.class);

    private final AttemptStore attempts;
    private final ReadBackStore readBacks;
    private final Deliveries deliveries;
    private final Evidence evidence;
    private final Ledger ledger;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;

    ReadBacks(
            AttemptStore attempts,
            ReadBackStore readBacks,
            Deliveries deliveries,
            Evidence evidence,
            Ledger ledger,
            Clock clock,
            TransactionTemplate transaction,
            ApplicationEventPublisher events) {
        this.attempts = attempts;
        this.readBacks = readBacks;
        this.deliveries = deliveries;
        this.evidence = evidence;
        this.ledger = ledger;
        this.clock = clock;
        this.transaction = transaction;
        this.events = events;
    }

    /** Takes on the next one that is due on this account; its next turn is set before anything can fail. */
    List<Dispatch> take(ChannelAccount account, UUID node) {
        return nextDue(account).stream()
                .map(publication -> transaction.execute(status -> deliveries.toLookUp(publication, account, node)))
                .toList();
    }

    private List<Publication> nextDue(ChannelAccount account) {
        return transaction.execute(status -> {
            List<Publication> due = readBacks.lockToReadBack(account.name(), clock.instant(), 1);
            due.forEach(publication -> readBacks.readBack(publication.id(), next(publication, account)));
            return due;
        });
    }

    /** Null when it was the last. */
    private Instant next(Publication publication, ChannelAccount account) {
        List<Duration> pauses = account.settings().readBack();
        int turn = publication.progress().readBacks() + 1;
        return turn < pauses.size() ? clock.instant().plus(pauses.get(turn)) : null;
    }

    void compare(Dispatch dispatch) {
        ReadBack seen = ask(dispatch);
        if (seen instanceof ReadBack.Different different) {
            report(dispatch, different.live());
        } else if (seen instanceof ReadBack.Gone) {
            report(dispatch, "");
        } else if (seen instanceof ReadBack.CannotTell cannotTell) {
            log.info("{} could not be read back: {}", dispatch.publication().describe(), cannotTell.reason());
        }
    }

    private static ReadBack ask(Dispatch dispatch) {
        try {
            return dispatch.account()
                    .channel()
                    .readBack(
                            dispatch.delivery(),
                            dispatch.publication().progress().post());
        } catch (RuntimeException failure) {
            log.warn("{} failed unexpectedly", dispatch.account().name(), failure);
            return new ReadBack.CannotTell("The channel failed unexpectedly.");
        }
    }

    private void report(Dispatch dispatch, String live) {
        transaction.executeWithoutResult(status -> {
            Publication publication = dispatch.publication();
            if (readBacks.drifted(publication.id(), live)) {
                keepSeen(publication, live);
                record(publication, live);
                events.publishEvent(new PublicationChanged(publication.caseReference()));
            }
        });
    }

    /** Whatever becomes of the place: this is what readers saw there. */
    private void keepSeen(Publication publication, String live) {
        evidence.keepSeen(
                CaseReference.parse(publication.caseReference()),
                new Post(
                        UUID.randomUUID(),
                        publication.channel(),
                        live,
                        null,
                        null,
                        publication.url(),
                        clock.instant().truncatedTo(ChronoUnit.MICROS),
                        List.of()));
    }

    private void record(Publication publication, String live) {
        boolean gone = live.isEmpty();
        attempts.note(
                publication.id(),
                new Step(publication.progress().attempt(), clock.instant(), null, gone ? "GONE" : "DIFFERENT", null));
        ledger.record(new Act(
                        publication.caseReference(),
                        Actor.FIREBREAK.id(),
                        "publication.drifted",
                        gone
                                ? "%s is no longer public on %s.".formatted(publication.text(), publication.describe())
                                : "What is public on %s is not what was approved: %s."
                                        .formatted(publication.describe(), publication.text()))
                .with("channel", publication.channel())
                .with("publication", publication.id().toString())
                .with("live", live));
    }
}
