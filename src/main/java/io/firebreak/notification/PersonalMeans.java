package io.firebreak.notification;

import io.firebreak.ledger.Act;
import io.firebreak.ledger.Ledger;
import io.firebreak.notification.AddressBook.Recipient;
import io.firebreak.rule.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** By which means a person is reached, whether they work, and a test of each. */
@Service
public class PersonalMeans {

    private static final Duration BETWEEN_TESTS = Duration.ofMinutes(1);
    private static final Duration LIFE_OF_TEST = Duration.ofMinutes(15);

    private final AddressBook addressBook;
    private final MeansOutcomes outcomes;
    private final NoticeStore store;
    private final Notices notices;
    private final Ledger ledger;
    private final Clock clock;

    PersonalMeans(
            AddressBook addressBook,
            MeansOutcomes outcomes,
            NoticeStore store,
            Notices notices,
            Ledger ledger,
            Clock clock) {
        this.addressBook = addressBook;
        this.outcomes = outcomes;
        this.store = store;
        this.notices = notices;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * In the order in which they are tried.
     *
     * @throws Refusal when there is nobody with this user id
     */
    @Transactional(readOnly = true)
    public List<MeansView> of(String person) {
        return of(known(person));
    }

    /** The same; empty where there is nobody with this user id. */
    @Transactional(readOnly = true)
    public List<MeansView> ofAnybody(String person) {
        Recipient recipient = addressBook.find(person);
        return recipient == null ? List.of() : of(recipient);
    }

    private List<MeansView> of(Recipient recipient) {
        List<MeansView> views = new ArrayList<>();
        for (int index = 0; index < recipient.means().size(); index++) {
            Means means = MeansKey.resolved(recipient.means().get(index), recipient.mailAddress());
            views.add(MeansView.of(index + 1, means, outcomes.of(recipient.userId(), means)));
        }
        return views;
    }

    /**
     * Sends the person a message by one of their means alone.
     *
     * @throws Refusal when there is no such means, it can't be tested, or it was a moment ago
     */
    @Transactional
    public void test(String person, int position) {
        Recipient recipient = known(person);
        if (position < 1 || position > recipient.means().size()) {
            throw Refusal.notFound("You have no means at this position; please choose one of 1 to %d."
                    .formatted(recipient.means().size()));
        }
        Means means = recipient.means().get(position - 1);
        if (means.kind() == Means.Kind.TASKLIST) {
            throw Refusal.invalid(
                    "position", "The list of tasks is looked at, nothing is sent; please test one of the others.");
        }
        if (store.wasTold(person, Notice.Kind.TEST, position, clock.instant().minus(BETWEEN_TESTS))) {
            throw Refusal.conflict("This means was tested a moment ago; please wait a minute.");
        }
        Notice notice = new Notice(
                person,
                Notice.Kind.TEST,
                null,
                null,
                Map.of(),
                null,
                clock.instant().plus(LIFE_OF_TEST));
        notices.tellBy(notice, recipient, position);
        ledger.record(new Act(
                        null,
                        person,
                        "means.tested",
                        "%s has a test sent by %s.".formatted(person, MeansKey.spoken(means)))
                .with("position", position));
    }

    private Recipient known(String person) {
        Recipient recipient = addressBook.find(person);
        if (recipient == null) {
            throw Refusal.notFound("There is nobody with this id.");
        }
        return recipient;
    }
}
