package io.firebreak.roster.coverage;

import io.firebreak.notification.MeansView;
import io.firebreak.roster.Absence;
import io.firebreak.roster.Shift;
import java.time.Instant;
import java.util.List;

/**
 * What one person does in the days to come.
 *
 * @param person user id
 * @param reachable when they can be asked beside their duties, as a person says it
 * @param duties theirs, and those of others for whom they act
 * @param means in the order in which they are tried, without addresses
 */
public record PersonCoverage(
        String person, String reachable, List<Shift> duties, List<Absence> absences, List<ReachedBy> means) {

    /**
     * A means, and how it has done.
     *
     * @param lastWorkedAt null: never
     * @param failedLast whether the last attempt was in vain
     */
    public record ReachedBy(String means, Instant lastWorkedAt, boolean failedLast) {

        static ReachedBy of(MeansView view) {
            return new ReachedBy(view.named(), view.lastWorkedAt(), view.failedLast());
        }
    }
}
