package io.firebreak.notification;

import io.firebreak.access.Actor;
import io.firebreak.ledger.Act;
import io.firebreak.ledger.Ledger;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What is done when a means has not got through: the next one is used at once, however long it was to wait. After the
 * last one everything begins again, later each time, until the notice expires.
 */
@Service
class NextMeans {

    private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(15);

    private final NoticeStore notices;
    private final DeliveryStore deliveries;
    private final Ledger ledger;
    private final Clock clock;

    NextMeans(NoticeStore notices, DeliveryStore deliveries, Ledger ledger, Clock clock) {
        this.notices = notices;
        this.deliveries = deliveries;
        this.ledger = ledger;
        this.clock = clock;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void afterFailure(UUID notice) {
        ToldNotice told = notices.lock(notice).orElseThrow();
        if (told.isEnded() || told.isReached()) {
            return;
        }
        Instant now = clock.instant();
        List<Delivery> all = deliveries.of(notice);
        if (all.stream().anyMatch(delivery -> delivery.isUnderWay(now))) {
            return;
        }
        Optional<Delivery> next = all.stream().filter(Delivery::isInReserve).findFirst();
        if (next.isPresent()) {
            deliveries.wait(notice, next.get().position(), now, triesHeldAgainst(told.rounds()));
        } else {
            beginAgain(told, all, now);
        }
    }

    private void beginAgain(ToldNotice told, List<Delivery> all, Instant now) {
        boolean known =
                notices.isUndelivered(told.notice().person(), told.notice().caseReference());
        notices.allFailed(told.id(), now);
        if (!known) {
            say(told, all);
        }
        deliveries.takeBackFailed(told.id());
        all.stream()
                .filter(delivery -> delivery.state() == DeliveryState.FAILED)
                .findFirst()
                .ifPresent(first -> deliveries.wait(
                        told.id(),
                        first.position(),
                        now.plus(pause(told.rounds())),
                        triesHeldAgainst(told.rounds() + 1)));
    }

    /** What has failed before is tried once, not twice. */
    private static int triesHeldAgainst(int rounds) {
        return rounds == 0 ? 0 : DeliveryResults.QUICK_TRIES - 1;
    }

    private static Duration pause(int rounds) {
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(rounds, 10));
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }

    private void say(ToldNotice told, List<Delivery> all) {
        Notice notice = told.notice();
        String tried = all.stream()
                .filter(delivery -> delivery.reason() != null)
                .map(delivery -> MeansKey.spoken(delivery.means()) + ": " + delivery.reason())
                .collect(Collectors.joining(" "));
        String why = tried.isEmpty() ? "There is no user with this id." : tried;
        String about = notice.details().getOrDefault(Notice.TASK_NAME, "something");
        ledger.record(new Act(
                        notice.caseReference(),
                        Actor.FIREBREAK.id(),
                        "notice.undeliverable",
                        "Nobody could be told: %s was to hear of \"%s\", and no means got through. %s"
                                .formatted(notice.person(), about, why))
                .with("notice", told.id().toString())
                .with("person", notice.person())
                .with("taskId", notice.taskId()));
    }
}
