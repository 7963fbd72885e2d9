package io.firebreak.publishing;

import io.firebreak.publishing.AttemptStore.Step;
import io.firebreak.publishing.channel.Certainty;
import io.firebreak.publishing.channel.Outcome;
import io.firebreak.publishing.channel.Probe;
import io.firebreak.publishing.channel.RemotePost;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what came of attempts and looks, and decides what happens next. */
@Service
class PublicationResults {

    private static final Logger log = LoggerFactory.getLogger(PublicationResults.class);

    /** One look may come too early for what was sent last; two say that it is not there. */
    private static final int ABSENCES_TO_BELIEVE = 2;

    private static final Duration PAUSE_AFTER_STUMBLING = Duration.ofMinutes(1);

    private final AttemptStore attempts;
    private final QueueStore queue;
    private final ReadBackStore readBacks;
    private final AccountStore accounts;
    private final PublicationNews news;
    private final Accounts known;
    private final Backoff backoff;
    private final Clock clock;
    private final MeterRegistry meters;
    private final Duration giveUpAfter;

    PublicationResults(
            AttemptStore attempts,
            QueueStore queue,
            ReadBackStore readBacks,
            AccountStore accounts,
            PublicationNews news,
            Accounts known,
            Backoff backoff,
            Clock clock,
            MeterRegistry meters,
            PublishingProperties properties) {
        this.attempts = attempts;
        this.queue = queue;
        this.readBacks = readBacks;
        this.accounts = accounts;
        this.news = news;
        this.known = known;
        this.backoff = backoff;
        this.clock = clock;
        this.meters = meters;
        this.giveUpAfter = properties.publishing().giveUpAfter();
    }

    /** Keeps what came of an attempt, unless somebody settled it meanwhile or another attempt has begun. */
    @Transactional
    public void keep(Dispatch dispatch, Outcome outcome) {
        Publication now = queue.lock(dispatch.publication().id()).orElseThrow();
        if (outcome instanceof Outcome.Sent sent && now.state() != PublicationState.SENT) {
            // certain is certain, however late it is known and whatever was thought meanwhile
            tellWhenLate(now, dispatch);
            accounts.succeeded(now.channel());
            settle(now, dispatch.account(), sent.post(), "SENT");
            news.changed(now.caseReference());
            return;
        }
        boolean awaited = now.state() == PublicationState.SENDING || now.state() == PublicationState.UNKNOWN;
        if (!awaited || now.progress().attempt() != dispatch.attempt()) {
            log.info(
                    "{}: what came of attempt {} is out of date ({})", now.describe(), dispatch.attempt(), now.state());
            return;
        }
        if (outcome instanceof Outcome.NotSent notSent) {
            retryLater(now, dispatch.account(), notSent);
        } else if (outcome instanceof Outcome.Rejected rejected) {
            // a server that says no is there and works
            accounts.succeeded(now.channel());
            fail(now, "REJECTED", rejected.reason());
        } else if (outcome instanceof Outcome.Unknown unknown) {
            countFailure(dispatch.account());
            doubt(now, unknown.reason());
        }
        news.changed(now.caseReference());
    }

    private static void tellWhenLate(Publication now, Dispatch dispatch) {
        if (now.progress().attempt() != dispatch.attempt()) {
            log.warn(
                    "{}: attempt {} turns out to have worked after attempt {} began; please look whether it is there twice",
                    now.describe(),
                    dispatch.attempt(),
                    now.progress().attempt());
        }
    }

    /** This node may not send it any more, and has not: whoever may goes on at once. */
    @Transactional
    public void release(Dispatch dispatch) {
        Publication now = queue.lock(dispatch.publication().id()).orElseThrow();
        if (now.state() == PublicationState.SENDING && now.progress().attempt() == dispatch.attempt()) {
            note(now, "RELEASED", "The node lost its connection to the database before it sent anything.");
            queue.move(now.id(), PublicationState.PENDING, null, clock.instant());
        }
    }

