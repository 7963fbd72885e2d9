package io.firebreak.roster;

import io.firebreak.roster.CrisisPlan.PlannedPerson;
import io.firebreak.roster.CrisisPlan.Reachable;
import io.firebreak.roster.CrisisPlan.Rotation;
import io.firebreak.roster.CrisisPlan.WorkingCalendar;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** Whether somebody can be reached at a moment, why, and until when. */
final class Availability {

    /** Who is reached for so long without an end is taken as reached for good. */
    static final Duration LOOK_AHEAD = Duration.ofDays(31);

    private final CrisisPlan plan;
    private final Duties duties;
    private final StandIns standIns;

    Availability(CrisisPlan plan, Duties duties, StandIns standIns) {
        this.plan = plan;
        this.duties = duties;
        this.standIns = standIns;
    }

    /** Empty when the person is away, or neither they nor those for whom they act are on duty, at work or always there. */
    Optional<Ground> ground(String person, Instant at) {
        if (standIns.isAway(person, at)) {
            return Optional.empty();
        }
        Instant change = standIns.nextChange(person, at).orElse(null);
        return planned(person, at, change).or(() -> inherited(person, at));
    }

    /** When the person can be reached no longer; empty where no end is known within {@link #LOOK_AHEAD}. */
    Optional<Instant> until(String person, Instant at) {
        Instant end = at;
        while (end.isBefore(at.plus(LOOK_AHEAD))) {
            Optional<Ground> ground = ground(person, end);
            if (ground.isEmpty()) {
                return Optional.of(end);
            }
            if (ground.get().until() == null) {
                return Optional.empty();
            }
            end = ground.get().until();
        }
        return Optional.empty();
    }

    private Optional<Ground> inherited(String person, Instant at) {
        Set<String> represented = standIns.represented(person, at);
        if (represented.isEmpty()) {
            return Optional.empty();
        }
        Instant change = standIns.nextChange(person, at).orElse(Instant.MAX);
        for (String away : represented) {
            Instant next = standIns.nextChange(away, at).orElse(Instant.MAX);
            change = next.isBefore(change) ? next : change;
        }
        Instant nearest = change;
        return represented.stream()
                .flatMap(away -> planned(away, at, nearest).map(ground -> ground.insteadOf(away)).stream())
                .findFirst();
    }

    /**
     * As if nobody were away.
     *
     * @param change when who is away changes next; null: never
     */
    private Optional<Ground> planned(String id, Instant at, Instant change) {
        Optional<PlannedPerson> person = plan.person(id);
        return onCall(id, at, change)
                .or(() -> person.flatMap(known -> atWork(known, at, change)))
                .or(() -> person.filter(known -> known.reachable() == Reachable.ALWAYS)
                        .map(known -> Ground.always(change)));
    }

    private Optional<Ground> onCall(String person, Instant at, Instant change) {
        return duties.carriedBy(person, at).findFirst().map(rotation -> onCall(rotation, at, change));
    }

    private Ground onCall(Rotation rotation, Instant at, Instant change) {
        Instant end = duties.onCall(rotation.name(), at).orElseThrow().until();
        return Ground.onCall(rotation.name(), end, change);
    }

    private Optional<Ground> atWork(PlannedPerson person, Instant at, Instant change) {
        WorkingCalendar calendar =
                person.calendar() == null ? null : plan.calendars().get(person.calendar());
        return calendar == null
                ? Optional.empty()
                : WorkingHours.until(calendar, at).map(end -> Ground.atWork(end, change));
    }
}
