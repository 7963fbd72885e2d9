package io.firebreak.roster;

import io.firebreak.access.Person;
import io.firebreak.access.Role;
import io.firebreak.ledger.Act;
import io.firebreak.ledger.Ledger;
import io.firebreak.roster.CrisisPlan.Rotation;
import io.firebreak.rule.Refusal;
import io.firebreak.rule.TextRule;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who is on call in somebody else's place. Of several changes that cover a moment the last entered counts, so one is
 * corrected by another.
 */
@Service
public class DutyChanges {

    private static final TextRule ROTATION = TextRule.line("rotation", "The rotation", 100);
    private static final TextRule REASON = TextRule.line("reason", "The reason", 500);

    /**
     * Somebody is on call for a time.
     *
     * @param from a time with an offset, one on the clocks of the rotation's zone, or a day
     * @param to likewise, exclusive; a day belongs to it as a whole
     * @param person user id
     */
    public record NewDutyChange(String rotation, String from, String to, String person, String reason) {}

    /** What somebody has to give in a swap: their duty in this time. */
    public record Stretch(String person, String from, String to) {}

    /** Two people of a rotation exchange two stretches of duty. */
    public record NewSwap(String rotation, Stretch first, Stretch second, String reason) {}

    /**
     * What came of it.
     *
     * @param entries what was entered in this act
     * @param isNew whether it was entered now; otherwise the last act about the rotation says the same
     */
    public record Changed(List<DutyChangeEntry> entries, boolean isNew) {}

