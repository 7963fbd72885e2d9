package io.firebreak.roster.coverage;

import io.firebreak.notification.Means;
import io.firebreak.notification.MeansView;
import io.firebreak.roster.CrisisPlan.PlannedPerson;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whether a person can be relied on to notice that they are asked. */
interface MeansDoubts {

    /** Why no means of the person can be relied on, in a sentence; empty: one can. */
    Optional<String> about(PlannedPerson person);

    /** The list of tasks wakes nobody. */
    static Optional<String> asPlanned(PlannedPerson person) {
        boolean wakes = person.means().stream().anyMatch(means -> means.kind() != Means.Kind.TASKLIST);
        return wakes
                ? Optional.empty()
                : Optional.of("Only the list of tasks tells %s, and it wakes nobody.".formatted(person.id()));
    }

    /**
     * The same, and what failed at its last attempt does not count. What was never tried counts.
     *
     * @param known how the means of each person have done, by user id
     */
    static MeansDoubts asTried(Map<String, List<MeansView>> known) {
        return person -> asPlanned(person).or(() -> allFailed(person, known.getOrDefault(person.id(), List.of())));
    }

    private static Optional<String> allFailed(PlannedPerson person, List<MeansView> means) {
        List<MeansView> waking = means.stream()
                .filter(each -> each.kind() != Means.Kind.TASKLIST)
                .toList();
        boolean inVain = !waking.isEmpty() && waking.stream().allMatch(MeansView::failedLast);
        return inVain
                ? Optional.of("At the last attempt no means could tell %s anything.".formatted(person.id()))
                : Optional.empty();
    }
}
