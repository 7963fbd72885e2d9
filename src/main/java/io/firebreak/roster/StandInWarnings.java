package io.firebreak.roster;

import io.firebreak.roster.StandIns.Trail;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/** What is wrong with who stands in during an absence, in sentences: they are away too, or there is nobody. */
final class StandInWarnings {

    private final StandIns standIns;
    private final ZoneId zone;

    StandInWarnings(StandIns standIns, ZoneId zone) {
        this.standIns = standIns;
        this.zone = zone;
    }

    /**
     * @param others absences that are known, the absence itself among them
     */
    List<String> about(Absence absence, Collection<Absence> others) {
        List<String> warnings = new ArrayList<>();
        List<Instant> moments = List.copyOf(momentsOf(absence, others));
        int begin = 0;
        while (begin < moments.size() - 1) {
            Trail trail = standIns.trail(absence.person(), moments.get(begin));
            int end = begin + 1;
            while (end < moments.size() - 1
                    && standIns.trail(absence.person(), moments.get(end)).equals(trail)) {
                end++;
            }
            if (trail.people().size() != 1 || trail.standIn() == null) {
                warnings.add(sentence(absence.person(), trail, new Span(moments.get(begin), moments.get(end))));
            }
            begin = end;
        }
        return warnings;
    }

    /** Between two of them nothing changes. */
    private static TreeSet<Instant> momentsOf(Absence absence, Collection<Absence> others) {
        TreeSet<Instant> moments = new TreeSet<>(List.of(absence.from(), absence.to()));
        others.forEach(other -> {
            moments.add(other.from());
            moments.add(other.to());
        });
        return new TreeSet<>(moments.subSet(absence.from(), true, absence.to(), true));
    }

    private String sentence(String person, Trail trail, Span stretch) {
        String when = stretch.write(zone);
        if (trail.people().isEmpty()) {
            return "Nobody stands in for %s %s.".formatted(person, when);
        }
        String named = trail.people().get(0);
        if (trail.standIn() != null) {
            return "%s is away too %s; %s stands in then.".formatted(named, when, trail.standIn());
        }
        return trail.circle()
                ? "Nobody stands in for %s %s: %s is away too, and the stand-ins lead round in a circle."
                        .formatted(person, when, named)
                : "Nobody stands in for %s %s: %s is away too.".formatted(person, when, named);
    }
}
