package io.firebreak.roster;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Who is asked of a level at a moment. A function of its inputs alone: it knows no engine, no database and no clock, so
 * that years can be tried in a second. It can be used by several threads.
 *
 * <p>Somebody can be reached when they are not absent and are on call in any rotation, within the hours of their working
 * calendar, or reachable always. A stand-in takes over the duty, so they are reached where the absent person would have
 * been, or by themselves.
 */
public final class Resolver {

    private final CrisisPlan plan;
    private final StandIns standIns;
    private final Duties duties;
    private final Availability availability;
    private final Parties parties;

    public Resolver(CrisisPlan plan, Presence presence) {
        this.plan = plan;
        this.standIns = new StandIns(plan, presence.absences());
        this.duties = new Duties(plan.rotations(), presence.changes());
        this.availability = new Availability(plan, duties, standIns);
        this.parties = new Parties(plan, duties);
    }

    /**
     * Those of a level who are asked at the moment; absent people by their stand-ins.
     *
     * @param notAgain whom to pass over because they were asked before, by user id
     * @return with everybody else whom the level names, and why they are not asked
     */
    public Resolution resolve(CrisisPlan.Level level, Matter matter, Set<String> notAgain, Instant at) {
        LevelQuestion question = new LevelQuestion(plan, standIns, availability, matter, notAgain, at);
        level.parties().forEach(party -> question.ask(parties.of(party, matter, at)));
        return question.resolution();
    }

    /** Whether somebody can be reached at the moment. */
    public boolean isReachable(String person, Instant at) {
        return availability.ground(person, at).isPresent();
    }

    /**
     * When somebody who can be reached at the moment can be reached no longer by plan; the moment itself when they can't.
     *
     * @return empty where no end is known within a month
     */
    public Optional<Instant> reachableUntil(String person, Instant at) {
        return availability.until(person, at);
    }

    /** Whether the person has an absence at this moment. */
    public boolean isAway(String person, Instant at) {
        return standIns.isAway(person, at);
    }

    /**
     * Who acts for somebody if they are away: stand-ins are followed until one is there. Whether that one is on duty is
     * {@link #isReachable(String, Instant)}.
     *
     * @return empty when it comes to nobody, or round in a circle
     */
    public Optional<String> standIn(String person, Instant at) {
        return Optional.ofNullable(standIns.trail(person, at).standIn());
    }

    /** The names of the rotations, in their order. */
    public List<String> rotations() {
        return plan.rotations().keySet().stream().sorted().toList();
    }

    /**
     * Who is on call in a rotation and who acts for them, in the order of time; hours without anybody are left out.
     *
     * @param from inclusive
     * @param to exclusive
     */
    public List<Shift> shifts(String rotation, Instant from, Instant to) {
        return new Shifts(duties, standIns).of(rotation, new Span(from, to));
    }

    StandIns standIns() {
        return standIns;
    }
}
