package io.firebreak.review;

import java.time.LocalDate;

/**
 * A lesson as a review notes it, checked: it has either a measure or a reason why there is none.
 *
 * @param measure null where there is none
 * @param noMeasureReason null where there is a measure
 */
public record NewLesson(Area area, String finding, NewMeasure measure, String noMeasureReason) {

    /**
     * @param owner somebody who works on cases
     * @param dueOn after today
     */
    public record NewMeasure(String title, String owner, LocalDate dueOn) {}
}
