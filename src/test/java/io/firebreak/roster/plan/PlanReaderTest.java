package io.firebreak.roster.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.firebreak.notification.Means;
import io.firebreak.notification.Webhook;
import io.firebreak.roster.CrisisPlan;
import io.firebreak.roster.CrisisPlan.Hours;
import io.firebreak.roster.CrisisPlan.Party;
import io.firebreak.roster.CrisisPlan.Reachable;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a file means whose writer made no mistake. */
class PlanReaderTest {

    private static final String COMPANY_DAYS =
            """
            BEGIN:VCALENDAR
            VERSION:2.0
            PRODID:-//x//x//EN
            BEGIN:VEVENT
            UID:1
            DTSTART;VALUE=DATE:20260525
            DTEND;VALUE=DATE:20260528
            END:VEVENT
            BEGIN:VEVENT
            UID:2
            DTSTART;VALUE=DATE:20251224
            RRULE:FREQ=YEARLY
            EXDATE;VALUE=DATE:20271224
            END:VEVENT
            BEGIN:VEVENT
            UID:3
            DTSTART:20260601T090000Z
            DTEND:20260601T170000Z
            END:VEVENT
            END:VCALENDAR
            """;

    private final TestInstallation installation = new TestInstallation();

    @Test
    void shouldReadAPerson() {
        // when
        CrisisPlan.PlannedPerson anna = read(Plans.FULL).people().get("anna");

        // then
        assertThat(anna.roles()).containsExactly("spokesperson");
        assertThat(anna.areas()).containsExactly("Logistics");
        assertThat(anna.languages()).as("in the order of the file").containsExactly("pl", "en");
        assertThat(anna.zone()).isEqualTo(ZoneId.of("Europe/Warsaw"));
        assertThat(anna.calendar()).isEqualTo("warsaw");
        assertThat(anna.reachable()).isEqualTo(Reachable.ALWAYS);
        assertThat(anna.standIn()).isEqualTo("luca");
        Webhook goalert = new Webhook(
                "phones", Webhook.Form.GOALERT, "https://goalert.example.org/api/v2/generic/incoming", "on-call");
        assertThat(anna.means())
                .containsExactly(
                        new Means(Means.Kind.TASKLIST, null, null, null),
                        new Means(Means.Kind.EMAIL, null, null, null),
                        new Means(Means.Kind.EMAIL, "anna@home.example", null, Duration.ofMinutes(5)),
                        new Means(Means.Kind.WEBHOOK, "+48 000", goalert, Duration.ofMinutes(10)));
    }

    @Test
    void shouldGiveUsualMeansAndHoursToWhoeverSaysNothing() {
        // when
        CrisisPlan.PlannedPerson luca = read(Plans.FULL).people().get("luca");

        // then
        assertThat(luca.means()).extracting(Means::kind).containsExactly(Means.Kind.TASKLIST, Means.Kind.EMAIL);
        assertThat(luca.reachable()).isEqualTo(Reachable.WORKING_HOURS);
        assertThat(luca.calendar()).isNull();
        assertThat(luca.standIn()).isNull();
    }

    @Test
    void shouldSplitHoursThatGoOnAfterMidnight() {
        // when
        CrisisPlan.WorkingCalendar calendar = read(Plans.FULL).calendars().get("warsaw");

        // then
        assertThat(calendar.hours().get(DayOfWeek.MONDAY))
                .containsExactly(hours("09:00", "13:00"), hours("14:00", "17:30"));
        assertThat(calendar.hours().get(DayOfWeek.SATURDAY)).containsExactly(hours("22:00", "00:00"));
        assertThat(calendar.hours().get(DayOfWeek.SUNDAY)).containsExactly(hours("00:00", "06:00"));
        assertThat(calendar.hours()).doesNotContainKey(DayOfWeek.FRIDAY);
        assertThat(calendar.holidays()).isEqualTo(new CrisisPlan.Holidays("pl", null));
    }

    @Test
    void shouldReadDaysOffFromACalendarFile() {
        // given
        installation.with("days.ics", COMPANY_DAYS);

        // when
        Set<LocalDate> days = read(Plans.FULL.replace("country: pl", "country: pl\n    company days: days.ics"))
                .calendars()
                .get("warsaw")
                .companyDays();

        // then
        assertThat(days)
                .contains(
                        LocalDate.of(2026, 5, 25),
                        LocalDate.of(2026, 5, 27),
                        LocalDate.of(2025, 12, 24),
                        LocalDate.of(2040, 12, 24))
                .doesNotContain(LocalDate.of(2026, 5, 28))
                .as("left out by the file")
                .doesNotContain(LocalDate.of(2027, 12, 24))
                .as("a meeting is no day off")
                .doesNotContain(LocalDate.of(2026, 6, 1));
    }

