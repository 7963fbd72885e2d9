package io.firebreak.notification;

import io.firebreak.notification.AddressBook.Recipient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells our own people something. It is written down in the transaction in which it is decided, and sent once that has
 * ended well: by one means after the other, in the person's order, until one has got through. When none does, the case
 * says so and it is tried again until the notice expires.
 */
@Service
public class Notices {

    static final Duration DEFAULT_LIFE = Duration.ofDays(1);

    private final AddressBook addressBook;
    private final NoticeStore notices;
    private final DeliveryStore deliveries;
    private final NextMeans nextMeans;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Notices(
            AddressBook addressBook,
            NoticeStore notices,
            DeliveryStore deliveries,
            NextMeans nextMeans,
            Clock clock,
            ApplicationEventPublisher events) {
        this.addressBook = addressBook;
        this.notices = notices;
        this.deliveries = deliveries;
        this.nextMeans = nextMeans;
        this.clock = clock;
        this.events = events;
    }

    /**
     * Tells a person something. A means with a delay of its own is used so long after this moment, or at once when all
     * before it have failed; where nothing is asked, only if no other has got through by then.
     *
     * @return under which id it is kept
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public UUID tell(Notice notice) {
        Recipient recipient = addressBook.find(notice.person());
        if (recipient == null) {
            Recipient nobody = new Recipient(notice.person(), notice.person(), null, "en", ZoneOffset.UTC, List.of());
            ToldNotice told = add(notice, nobody);
            nextMeans.afterFailure(told.id());
            return told.id();
        }
        ToldNotice told = add(notice, recipient);
        planned(told, recipient).forEach(deliveries::add);
        events.publishEvent(new NoticesTold());
        return told.id();
    }

    /**
     * Tells a person something by one of their means alone, at once.
     *
     * @param position of the means in the person's order, from 1
     */
    @Transactional(propagation = Propagation.MANDATORY)
    UUID tellBy(Notice notice, Recipient recipient, int position) {
        ToldNotice told = add(notice, recipient);
        Means means = recipient.means().get(position - 1);
        deliveries.add(delivery(told, position, recipient, means, DeliveryState.WAITING, told.toldAt()));
        events.publishEvent(new NoticesTold());
        return told.id();
    }

    /** Nothing more is sent about this question: it is answered, or nobody wants to know any more. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void settle(UUID ask) {
        for (UUID notice : notices.lockOpenOf(ask)) {
            notices.end(notice, clock.instant());
            deliveries.stopRest(notice);
        }
    }

    private ToldNotice add(Notice notice, Recipient recipient) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Instant expiresAt = notice.expiresAt() == null ? now.plus(DEFAULT_LIFE) : notice.expiresAt();
        Notice dated = new Notice(
                notice.person(),
                notice.kind(),
                notice.caseReference(),
                notice.taskId(),
                notice.details() == null ? Map.of() : notice.details(),
                notice.ask(),
                expiresAt);
        ToldNotice told = new ToldNotice(
                UUID.randomUUID(),
                dated,
                recipient.name(),
                recipient.language(),
                recipient.zone(),
                now,
                null,
                null,
                0,
                null);
        notices.add(told);
        return told;
    }

    private static List<Delivery> planned(ToldNotice told, Recipient recipient) {
        List<Delivery> planned = new ArrayList<>();
        boolean first = true;
        for (int index = 0; index < recipient.means().size(); index++) {
            Means means = recipient.means().get(index);
            DeliveryState state = stateAtFirst(means, first);
            Instant dueAt = state == DeliveryState.WAITING ? dueAtFirst(told, means) : null;
            planned.add(delivery(told, index + 1, recipient, means, state, dueAt));
            first = first && state == DeliveryState.SHOWN;
        }
        return planned;
    }

    private static DeliveryState stateAtFirst(Means means, boolean first) {
        if (means.kind() == Means.Kind.TASKLIST) {
            return DeliveryState.SHOWN;
        }
        return first || means.after() != null ? DeliveryState.WAITING : DeliveryState.LATER;
    }

    private static Instant dueAtFirst(ToldNotice told, Means means) {
        return means.after() == null ? told.toldAt() : told.toldAt().plus(means.after());
    }

    private static Delivery delivery(
            ToldNotice told, int position, Recipient recipient, Means means, DeliveryState state, Instant dueAt) {
        return new Delivery(
                told.id(),
                position,
                MeansKey.resolved(means, recipient.mailAddress()),
                MeansKey.server(means),
                state,
                dueAt,
                null,
                0,
                null,
                null);
    }
}
