package io.firebreak.review;

import io.firebreak.crisis.CaseReference;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * What is done about a lesson.
 *
 * @param owner who has to do it, by the id of the person
 * @param dueOn the last day for it, in the house's time zone
 * @param note what was done; null while it is not
 * @param doneBy null while it is not done
 * @param doneAt null while it is not done
 */
public record Measure(
        UUID id,
        CaseReference reference,
        String title,
        String owner,
        LocalDate dueOn,
        String note,
        String doneBy,
        Instant doneAt) {

    public boolean isDone() {
        return doneAt != null;
    }
}
