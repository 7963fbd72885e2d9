package io.firebreak.roster.coverage;

import io.firebreak.roster.Absence;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Which of the gaps that one look asks for have the same cause: the same people are away in the same time, from the
 * beginning of the gap until whoever is asked at its end has been waited for. Where nobody is away then, a gap is for
 * itself, as what is wrong there is in the plan.
 */
final class GapCauses {

    /** So long can a chain still ask that begins at the end of a gap. */
    private static final Duration CHAIN = Duration.ofDays(1);

    private final List<Absence> absences;
    private final Map<Set<UUID>, UUID> known = new HashMap<>();

    GapCauses(Coverage coverage) {
        this.absences = coverage.people().stream()
                .flatMap(person -> person.absences().stream())
                .toList();
    }

    /** Under what the gap is asked for; the same for all that have its cause. */
    UUID of(Gap gap) {
        Set<UUID> away = absences.stream()
                .filter(absence -> concerns(absence, gap))
                .map(Absence::id)
                .collect(Collectors.toSet());
        return away.isEmpty() ? gap.id() : known.computeIfAbsent(away, unused -> gap.id());
    }

    private static boolean concerns(Absence absence, Gap gap) {
        return absence.from().isBefore(gap.to().plus(CHAIN)) && gap.from().isBefore(absence.to());
    }
}
