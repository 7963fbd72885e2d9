package io.firebreak.newsroom;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/**
 * A time twice: for programs and for people.
 *
 * @param machine ISO 8601, for {@code datetime}
 * @param human day, time and zone, as the language writes them
 */
record Moment(String machine, String human) {

    static Moment of(Instant instant, ZoneId zone, Locale language) {
        ZonedDateTime local = instant.atZone(zone);
        String day =
                local.format(DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(language));
        String time = local.format(DateTimeFormatter.ofPattern("HH:mm", language));
        String zoneName =
                local.format(DateTimeFormatter.ofPattern("zzz", language)).replaceFirst("^Z$", "UTC");
        return new Moment(instant.truncatedTo(ChronoUnit.SECONDS).toString(), day + ", " + time + " " + zoneName);
    }
}