    @Test
    void shouldReadARotation() {
        assertThat(read(Plans.FULL).rotations().get("weekend"))
                .isEqualTo(new CrisisPlan.Rotation(
                        "weekend",
                        ZoneId.of("Europe/Madrid"),
                        List.of("anna", "luca"),
                        LocalDateTime.of(2026, 1, 3, 9, 0),
                        Duration.ofDays(7),
                        Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY),
                        hours("20:00", "08:00")));
    }

    @Test
    void shouldReadChainsInTheirOrder() {
        // when
        CrisisPlan plan = read(Plans.FULL);

        // then
        assertThat(plan.chains()).extracting(CrisisPlan.Chain::name).containsExactly("Worst", "Usual");
        assertThat(plan.chain("spokesperson", "S1").orElseThrow().name()).isEqualTo("Worst");
        assertThat(plan.chain("spokesperson", "S3").orElseThrow().name()).isEqualTo("Usual");
        assertThat(plan.chain("spokesperson", null).orElseThrow().name())
                .as("before a severity is decided")
                .isEqualTo("Usual");
        CrisisPlan.Chain worst = plan.chains().get(0);
        assertThat(worst.again()).isEqualTo(Duration.ofMinutes(5));
        assertThat(worst.levels())
                .containsExactly(
                        new CrisisPlan.Level(
                                List.of(new Party.OnCall("weekend"), new Party.Somebody("anna")),
                                Duration.ofMinutes(15),
                                2),
                        new CrisisPlan.Level(
                                List.of(new Party.Everybody("crisislead"), new Party.AreaOwners()),
                                Duration.ofMinutes(90),
                                1));
    }

    @Test
    void shouldReadWhatElseThePlanSays() {
        // when
        CrisisPlan plan = read(Plans.FULL);

        // then
        assertThat(plan.brands()).containsExactly(new CrisisPlan.Brand("Our brand", ZoneId.of("Europe/Madrid")));
        assertThat(plan.areas().get("Logistics").owners()).containsExactly("anna");
        assertThat(plan.experts()).containsExactly(new CrisisPlan.Expert("Clear Words", "crisis", "by mail", true));
        assertThat(plan.allies()).containsExactly(new CrisisPlan.Ally("Retailers", "press office", List.of("es")));
        assertThat(plan.touchPoints()).containsExactly(new CrisisPlan.TouchPoint("Shops", "anna", "shops"));
        assertThat(plan.webhooks()).containsOnlyKeys("phones", "chat");
        assertThat(plan.webhooks().get("chat").url()).isNull();
        assertThat(plan.retention()).isEqualTo(new CrisisPlan.Retention(Duration.ofDays(30), Duration.ofDays(90)));
        assertThat(plan.budget("Our brand"))
                .contains(new CrisisPlan.CompensationBudget(
                        Set.of("Our brand"),
                        "EUR",
                        new BigDecimal("50"),
                        new BigDecimal("199.90"),
                        new BigDecimal("500"),
                        "crisislead"));
        assertThat(plan.budget("Another brand")).isEmpty();
    }

    @Test
    void shouldTakeAByteOrderMarkAndLineEndsOfWindows() {
        assertThat(read("\uFEFF" + Plans.FULL.replace("\n", "\r\n")).people())
                .containsOnlyKeys("anna", "luca", "giulia");
    }

    @Test
    void shouldTakeAnAliasForWhatComesAgain() {
        // given
        String plan = Plans.SMALL.replace(
                "  luca:\n    languages: [en]\n    zone: Europe/Rome\n",
                "  giulia:\n    languages: [en]\n    zone: Europe/Rome\n    means: &usual [tasklist, email]\n  luca:\n    languages: [it]\n    zone: Europe/Rome\n    means: *usual\n");

        // when / then
        assertThat(read(plan).people().get("luca").means()).hasSize(2);
    }

    private CrisisPlan read(String plan) {
        PlanReader.Reading reading = new PlanReader(installation).read(plan.getBytes(StandardCharsets.UTF_8));
        assertThat(reading.mistakes()).isEmpty();
        return reading.plan();
    }

    private static Hours hours(String from, String to) {
        return new Hours(LocalTime.parse(from), LocalTime.parse(to));
    }
}
