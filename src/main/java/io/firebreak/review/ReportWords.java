package io.firebreak.review;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How the page of the report says moments, lengths of time and names of values. */
public final class ReportWords {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("EEE d MMM uuuu, HH:mm", Locale.UK);

    private final ZoneId zone;

    ReportWords(ZoneId zone) {
        this.zone = zone;
    }

    public String zone() {
        return zone.getId();
    }

    /** A dash for none. */
    public String moment(Instant at) {
        return at == null ? "–" : MOMENT.format(at.atZone(zone));
    }

    /** As {@code 2 days 3 h 5 min}. */
    public String length(long minutes) {
        if (minutes < 0) {
            return "-" + length(-minutes);
        }
        long days = minutes / (24 * 60);
        long hours = minutes / 60 % 24;
        StringBuilder words = new StringBuilder();
        if (days > 0) {
            words.append(days).append(days == 1 ? " day " : " days ");
        }
        if (hours > 0) {
            words.append(hours).append(" h ");
        }
        return words.append(minutes % 60).append(" min").toString();
    }

    /** The name of a constant as a person writes it. */
    public String word(Object value) {
        return value == null ? "–" : value.toString().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** Whether an address leads to the web; any other is shown as text. */
    public boolean isLink(String url) {
        return url != null && url.toLowerCase(Locale.ROOT).matches("https?://.*");
    }
}
