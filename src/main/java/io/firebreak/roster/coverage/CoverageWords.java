package io.firebreak.roster.coverage;

import io.firebreak.access.Role;
import java.util.List;

/** How gaps are told, in English and in UTC, as all that is kept: whoever reads it sees their own language and clock. */
final class CoverageWords {

    /** What is missing when, and why, in sentences. */
    String sentence(Gap gap) {
        return when(gap) + " " + gap.reason();
    }

    /**
     * Of gaps with the same cause.
     *
     * @param gaps at least one
     */
    String sentence(List<Gap> gaps) {
        String first = sentence(gaps.get(0));
        return gaps.size() == 1
                ? first
                : "%d gaps while the same people are away, of which this is the first.".formatted(gaps.size())
                        + " "
                        + first;
    }

    private static String when(Gap gap) {
        String role = role(gap.role());
        return switch (gap.more()) {
            case 0 ->
                "Gap in the chain of command for %s (%s) from %s to %s."
                        .formatted(role, gap.severities(), gap.from(), gap.to());
            case 1 ->
                "Gap in the chain of command for %s (%s) from %s to %s, and once more."
                        .formatted(role, gap.severities(), gap.from(), gap.to());
            default ->
                "Gap in the chain of command for %s (%s) from %s to %s, and %d more times."
                        .formatted(role, gap.severities(), gap.from(), gap.to(), gap.more());
        };
    }

    /** As people call it. */
    static String role(String groupId) {
        return Role.ofGroup(groupId).map(Role::title).orElse(groupId);
    }
}