    private final DutyChangeStore store;
    private final CrisisPlans plans;
    private final Roster roster;
    private final RosterRights rights;
    private final Ledger ledger;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    DutyChanges(
            DutyChangeStore store,
            CrisisPlans plans,
            Roster roster,
            RosterRights rights,
            Ledger ledger,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.plans = plans;
        this.roster = roster;
        this.rights = rights;
        this.ledger = ledger;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Puts somebody on call. People of a rotation may take over duty themselves; crisis leads, management and
     * administrators may put anybody on call who works on cases.
     *
     * @throws Refusal when the person may not, somebody or the rotation is not known, or the time is not acceptable
     */
    @Transactional
    public Changed change(NewDutyChange wanted, Person by) {
        Rotation rotation = rotation(wanted.rotation());
        String person = Absences.PERSON.require(wanted.person());
        requireTakesOverOrForOthers(by, person, rotation);
        rights.requireStaff(Absences.PERSON, person);
        Span time = new StretchRule("", rotation.zone()).requireNotOver(wanted.from(), wanted.to(), now());
        String reason = REASON.require(wanted.reason());
        store.lock(rotation.name());
        List<DutyChangeEntry> last = store.lastAct(rotation.name());
        if (isSaidBy(last, person, time, reason)) {
            return new Changed(last, false);
        }
        DutyChange change = new DutyChange(UUID.randomUUID(), rotation.name(), person, time.from(), time.to());
        String sentence = "%s is on call in %s %s.".formatted(person, rotation.name(), time.write(rotation.zone()));
        return new Changed(add(List.of(change), reason, by, "duty.changed", sentence), true);
    }

    private static boolean isSaidBy(List<DutyChangeEntry> last, String person, Span time, String reason) {
        return last.size() == 1
                && last.get(0).reason().equals(reason)
                && last.get(0).change().person().equals(person)
                && new Span(last.get(0).change().from(), last.get(0).change().to()).equals(time);
    }

    /**
     * Two people exchange duty: each gets the hours that the other has in the time. It is entered by one of them, or by a
     * crisis lead.
     *
     * @throws Refusal when the person may not, or one of the two does not have the duty that they give
     */
    @Transactional
    public Changed swap(NewSwap wanted, Person by) {
        Rotation rotation = rotation(wanted.rotation());
        Swap swap =
                new Swap(rotation, half("first", wanted.first(), rotation), half("second", wanted.second(), rotation));
        swap.requireTwo();
        requireOneOfThemOrLead(by, swap);
        String reason = REASON.require(wanted.reason());
        store.lock(rotation.name());
        List<DutyChangeEntry> last = store.lastAct(rotation.name());
        if (swap.isSaidBy(last, reason)) {
            return new Changed(last, false);
        }
        List<DutyChange> changes = swap.changes(roster.resolver(swap.begin()));
        return new Changed(add(changes, reason, by, "duty.swapped", swap.sentence()), true);
    }

    /**
     * Takes a change back from now on, a swap as a whole: the plan counts again, or what was entered before. Done again,
     * it changes nothing.
     *
     * @throws Refusal when there is none with this id, it is over, or the person may not
     */
    @Transactional
    public List<DutyChangeEntry> end(String id, Person by) {
        List<DutyChangeEntry> act = get(id);
        requireEndedBy(by, act);
        store.lock(act.get(0).change().rotation());
        act = get(id);
        if (act.get(0).endedAt() != null) {
            return act;
        }
        if (act.stream().noneMatch(entry -> entry.change().to().isAfter(now()))) {
            throw Refusal.conflict("This change is over already; there is nothing to take back.");
        }
        store.end(act.get(0).act(), now(), by.actor());
        ledger.record(new Act(
                        null,
                        by.actor().id(),
                        "duty.change-ended",
                        "What was changed in %s is taken back."
                                .formatted(act.get(0).change().rotation()))
                .with("act", act.get(0).act()));
        events.publishEvent(new DutyChanged(act.get(0).change().rotation(), by.actor()));
        return get(id);
    }

    /** Changes that are not over, in the order in which they were entered. */
    @Transactional(readOnly = true)
    public List<DutyChangeEntry> list() {
        return store.countingAfter(now());
    }

    private List<DutyChangeEntry> add(
            List<DutyChange> changes, String reason, Person by, String type, String sentence) {
        UUID act = UUID.randomUUID();
        List<DutyChangeEntry> entries = changes.stream()
                .map(change ->
                        new DutyChangeEntry(change, act, reason, by.actor().id(), now(), null))
                .toList();
        entries.forEach(store::add);
        ledger.record(
                new Act(null, by.actor().id(), type, sentence).because(reason).with("act", act));
        events.publishEvent(new DutyChanged(changes.get(0).rotation(), by.actor()));
        return entries;
    }

    private List<DutyChangeEntry> get(String id) {
        List<DutyChangeEntry> act = Ids.parse(id).map(store::act).orElse(List.of());
        if (act.isEmpty()) {
            throw Refusal.notFound("There is no change of duty with this id; ids are listed by /api/duties/changes.");
        }
        return act;
    }

    private Rotation rotation(String wanted) {
        String name = ROTATION.require(wanted);
        Map<String, Rotation> rotations = plans.current().rotations();
        if (!rotations.containsKey(name)) {
            throw Refusal.invalid(
                    "rotation",
                    rotations.isEmpty()
                            ? "The crisis plan has no rotations; please add one there first."
                            : "The crisis plan has no such rotation; please give one of: "
                                    + String.join(", ", new TreeSet<>(rotations.keySet())) + ".");
        }
        return rotations.get(name);
    }

    private Swap.Half half(String field, Stretch stretch, Rotation rotation) {
        if (stretch == null) {
            throw Refusal.invalid(field, "What each of the two gives is missing; please give person, from and to.");
        }
        String person = TextRule.line(field + ".person", "The person", 64).require(stretch.person());
        Span time = new StretchRule(field + ".", rotation.zone()).requireNotOver(stretch.from(), stretch.to(), now());
        return new Swap.Half(field, person, time);
    }

    private static void requireTakesOverOrForOthers(Person by, String person, Rotation rotation) {
        boolean takesOver = by.actor().id().equals(person) && rotation.people().contains(person);
        if (!takesOver && !RosterRights.isForOthers(by)) {
            throw Refusal.notAllowed(
                    "You can take over duty yourself in a rotation that you are in; the rest is done by"
                            + " crisis leads, management and administrators.");
        }
    }

    private static void requireOneOfThemOrLead(Person by, Swap swap) {
        if (!swap.isWith(by.actor().id()) && !by.isAny(Role.CRISIS_LEAD)) {
            throw Refusal.notAllowed("A swap is entered by one of the two, or by a crisis lead.");
        }
    }

    private static void requireEndedBy(Person by, List<DutyChangeEntry> act) {
        boolean concerned = act.stream()
                .anyMatch(entry -> entry.change().person().equals(by.actor().id())
                        || entry.enteredBy().equals(by.actor().id()));
        if (!concerned && !RosterRights.isForOthers(by)) {
            throw Refusal.notAllowed("A change is taken back by those whom it puts on call, by who entered it, or by"
                    + " crisis leads, management and administrators.");
        }
    }

    /** As exact as the database keeps it. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
