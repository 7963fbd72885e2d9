package io.firebreak.roster;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.zone.ZoneOffsetTransition;
import java.util.Locale;

/**
 * Times on the clock on the wall as moments. A time that a change of clocks leaves out is the first moment after the gap;
 * one that comes twice is the earlier. So what ends at a time and what begins at it always meet.
 */
final class WallClock {

    private static final DateTimeFormatter FORM = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm VV", Locale.ROOT);

    private WallClock() {}

    static Instant at(LocalDateTime time, ZoneId zone) {
        ZoneOffsetTransition change = zone.getRules().getTransition(time);
        if (change == null) {
            return time.toInstant(zone.getRules().getOffset(time));
        }
        return change.isGap() ? change.getInstant() : time.toInstant(change.getOffsetBefore());
    }

    /** For a person to read, such as {@code 2026-10-26 09:00 Europe/Madrid}. */
    static String write(Instant at, ZoneId zone) {
        return FORM.format(at.atZone(zone));
    }
}
