package io.firebreak.notification;

import static org.assertj.core.api.Assertions.assertThat;

import io.firebreak.language.StaffLanguage;
import io.firebreak.language.StaffWords;
import io.firebreak.notification.means.Message;
import io.firebreak.support.FirebreakTest;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Each kind of notice in each language, and foreign text in them. */
@FirebreakTest
class NoticeWriterTest {

    private static final Instant TOLD_AT = Instant.parse("2026-10-25T00:10:00Z");

    @Autowired
    private NoticeWriter writer;

    @Autowired
    private StaffWords words;

    @ParameterizedTest
    @EnumSource(Notice.Kind.class)
    void shouldFillEachGapInEachLanguage(Notice.Kind kind) {
        for (String language : new String[] {"en", "es", "it", "pl", "de"}) {
            // when
            Message message = write(kind, language, Map.of(Notice.TASK_NAME, "Approve"), UUID.randomUUID());

            // then
            assertThat(message.subject())
                    .startsWith("[CR-2026-0007] ")
                    .endsWith(": Approve")
                    .doesNotContain("{");
            assertThat(message.body()).startsWith("Anna {0} Nowak").contains("CR-2026-0007", "Approve");
            assertThat(message.links().take().url()).contains("/answer/");
            assertThat(message.links().take().url())
                    .isNotEqualTo(message.links().decline().url());
        }
    }

    @Test
    void shouldSayTimesInThePersonsOwnZone() {
        // given the hour that comes twice
        Map<String, String> details = Map.of(Notice.DUE_AT, "2026-10-25T00:30:00Z");

        // then
        assertThat(write(Notice.Kind.ASKED, "pl", details, null).body())
                .contains("Termin: niedziela, 25 października 2026, 02:30 Europe/Warsaw");
        assertThat(write(Notice.Kind.ASKED, "es", details, null).body())
                .contains("Fecha límite: domingo, 25 de octubre de 2026, 02:30 Europe/Warsaw");
    }

    @Test
    void shouldSayWhyInThePersonsLanguageAndByTheirClock() {
        // given
        Map<String, String> onCall = Map.of(Notice.BECAUSE, "on call in leads until 2026-10-25T00:30:00Z");
        String asks = "ben asks you to take the task";

        // then
        assertThat(write(Notice.Kind.ASKED, "es", onCall, null).body())
                .contains(" domingo, 25 de octubre de 2026, 02:30 Europe/Warsaw")
                .doesNotContain("2026-10-25T");
        assertThat(write(Notice.Kind.MOVED, "es", Map.of(Notice.BECAUSE, asks), null)
                        .body())
                .contains(": " + words.in(StaffLanguage.SPANISH, asks))
                .doesNotContain(asks);
    }

    @Test
    void shouldTakeForeignTextForNothingButText() {
        // given
        Map<String, String> details = Map.of(
                Notice.CASE_TITLE,
                "{0} {1} '' ${7*7} #{x}\r\nCase: CR-0000-0000\u2028Due: never",
                Notice.BECAUSE,
                "on call\nCase: CR-0000-0000",
                Notice.DUE_AT,
                "no date",
                "unknown",
                "left out");

        // when
        Message message = write(Notice.Kind.ASKED, "en", details, null);

        // then
        assertThat(message.subject())
                .isEqualTo("[CR-2026-0007] Please answer: {0} {1} '' ${7*7} #{x} Case: CR-0000-0000 Due: never");
        assertThat(message.body().lines())
                .contains("What happened: {0} {1} '' ${7*7} #{x} Case: CR-0000-0000 Due: never")
                .contains("Why: on call Case: CR-0000-0000")
                .noneMatch(line -> line.startsWith("Case: CR-0000"))
                .noneMatch(line -> line.startsWith("Due"));
        assertThat(message.body()).doesNotContain("left out");
    }

    @Test
    void shouldKeepASubjectShort() {
        Map<String, String> details = Map.of(Notice.CASE_TITLE, "😀".repeat(2_000));

        assertThat(write(Notice.Kind.ASKED, "en", details, null).subject())
                .endsWith("😀…")
                .satisfies(subject ->
                        assertThat(subject.codePointCount(0, subject.length())).isEqualTo(250));
    }

    @Test
    void shouldOfferNoAnswerWhereNothingIsAsked() {
        Message message = write(Notice.Kind.MOVED, "en", Map.of(), null);

        assertThat(message.links().take()).isNull();
        assertThat(message.links().decline()).isNull();
        assertThat(message.plainText()).contains("#/?task=task%2F1").doesNotContain("/answer/");
    }

    private Message write(Notice.Kind kind, String language, Map<String, String> details, UUID ask) {
        Notice notice = new Notice("anna", kind, "CR-2026-0007", "task/1", details, ask, TOLD_AT.plusSeconds(86_400));
        ToldNotice told = new ToldNotice(
                UUID.randomUUID(),
                notice,
                "Anna {0} Nowak",
                language,
                ZoneId.of("Europe/Warsaw"),
                TOLD_AT,
                null,
                null,
                0,
                null);
        Delivery delivery = new Delivery(
                told.id(),
                2,
                new Means(Means.Kind.EMAIL, "anna@brand.example", null, null),
                "mail",
                DeliveryState.SENDING,
                TOLD_AT,
                null,
                0,
                null,
                null);
        return writer.write(new Dispatch(delivery, told));
    }
}
