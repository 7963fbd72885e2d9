package io.firebreak.review;

import io.firebreak.crisis.CaseReference;
import java.time.Instant;

/**
 * What a review found.
 *
 * @param position counted from 1 within the case
 * @param finding in the reviewer's words
 * @param measure what is done about it; null where nothing is
 * @param noMeasureReason why nothing is; null where there is a measure
 */
public record Lesson(
        CaseReference reference,
        int position,
        Area area,
        String finding,
        Measure measure,
        String noMeasureReason,
        String notedBy,
        Instant notedAt) {}