    /** Firebreak itself could not put it together or publish it: a person is asked when that goes on. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void stumbled(Publication publication) {
        String reason = "It could not be published because of an error in Firebreak; its log says more.";
        Instant now = clock.instant();
        Instant first = publication.progress().firstTriedAt();
        note(publication, "STUMBLED", reason);
        if (first != null && now.isAfter(first.plus(giveUpAfter))) {
            failAs(publication, reason);
        } else {
            queue.stumbled(publication.id(), reason, now, now.plus(PAUSE_AFTER_STUMBLING));
        }
        news.changed(publication.caseReference());
    }

    /** A person saw it, or published it by hand. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void settledByPerson(Publication publication, RemotePost post) {
        queue.lockGroup(publication);
        queue.sent(publication.id(), post, clock.instant(), null);
        meters.counter("firebreak.publications", "channel", publication.channel())
                .increment();
        news.sent(publication, post);
    }

    /** Publishes on a channel of our own and keeps that it is public, both in the caller's transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void sentWithin(Dispatch dispatch) {
        Outcome outcome = dispatch.publication().dryRun()
                ? new Outcome.Sent(null)
                : dispatch.account().channel().publish(dispatch.delivery());
        keep(dispatch, outcome);
    }

    private void settle(Publication publication, ChannelAccount account, RemotePost post, String step) {
        Instant now = clock.instant();
        queue.lockGroup(publication);
        queue.sent(publication.id(), post, now, firstReadBack(publication, account, now));
        if (post != null && post.id() != null) {
            readBacks.endReadBacksOfEarlier(publication, post);
        }
        note(publication, step, publication.dryRun() ? "Dry run: nothing was called." : null);
        meters.counter("firebreak.publications", "channel", publication.channel())
                .increment();
        meters.timer("firebreak.publications.delay", "channel", publication.channel())
                .record(Duration.between(publication.createdAt(), now));
        news.sent(publication, post);
    }

    private static Instant firstReadBack(Publication publication, ChannelAccount account, Instant now) {
        List<Duration> pauses = account.settings().readBack();
        boolean possible = !publication.dryRun() && account.certainty() != Certainty.PERSON;
        return possible && !pauses.isEmpty() ? now.plus(pauses.get(0)) : null;
    }

    private void retryLater(Publication publication, ChannelAccount account, Outcome.NotSent outcome) {
        Instant now = clock.instant();
        note(publication, "NOT_SENT", outcome.reason());
        if (outcome.retryAfter() != null) {
            // the whole account was asked to wait, not this publication alone
            accounts.restUntil(account.name(), now.plus(outcome.retryAfter()));
        } else {
            countFailure(account);
        }
        Instant known = publication.progress().firstTriedAt();
        Instant first = known == null ? now : known;
        Instant next = now.plus(backoff.pause(publication.progress().attempt(), outcome.retryAfter()));
        if (next.isAfter(first.plus(giveUpAfter))) {
            failAs(
                    publication,
                    "It was tried for %s, %d times. Last: %s"
                            .formatted(
                                    readable(giveUpAfter),
                                    publication.progress().attempt(),
                                    outcome.reason()));
        } else {
            queue.move(publication.id(), PublicationState.RETRY, outcome.reason(), next);
        }
    }

    private static String readable(Duration duration) {
        return duration.toMinutes() + " minutes";
    }

    private void fail(Publication publication, String step, String reason) {
        note(publication, step, reason);
        failAs(publication, reason);
    }

    private void failAs(Publication publication, String reason) {
        queue.move(publication.id(), PublicationState.FAILED, reason, null);
        news.askPersonAbout(publication, false, reason);
        news.tell(publication, "publication.failed", "%s could not be published on %s.", reason);
    }

    private void countFailure(ChannelAccount account) {
        if (accounts.failed(account.name())) {
            log.warn(
                    "{} failed {} times in a row and is left alone for a while",
                    account.name(),
                    AccountStore.FAILURES_TO_OPEN);
        }
    }

    /** It may be public: it is looked up when whatever is under way must have arrived. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void doubt(Publication publication, String reason) {
        note(publication, "UNKNOWN", reason);
        Duration settling = known.find(publication.channel())
                .map(account -> account.settings().probeAfter())
                .orElse(Duration.ZERO);
        queue.move(
                publication.id(),
                PublicationState.UNKNOWN,
                reason,
                clock.instant().plus(settling));
        news.tell(publication, "publication.uncertain", "%s may be public on %s or not.", reason);
        news.changed(publication.caseReference());
    }

    /** Keeps what a look found, unless the doubt was settled meanwhile. */
    @Transactional
    public void keep(Dispatch dispatch, Probe probe) {
        Publication now = queue.lock(dispatch.publication().id()).orElseThrow();
        boolean doubted =
                now.state() == PublicationState.UNKNOWN && now.progress().attempt() == dispatch.attempt();
        boolean latest =
                now.progress().probes() == dispatch.publication().progress().probes() + 1;
        // what was found is there, however late the news is; what was not found counts once for each look
        if (!doubted || !latest && !(probe instanceof Probe.Found)) {
            return;
        }
        if (probe instanceof Probe.Found found) {
            accounts.succeeded(now.channel());
            news.tell(now, "publication.found", "%s is public on %s: it was found there.", null);
            settle(now, dispatch.account(), found.post(), "FOUND");
        } else if (probe instanceof Probe.Absent) {
            absent(now, dispatch.account());
        } else if (probe instanceof Probe.AskPerson ask) {
            note(now, "PERSON_NEEDED", ask.question());
            queue.move(now.id(), PublicationState.NEEDS_HUMAN, ask.question(), null);
            news.askPersonAbout(now, true, ask.question());
        } else if (probe instanceof Probe.NotNow notNow) {
            lookLater(now, notNow.reason());
        }
        news.changed(now.caseReference());
    }

    private void absent(Publication publication, ChannelAccount account) {
        note(publication, "NOT_FOUND", null);
        if (publication.progress().absences() + 1 >= ABSENCES_TO_BELIEVE) {
            queue.move(publication.id(), PublicationState.PENDING, "It is not there.", clock.instant());
        } else {
            queue.absent(
                    publication.id(), clock.instant().plus(account.settings().probeAgainAfter()));
        }
    }

    private void lookLater(Publication publication, String reason) {
        note(publication, "COULD_NOT_LOOK", reason);
        Instant now = clock.instant();
        Instant first = publication.progress().firstTriedAt();
        if (first != null && now.isAfter(first.plus(giveUpAfter))) {
            String question =
                    "It may be public, and the server could not be asked for %s (%s). Please look whether it is there."
                            .formatted(readable(giveUpAfter), reason);
            queue.move(publication.id(), PublicationState.NEEDS_HUMAN, question, null);
            news.askPersonAbout(publication, true, question);
        } else {
            queue.move(
                    publication.id(),
                    PublicationState.UNKNOWN,
                    reason,
                    now.plus(backoff.pause(publication.progress().probes(), null)));
        }
    }

    private void note(Publication publication, String step, String reason) {
        attempts.note(
                publication.id(),
                new Step(
                        publication.progress().attempt(),
                        clock.instant(),
                        publication.progress().node(),
                        step,
                        reason));
    }
}
