package io.firebreak.mention;

import com.fasterxml.jackson.databind.JsonNode;
import io.firebreak.evidence.MediaLink;
import io.firebreak.rule.LanguageTag;
import io.firebreak.rule.Problems;
import io.firebreak.rule.Refusal;
import io.firebreak.rule.TextRule;
import io.firebreak.rule.WebAddress;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Reads the mentions of a call one by one, so that a bad one does not take the good ones with it. */
@Component
class MentionReader {

    static final int MAXIMUM_MENTIONS = 1_000;
    static final int MAXIMUM_TEXT = 50_000;

    /** A source whose clock shows another time zone is believed; one that is wrong by more than that is not. */
    private static final Duration CLOCKS_DIFFER = Duration.ofDays(1);

    /** There was no web to write in before. */
    private static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");

    private static final TextRule SOURCE = TextRule.line("source", "The source", 100);
    private static final TextRule EXTERNAL_ID = TextRule.line("externalId", "The external id", 1_000);
    private static final TextRule BRAND =
            TextRule.line("brand", "The brand", 100).optional();
    private static final TextRule HANDLE =
            TextRule.line("author.handle", "The author's handle", 200).optional();
    private static final TextRule NAME =
            TextRule.line("author.name", "The author's name", 200).optional();
    private static final TextRule SINCE =
            TextRule.line("author.since", "The account's first day", 40).optional();
    private static final TextRule LANGUAGE =
            TextRule.line("language", "The language", 100).optional();
    private static final TextRule PUBLISHED_AT = TextRule.line("publishedAt", "The moment of publication", 40);
    private static final TextRule URL = TextRule.line("url", "The link", 2_000).optional();
    private static final TextRule THREAD =
            TextRule.line("threadId", "The thread", 1_000).optional();
    private static final TextRule TEXT = TextRule.text("text", "The text", MAXIMUM_TEXT);

    private final Clock clock;
    private final String houseBrand;

    MentionReader(Clock clock, @Value("${firebreak.brand}") String houseBrand) {
        this.clock = clock;
        this.houseBrand = houseBrand;
    }

    /**
     * What a call delivered.
     *
     * @param received how many there were, bad ones among them
     */
    record Reading(int received, List<NewMention> mentions, List<RefusedMention> refused) {}

    /**
     * @throws Refusal when the body holds no list of mentions, or too many
     */
    Reading read(JsonNode body) {
        JsonNode list = body.path("mentions");
        if (!list.isArray()) {
            throw Refusal.invalid(
                    "mentions", "The mentions are missing; please send {\"mentions\": [ … ]}, a list of objects.");
        }
        if (list.size() > MAXIMUM_MENTIONS) {
            throw Refusal.invalid(
                    "mentions",
                    "%,d mentions are too many for one call, at most %,d are taken; please send them in several calls."
                            .formatted(list.size(), MAXIMUM_MENTIONS));
        }
        return read((Iterable<JsonNode>) list);
    }

    /** The same of mentions that came in another way, however many they are. */
    Reading read(Iterable<? extends JsonNode> items) {
        List<NewMention> mentions = new ArrayList<>();
        List<RefusedMention> refused = new ArrayList<>();
        int index = 0;
        for (JsonNode item : items) {
            try {
                mentions.add(mention(item));
            } catch (Refusal refusal) {
                refused.add(refused(index, item, refusal));
            }
            index++;
        }
        return new Reading(index, mentions, refused);
    }

    private NewMention mention(JsonNode item) {
        if (!item.isObject()) {
            throw Refusal.invalid(null, "This is no mention; please send an object with source, externalId and text.");
        }
        Problems problems = new Problems();
        String source = problems.collect(() -> text(item, "source", SOURCE));
        String externalId = problems.collect(() -> text(item, "externalId", EXTERNAL_ID));
        String brand = problems.collect(() -> text(item, "brand", BRAND));
        Author author = author(item.path("author"), problems);
        String language = problems.collect(() -> language(item));
        Instant publishedAt = problems.collect(() -> publishedAt(item));
        String url = problems.collect(() -> WebAddress.require("url", text(item, "url", URL)));
        String thread = problems.collect(() -> text(item, "threadId", THREAD));
        String text = problems.collect(() -> text(item, "text", TEXT));
        List<MediaLink> media = problems.collect(() -> MediaReader.read(item.path("media")));
        problems.refuseIfAny();
        return new NewMention(
                UUID.randomUUID(),
                source,
                externalId,
                Objects.requireNonNullElse(brand, houseBrand),
                author,
                language,
                publishedAt,
                url,
                Objects.requireNonNullElse(thread, externalId),
                text,
                media);
    }

