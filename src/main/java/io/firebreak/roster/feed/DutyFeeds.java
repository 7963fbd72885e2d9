package io.firebreak.roster.feed;

import io.firebreak.access.Actor;
import io.firebreak.access.Role;
import io.firebreak.engine.Staff;
import io.firebreak.ledger.Act;
import io.firebreak.ledger.Ledger;
import io.firebreak.roster.Resolver;
import io.firebreak.roster.Roster;
import io.firebreak.roster.Shift;
import io.firebreak.rule.Fingerprint;
import io.firebreak.rule.Refusal;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The duties of a person, theirs and those that they carry for others, and the secret address at which calendar programs
 * fetch them. The address is not kept, only its fingerprint: whoever lost it makes a new one, and the old one ends.
 */
@Service
class DutyFeeds {

    static final Duration SHOWN = Duration.ofDays(90);

    private static final int TOKEN_BYTES = 32;

    private final SecureRandom random = new SecureRandom();
    private final DutyFeedStore store;
    private final Roster roster;
    private final Staff staff;
    private final Ledger ledger;
    private final Clock clock;
    private final ZoneId zone;

    DutyFeeds(
            DutyFeedStore store,
            Roster roster,
            Staff staff,
            Ledger ledger,
            Clock clock,
            @Value("${firebreak.time-zone}") ZoneId zone) {
        this.store = store;
        this.roster = roster;
        this.staff = staff;
        this.ledger = ledger;
        this.clock = clock;
        this.zone = zone;
    }

    /**
     * What a calendar program gets.
     *
     * @param person user id
     * @param since the begin of the time that it covers; the same for a month, so that nothing seems to change from fetch
     *     to fetch
     */
    record Feed(String person, Instant since, List<Shift> shifts) {}

    /** From now on, for 90 days. */
    @Transactional(readOnly = true)
    public List<Shift> ahead(String person) {
        Instant now = clock.instant();
        return shifts(person, now, now.plus(SHOWN));
    }

    /** When the address of a person was made; empty: there is none. */
    @Transactional(readOnly = true)
    public Optional<Instant> madeAt(String person) {
        return store.madeAt(person);
    }

    /**
     * Makes a new address; the one before ends.
     *
     * @return what makes it secret, told this once
     */
    @Transactional
    public String make(Actor person) {
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        store.put(person.id(), Fingerprint.of(List.of(token)), clock.instant());
        ledger.record(new Act(
                null,
                person.id(),
                "duties.feed-made",
                "%s has a new address for their duties; one before ends.".formatted(person.id())));
        return token;
    }

    /**
     * What is at a secret address: from the begin of the month before to the end of the third after.
     *
     * @throws Refusal when there is no such address (any more), or its person works on no cases (any more)
     */
    @Transactional(readOnly = true)
    public Feed at(String token) {
        String person = store.personOf(Fingerprint.of(List.of(token)))
                .filter(id -> staff.isAny(id, Role.staff().toArray(Role[]::new)))
                .orElseThrow(() -> Refusal.notFound("There is nothing at this address."));
        LocalDate month = LocalDate.ofInstant(clock.instant(), zone).withDayOfMonth(1);
        Instant since = month.minusMonths(1).atStartOfDay(zone).toInstant();
        Instant until = month.plusMonths(4).atStartOfDay(zone).toInstant();
        return new Feed(person, since, shifts(person, since, until));
    }

    private List<Shift> shifts(String person, Instant from, Instant to) {
        Resolver resolver = roster.resolver(from);
        return resolver.rotations().stream()
                .flatMap(rotation -> resolver.shifts(rotation, from, to).stream())
                .filter(shift -> person.equals(shift.person()) || person.equals(shift.acting()))
                .sorted(Comparator.comparing(Shift::from).thenComparing(Shift::rotation))
                .toList();
    }
}
