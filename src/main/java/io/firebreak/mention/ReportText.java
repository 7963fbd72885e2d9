package io.firebreak.mention;

import io.firebreak.crisis.IncidentReport;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The words of a report that a mention opens: the table's reason, and the author's words as a quotation. */
@Component
class ReportText {

    private static final int QUOTED_IN_TITLE = 100;
    private static final int ORIGIN_IN_TITLE = 60;
    private static final int QUOTED = 8_000;

    private final String houseLanguage;

    ReportText(@Value("${firebreak.newsroom.language}") String houseLanguage) {
        this.houseLanguage = houseLanguage;
    }

    /**
     * @param together how many mentions call for the report
     */
    IncidentReport of(NewMention mention, String reason, int together) {
        return IncidentReport.of(
                        title(mention),
                        description(mention, reason, together),
                        Objects.requireNonNullElse(mention.language(), houseLanguage),
                        mention.url())
                .about(mention.brand());
    }

    private static String title(NewMention mention) {
        String origin = Stream.of(mention.author().handle(), mention.source())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
        return "“%s” (%s)"
                .formatted(
                        beginning(onOneLine(mention.text()), QUOTED_IN_TITLE),
                        beginning(onOneLine(origin), ORIGIN_IN_TITLE));
    }

    private static String description(NewMention mention, String reason, int together) {
        String author = Stream.of(mention.author().handle(), mention.author().name())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
        return "%s\n\n%s%s, %s:\n\n“%s”"
                .formatted(
                        together > 1 ? "%s Mentions like this: %,d.".formatted(reason, together) : reason,
                        author.isEmpty() ? mention.source() : author + ", " + mention.source(),
                        mention.author().reach() == null
                                ? ""
                                : ", reach %,d".formatted(mention.author().reach()),
                        mention.publishedAt(),
                        beginning(mention.text(), QUOTED));
    }

    private static String onOneLine(String text) {
        return text.replaceAll("[\\s\\u2028\\u2029]+", " ").strip();
    }

    /** At most so many characters, as Unicode counts them. */
    private static String beginning(String text, int atMost) {
        if (text.codePointCount(0, text.length()) <= atMost) {
            return text;
        }
        return text.substring(0, text.offsetByCodePoints(0, atMost - 1)) + "…";
    }
}