    private Author author(JsonNode author, Problems problems) {
        if (author.isMissingNode() || author.isNull()) {
            return Author.UNKNOWN;
        }
        if (!author.isObject()) {
            return problems.collect(() -> {
                throw Refusal.invalid("author", "The author must be an object with handle, name, reach and since.");
            });
        }
        return new Author(
                problems.collect(() -> text(author, "handle", HANDLE)),
                problems.collect(() -> text(author, "name", NAME)),
                problems.collect(() -> reach(author.path("reach"))),
                problems.collect(() -> since(author)));
    }

    private static Long reach(JsonNode reach) {
        if (reach.isMissingNode() || reach.isNull()) {
            return null;
        }
        if (!reach.isNumber()
                || !reach.canConvertToExactIntegral()
                || !reach.canConvertToLong()
                || reach.asLong() < 0) {
            throw Refusal.invalid("author.reach", "The author's reach must be a whole number of people, 0 or more.");
        }
        return reach.asLong();
    }

    private LocalDate since(JsonNode author) {
        String since = text(author, "since", SINCE);
        if (since == null) {
            return null;
        }
        LocalDate day = day(since);
        if (day == null || day.isBefore(firstDay()) || day.isAfter(lastDay())) {
            throw Refusal.invalid(
                    "author.since", "The account's first day is no date since 1990; please write it as 2024-05-31.");
        }
        return day;
    }

    private static LocalDate day(String text) {
        try {
            return text.contains("T") ? moment(text).atZone(ZoneOffset.UTC).toLocalDate() : LocalDate.parse(text);
        } catch (DateTimeException malformed) {
            return null;
        }
    }

    private static LocalDate firstDay() {
        return EARLIEST.atZone(ZoneOffset.UTC).toLocalDate();
    }

    private LocalDate lastDay() {
        return clock.instant().plus(CLOCKS_DIFFER).atZone(ZoneOffset.UTC).toLocalDate();
    }

    private static String language(JsonNode item) {
        String tag = text(item, "language", LANGUAGE);
        return tag == null ? null : LanguageTag.require("language", tag);
    }

    private Instant publishedAt(JsonNode item) {
        Instant at;
        try {
            at = moment(text(item, "publishedAt", PUBLISHED_AT));
        } catch (DateTimeException malformed) {
            throw Refusal.invalid(
                    "publishedAt",
                    "The moment of publication is no date and time; please write it as 2026-05-31T18:30:00Z.");
        }
        if (at.isBefore(EARLIEST) || at.isAfter(clock.instant().plus(CLOCKS_DIFFER))) {
            throw Refusal.invalid(
                    "publishedAt",
                    "The moment of publication lies before 1990 or in the future; please look at the source's clock.");
        }
        return at;
    }

    /** As the database keeps it: in microseconds. */
    private static Instant moment(String text) {
        return OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MICROS);
    }

    static String text(JsonNode object, String name, TextRule rule) {
        JsonNode value = object.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return rule.require(null);
        }
        if (!value.isTextual()) {
            throw Refusal.invalid(rule.field(), rule.label() + " must be a text in quotes.");
        }
        return rule.require(value.textValue());
    }

    private static RefusedMention refused(int index, JsonNode item, Refusal refusal) {
        return new RefusedMention(
                index,
                known(item, "source", SOURCE),
                known(item, "externalId", EXTERNAL_ID),
                refusal.problems().get(0).field(),
                refusal.getMessage());
    }

    /** Null also for what could not be written into an answer. */
    private static String known(JsonNode item, String name, TextRule rule) {
        return Optional.ofNullable(item.path(name).textValue())
                .map(rule::clean)
                .filter(text -> rule.problemOf(text).isEmpty())
                .orElse(null);
    }
}
