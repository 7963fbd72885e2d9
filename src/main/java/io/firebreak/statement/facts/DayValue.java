package io.firebreak.statement.facts;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;

/** Days and moments, kept as the house's clocks show them. */
final class DayValue {

    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm");

    private final ZoneId zone;

    DayValue(ZoneId zone) {
        this.zone = zone;
    }

    String of(String label, String text) {
        String written = text.replaceFirst("\\s+", "T");
        try {
            if (!written.contains("T")) {
                return LocalDate.parse(written).toString();
            }
            return MINUTES.format(local(written));
        } catch (DateTimeParseException unreadable) {
            throw FactRules.refused(
                    "“%s” is no day for “%s”; please write it like 2026-12-03, or like 2026-12-03T18:00 with its hour."
                            .formatted(text, label));
        }
    }

    private LocalDateTime local(String text) {
        boolean hasOffset = text.matches(".*(?:Z|[+-]\\d{2}:?\\d{2})");
        return hasOffset
                ? OffsetDateTime.parse(text).atZoneSameInstant(zone).toLocalDateTime()
                : LocalDateTime.parse(text);
    }
}
