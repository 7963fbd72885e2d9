package io.firebreak.roster;

import io.firebreak.roster.CrisisPlan.Chain;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who can be asked by the plan in force and by what people have entered until now. */
@Service
public class Roster {

    private final CrisisPlans plans;
    private final AbsenceStore absences;
    private final DutyChangeStore changes;
    private final Clock clock;

    Roster(CrisisPlans plans, AbsenceStore absences, DutyChangeStore changes, Clock clock) {
        this.plans = plans;
        this.absences = absences;
        this.changes = changes;
        this.clock = clock;
    }

    /** For moments from now on. It knows what was entered until now: take another for each step. */
    @Transactional(readOnly = true)
    public Resolver resolver() {
        return resolver(clock.instant());
    }

    /** For moments from the given one on, also past ones. */
    @Transactional(readOnly = true)
    public Resolver resolver(Instant since) {
        return new Resolver(plans.current(), presence(since));
    }

    /**
     * What the chain of a role does, see {@link #chain}.
     *
     * @param role a group id
     * @param severity S1 to S4; null before it is decided
     */
    @Transactional(readOnly = true)
    public ChainWalk walk(String role, String severity, Matter matter) {
        return new ChainWalk(chain(role, severity), matter, resolver(clock.instant()));
    }

    /**
     * The chain of a role. A role without one asks everybody who has it, then crisis leads, then management.
     *
     * @param role a group id
     * @param severity S1 to S4; null before it is decided
     */
    @Transactional(readOnly = true)
    public Chain chain(String role, String severity) {
        return plans.current().chain(role, severity).orElseGet(() -> ChainOfGroups.of(role));
    }

    /** What people entered beside the plan, as far as it counts at the given moment or later. */
    @Transactional(readOnly = true)
    public Presence presence(Instant since) {
        List<Absence> away = absences.countingAfter(since).stream()
                .map(AbsenceEntry::absence)
                .toList();
        List<DutyChange> changed = changes.countingAfter(since).stream()
                .map(DutyChangeEntry::change)
                .toList();
        return new Presence(away, changed);
    }
}
