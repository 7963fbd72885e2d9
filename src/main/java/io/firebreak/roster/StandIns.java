package io.firebreak.roster;

import static java.util.stream.Collectors.groupingBy;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Who is away, and who acts for them. */
final class StandIns {

    /**
     * From somebody to who acts for them.
     *
     * @param people who was come to on the way, one standing in for the other, without the person at the beginning
     * @param standIn the first of them who is there; null: it comes to nobody
     * @param circle whether the way led to somebody whom it had come to before
     */
    record Trail(List<String> people, String standIn, boolean circle) {}

    private final CrisisPlan plan;
    private final Map<String, List<Absence>> absences;
    private final Map<String, Set<String>> namedBy = new HashMap<>();

    StandIns(CrisisPlan plan, Collection<Absence> absences) {
        this.plan = plan;
        this.absences = absences.stream().collect(groupingBy(Absence::person));
        plan.people().forEach((id, person) -> note(person.standIn(), id));
        absences.forEach(absence -> note(absence.standIn(), absence.person()));
    }

    private void note(String standIn, String person) {
        if (standIn != null) {
            namedBy.computeIfAbsent(standIn, key -> new LinkedHashSet<>()).add(person);
        }
    }

    boolean isAway(String person, Instant at) {
        return absencesOf(person).anyMatch(absence -> absence.covers(at));
    }

    /** When the last of the absences that cover the moment ends. */
    Optional<Instant> awayUntil(String person, Instant at) {
        return absencesOf(person)
                .filter(absence -> absence.covers(at))
                .map(Absence::to)
                .max(Instant::compareTo);
    }

    /** When the next absence begins or ends. */
    Optional<Instant> nextChange(String person, Instant at) {
        return absencesOf(person)
                .flatMap(absence -> Stream.of(absence.from(), absence.to()))
                .filter(moment -> moment.isAfter(at))
                .min(Instant::compareTo);
    }

    /** Whom the absence names, of several that cover the moment the last entered that names somebody; else the plan. */
    Optional<String> named(String person, Instant at) {
        return absencesOf(person)
                .filter(absence -> absence.covers(at) && absence.standIn() != null)
                .map(Absence::standIn)
                .reduce((earlier, later) -> later)
                .or(() -> plan.person(person).map(CrisisPlan.PlannedPerson::standIn));
    }

    /** Follows the stand-ins of a person until one is there, the last has none, or a circle closes. */
    Trail trail(String person, Instant at) {
        List<String> people = new ArrayList<>();
        String current = person;
        while (true) {
            Optional<String> next = named(current, at);
            if (next.isEmpty()) {
                return new Trail(people, null, false);
            }
            current = next.get();
            boolean circle = current.equals(person) || people.contains(current);
            people.add(current);
            if (circle) {
                return new Trail(people, null, true);
            }
            if (!isAway(current, at)) {
                return new Trail(people, current, false);
            }
        }
    }

    /** All those away for whom somebody who is there acts at the moment. */
    Set<String> represented(String standIn, Instant at) {
        Set<String> found = new LinkedHashSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(standIn));
        while (!open.isEmpty()) {
            String acting = open.remove();
            namedBy.getOrDefault(acting, Set.of()).stream()
                    .filter(person -> !person.equals(standIn) && isAway(person, at))
                    .filter(person -> named(person, at).filter(acting::equals).isPresent())
                    .filter(found::add)
                    .forEach(open::add);
        }
        return found;
    }

    private Stream<Absence> absencesOf(String person) {
        return absences.getOrDefault(person, List.of()).stream();
    }
}
