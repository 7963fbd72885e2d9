package io.firebreak.roster;

import static java.util.stream.Collectors.groupingBy;

import io.firebreak.roster.CrisisPlan.Rotation;
import io.firebreak.roster.Turns.Turn;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Who is on call: by the rotation, or by the change that covers the moment, of several the last entered. A change counts
 * for all of its time, also where the rotation has nobody on call. Changes of rotations that the plan no longer has don't
 * count.
 */
final class Duties {

    private final Map<String, Rotation> rotations;
    private final Map<String, List<DutyChange>> changes;
    private final Map<String, Set<String>> rotationsByPerson = new HashMap<>();

    Duties(Map<String, Rotation> rotations, Collection<DutyChange> changes) {
        this.rotations = rotations;
        this.changes = changes.stream()
                .filter(change -> rotations.containsKey(change.rotation()))
                .collect(groupingBy(DutyChange::rotation));
        rotations.forEach((name, rotation) -> rotation.people().forEach(person -> note(person, name)));
        this.changes.forEach((name, entered) -> entered.forEach(change -> note(change.person(), name)));
    }

    private void note(String person, String rotation) {
        rotationsByPerson.computeIfAbsent(person, key -> new TreeSet<>()).add(rotation);
    }

    Optional<Turn> onCall(String name, Instant at) {
        Rotation rotation = rotations.get(name);
        if (rotation == null) {
            return Optional.empty();
        }
        return change(name, at).or(() -> Turns.at(rotation, at)).map(turn -> endingWithTheNextChange(turn, name, at));
    }

    /** Whether who is on call at the moment was entered, and is not by the plan. */
    boolean isChanged(String rotation, Instant at) {
        return changesOf(rotation).anyMatch(change -> change.covers(at));
    }

    /** When somebody may be on call at the earliest, after a moment at which nobody is; empty where that is not soon. */
    Optional<Instant> nextBegin(String rotation, Instant at) {
        return Stream.concat(
                        changesOf(rotation).map(DutyChange::from),
                        rotations.containsKey(rotation) ? Turns.beginsAround(rotations.get(rotation), at) : Stream.of())
                .filter(begin -> begin.isAfter(at))
                .min(Instant::compareTo);
    }

    /** The rotations that have the person on call at the moment, in the order of their names. */
    Stream<Rotation> carriedBy(String person, Instant at) {
        return rotationsByPerson.getOrDefault(person, Set.of()).stream()
                .filter(name -> onCall(name, at)
                        .filter(turn -> turn.person().equals(person))
                        .isPresent())
                .map(rotations::get);
    }

    private Optional<Turn> change(String rotation, Instant at) {
        return changesOf(rotation)
                .filter(change -> change.covers(at))
                .reduce((earlier, later) -> later)
                .map(change -> new Turn(change.person(), change.to()));
    }

    private Turn endingWithTheNextChange(Turn turn, String rotation, Instant at) {
        return changesOf(rotation)
                .map(DutyChange::from)
                .filter(begin -> begin.isAfter(at))
                .min(Instant::compareTo)
                .map(turn::endingBy)
                .orElse(turn);
    }

    private Stream<DutyChange> changesOf(String rotation) {
        return changes.getOrDefault(rotation, List.of()).stream();
    }
}
