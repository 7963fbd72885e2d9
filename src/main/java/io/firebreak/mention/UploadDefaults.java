package io.firebreak.mention;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.firebreak.rule.Fingerprint;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** What a tool tells of a post and a person does not know: from which network it is, by which id, since when. */
@Component
class UploadDefaults {

    /** The source of posts without a link. */
    private static final String PASTED = "pasted";

    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm[:ss]");

    private final Clock clock;
    private final ZoneId zone;

    UploadDefaults(Clock clock, @Value("${firebreak.time-zone}") ZoneId zone) {
        this.clock = clock;
        this.zone = zone;
    }

    /** Fills in what is missing. The same post gets the same id again, however it is brought. */
    void fillIn(ObjectNode item, String language) {
        String link = text(item, UploadColumn.LINK);
        if (text(item, UploadColumn.SOURCE) == null) {
            item.put(UploadColumn.SOURCE.field(), hostOf(link).orElse(PASTED));
        }
        if (text(item, UploadColumn.ID) == null) {
            item.put(UploadColumn.ID.field(), link == null ? fingerprint(item) : link);
        }
        if (text(item, UploadColumn.LANGUAGE) == null && language != null) {
            item.put(UploadColumn.LANGUAGE.field(), language);
        }
        String published = text(item, UploadColumn.PUBLISHED_AT);
        item.put(
                UploadColumn.PUBLISHED_AT.field(),
                published == null ? clock.instant().toString() : withZone(published));
    }

    /** A moment on the house's clocks where it says no others. What is no moment stays: whoever reads it says so. */
    private String withZone(String published) {
        try {
            return LocalDateTime.parse(published.replace('T', ' '), MINUTES)
                    .atZone(zone)
                    .toOffsetDateTime()
                    .toString();
        } catch (DateTimeParseException noMinutes) {
            return dayOf(published).orElse(published);
        }
    }

    private Optional<String> dayOf(String published) {
        try {
            return Optional.of(LocalDate.parse(published)
                    .atStartOfDay(zone)
                    .toOffsetDateTime()
                    .toString());
        } catch (DateTimeParseException noDay) {
            return Optional.empty();
        }
    }

    private static Optional<String> hostOf(String link) {
        try {
            return Optional.ofNullable(link)
                    .map(URI::create)
                    .map(URI::getHost)
                    .map(host -> host.replaceFirst("^www\\.", ""));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    private static String fingerprint(ObjectNode item) {
        return Fingerprint.of(List.of(
                item.path("author").path(UploadColumn.HANDLE.field()).asText(),
                item.path(UploadColumn.TEXT.field()).asText()));
    }

    private static String text(ObjectNode item, UploadColumn column) {
        return item.path(column.field()).textValue();
    }
}
