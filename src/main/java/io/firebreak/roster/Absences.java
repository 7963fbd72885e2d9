package io.firebreak.roster;

import io.firebreak.access.Person;
import io.firebreak.ledger.Act;
import io.firebreak.ledger.Ledger;
import io.firebreak.rule.Refusal;
import io.firebreak.rule.TextRule;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who is away and when. People enter it for themselves, crisis leads, management and administrators for others. Why
 * somebody is away is not in the ledger, which keeps for ever.
 */
@Service
public class Absences {

    static final TextRule PERSON = TextRule.line("person", "The person", 64);
    private static final TextRule STAND_IN =
            TextRule.line("standIn", "The stand-in", 64).optional();
    private static final TextRule REASON =
            TextRule.line("reason", "The reason", 500).optional();

    /**
     * What is entered.
     *
     * @param person user id; null: whoever enters it
     * @param from a time with an offset, one on the clocks of the person's zone, or a day
     * @param to likewise, exclusive; a day belongs to it as a whole
     * @param standIn user id; null: whom the plan names
     * @param reason null: none is given
     */
    public record NewAbsence(String person, String from, String to, String standIn, String reason) {}

    /**
     * What came of it.
     *
     * @param warnings sentences about hours for which nobody stands in, or somebody else than was named
     * @param isNew whether it was entered now; otherwise the last that was entered about the person says the same
     */
    public record Reported(AbsenceEntry entry, List<String> warnings, boolean isNew) {}

    private final AbsenceStore store;
    private final CrisisPlans plans;
    private final Roster roster;
    private final RosterRights rights;
    private final Ledger ledger;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final ZoneId houseZone;

    Absences(
            AbsenceStore store,
            CrisisPlans plans,
            Roster roster,
            RosterRights rights,
            Ledger ledger,
            ApplicationEventPublisher events,
            Clock clock,
            @Value("${firebreak.time-zone}") ZoneId houseZone) {
        this.store = store;
        this.plans = plans;
        this.roster = roster;
        this.rights = rights;
        this.ledger = ledger;
        this.events = events;
        this.clock = clock;
        this.houseZone = houseZone;
    }

    /**
     * Keeps an absence. The same again changes nothing. Absences of a person may overlap: the one that was entered last
     * says who stands in.
     *
     * @throws Refusal when the person may not enter it, somebody is not known, or the time is not acceptable
     */
    @Transactional
    public Reported report(NewAbsence wanted, Person by) {
        String person = wanted.person() == null ? by.actor().id() : PERSON.require(wanted.person());
        RosterRights.requireSelfOrForOthers(by, person);
        rights.requireStaff(PERSON, person);
        Span period = new StretchRule("", zoneOf(person)).requireNotOver(wanted.from(), wanted.to(), now());
        String standIn = standIn(wanted.standIn(), person);
        String reason = REASON.require(wanted.reason());
        store.lock(person);
        Absence absence = new Absence(UUID.randomUUID(), person, period.from(), period.to(), standIn);
        Optional<AbsenceEntry> before = store.last(person).filter(last -> isSame(last, absence, reason));
        AbsenceEntry entry = before.orElseGet(() -> add(absence, reason, by));
        return new Reported(entry, warnings(entry.absence()), before.isEmpty());
    }

    /**
     * Ends an absence now; one that has not begun never begins. Done again, it changes nothing.
     *
     * @throws Refusal when there is none with this id, it is over, or the person may not end it
     */
    @Transactional
    public AbsenceEntry end(String id, Person by) {
        String person = get(id).absence().person();
        RosterRights.requireSelfOrForOthers(by, person);
        store.lock(person);
        AbsenceEntry entry = get(id);
        if (entry.endedAt() != null) {
            return entry;
        }
        Absence absence = entry.absence();
        if (!absence.to().isAfter(now())) {
            throw Refusal.conflict("This absence is over already; there is nothing to end.");
        }
        store.end(absence.id(), now(), by.actor());
        ledger.record(new Act(
                        null,
                        by.actor().id(),
                        "absence.ended",
                        now().isAfter(absence.from())
                                ? "%s is back.".formatted(person)
                                : "%s is not going to be away.".formatted(person))
                .with("absence", absence.id()));
        AbsenceEntry ended = get(id);
        events.publishEvent(new AbsenceEnded(ended.absence(), by.actor()));
        return ended;
    }

    /**
     * Absences that are not over, in the order in which they were entered.
     *
     * @param person user id; null: of everybody
     */
    @Transactional(readOnly = true)
    public List<AbsenceEntry> of(String person) {
        return store.countingAfter(now()).stream()
                .filter(entry -> person == null || entry.absence().person().equals(person))
                .toList();
    }

    /**
     * One absence, also one that is over.
     *
     * @throws Refusal when there is none with this id
     */
    @Transactional(readOnly = true)
    public AbsenceEntry get(String id) {
        return Ids.parse(id)
                .flatMap(store::find)
                .orElseThrow(
                        () -> Refusal.notFound("There is no absence with this id; ids are listed by /api/absences."));
    }

    private AbsenceEntry add(Absence absence, String reason, Person by) {
        AbsenceEntry entry = new AbsenceEntry(absence, reason, by.actor().id(), now(), null);
        store.add(entry);
        ZoneId zone = zoneOf(absence.person());
        ledger.record(new Act(
                        null,
                        by.actor().id(),
                        "absence.reported",
                        "%s is away %s; %s."
                                .formatted(
                                        absence.person(),
                                        new Span(absence.from(), absence.to()).write(zone),
                                        absence.standIn() == null
                                                ? "who stands in is as planned"
                                                : absence.standIn() + " stands in"))
                .with("absence", absence.id())
                .with("person", absence.person()));
        events.publishEvent(new AbsenceReported(absence, by.actor()));
        return entry;
    }

    private String standIn(String wanted, String person) {
        String standIn = rights.requireStaff(STAND_IN, wanted);
        if (person.equals(standIn)) {
            throw Refusal.invalid("standIn", "Nobody stands in for themselves; please name somebody else.");
        }
        return standIn;
    }

    private static boolean isSame(AbsenceEntry last, Absence absence, String reason) {
        return last.absence().from().equals(absence.from())
                && last.absence().to().equals(absence.to())
                && Objects.equals(last.absence().standIn(), absence.standIn())
                && Objects.equals(last.reason(), reason);
    }

    private List<String> warnings(Absence absence) {
        StandIns standIns = roster.resolver(absence.from()).standIns();
        List<Absence> others = store.countingAfter(absence.from()).stream()
                .map(AbsenceEntry::absence)
                .toList();
        return new StandInWarnings(standIns, zoneOf(absence.person())).about(absence, others);
    }

    private ZoneId zoneOf(String person) {
        return plans.current()
                .person(person)
                .map(CrisisPlan.PlannedPerson::zone)
                .orElse(houseZone);
    }

    /** As exact as the database keeps it. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
