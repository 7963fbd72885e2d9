package io.firebreak.notification;

import io.firebreak.notification.means.Outcome;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes down what became of an attempt, and what follows from it. */
@Service
class DeliveryResults {

    private static final Logger log = LoggerFactory.getLogger(DeliveryResults.class);

    /** So often a means is tried before the next one is used. */
    static final int QUICK_TRIES = 2;

    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(2);

    private final NoticeStore notices;
    private final DeliveryStore deliveries;
    private final MeansOutcomes outcomes;
    private final NextMeans nextMeans;
    private final MeterRegistry meters;
    private final Clock clock;

    DeliveryResults(
            NoticeStore notices,
            DeliveryStore deliveries,
            MeansOutcomes outcomes,
            NextMeans nextMeans,
            MeterRegistry meters,
            Clock clock) {
        this.notices = notices;
        this.deliveries = deliveries;
        this.outcomes = outcomes;
        this.nextMeans = nextMeans;
        this.meters = meters;
        this.clock = clock;
    }

    @Transactional
    public void keep(Dispatch dispatch, Outcome outcome) {
        // the notice first, as everybody does: two who hold one each and want the other would wait for ever
        ToldNotice told = notices.lock(dispatch.delivery().notice()).orElse(null);
        if (told == null) {
            return;
        }
        if (outcome instanceof Outcome.Sent) {
            sent(told, dispatch.delivery());
        } else if (outcome instanceof Outcome.Refused refused) {
            failed(dispatch, DeliveryState.REFUSED, null, null, refused.reason());
        } else if (outcome instanceof Outcome.Failed failed) {
            failed(dispatch, failed);
        }
    }

    private void sent(ToldNotice told, Delivery delivery) {
        Instant now = clock.instant();
        deliveries.sent(delivery, now);
        notices.reached(told.id(), now);
        outcomes.worked(told.notice().person(), delivery.means(), now);
        count(told, delivery, "sent");
        if (!told.isQuestion() && !told.isEnded()) {
            deliveries.stopRest(told.id());
            notices.end(told.id(), now);
        }
    }

    private void failed(Dispatch dispatch, Outcome.Failed failed) {
        Instant now = clock.instant();
        boolean again = dispatch.delivery().tries() + 1 < QUICK_TRIES && failed.retryAfter() == null;
        if (again) {
            failed(dispatch, DeliveryState.WAITING, now.plus(BETWEEN_TRIES), null, failed.reason());
        } else {
            Instant restUntil = failed.retryAfter() == null ? null : now.plus(failed.retryAfter());
            failed(dispatch, DeliveryState.FAILED, null, restUntil, failed.reason());
        }
    }

    private void failed(Dispatch dispatch, DeliveryState next, Instant dueAt, Instant restUntil, String reason) {
        Delivery delivery = dispatch.delivery();
        outcomes.failed(dispatch.told().notice().person(), delivery.means(), clock.instant(), reason);
        count(dispatch.told(), delivery, "failed");
        log.warn("The {} did not get through: {}", dispatch.describe(), reason);
        if (deliveries.failed(delivery, next, dueAt, restUntil, reason) && next != DeliveryState.WAITING) {
            nextMeans.afterFailure(delivery.notice());
        }
    }

    private void count(ToldNotice told, Delivery delivery, String outcome) {
        meters.counter(
                        "firebreak.notices",
                        "kind",
                        told.notice().kind().name().toLowerCase(Locale.ROOT),
                        "means",
                        delivery.means().kind().name().toLowerCase(Locale.ROOT),
                        "outcome",
                        outcome)
                .increment();
    }
}
