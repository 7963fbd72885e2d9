package io.firebreak.roster;

import java.util.List;

/**
 * What people entered beside the plan.
 *
 * @param absences in the order in which they were entered
 * @param changes likewise
 */
public record Presence(List<Absence> absences, List<DutyChange> changes) {

    /** Nobody has entered anything. */
    public static final Presence AS_PLANNED = new Presence(List.of(), List.of());
}
