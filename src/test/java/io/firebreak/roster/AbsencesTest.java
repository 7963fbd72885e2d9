package io.firebreak.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.firebreak.access.Actor;
import io.firebreak.engine.Staff;
import io.firebreak.roster.Absences.NewAbsence;
import io.firebreak.support.FirebreakTest;
import io.firebreak.support.TestClock;
import io.firebreak.support.Web;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

/** Who is away: who may say so, what becomes of it, and who is asked instead. */
@FirebreakTest
@RecordApplicationEvents
class AbsencesTest {

    @LocalServerPort
    private int port;

    @Autowired
    private Absences absences;

    @Autowired
    private AbsenceStore store;

    @Autowired
    private AbsenceRetention retention;

    @Autowired
    private CrisisPlans plans;

    @Autowired
    private Roster roster;

    @Autowired
    private Staff staff;

    @Autowired
    private TestClock clock;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private ObjectMapper json;

    @Autowired
    private ApplicationEvents events;

    private Web web;
    private Instant tomorrow;

    @BeforeEach
    void connect() {
        web = new Web(port);
        tomorrow = clock.instant().truncatedTo(ChronoUnit.SECONDS).plus(Duration.ofDays(1));
    }

    @AfterEach
    void everybodyIsBack() {
        jdbc.sql("DELETE FROM firebreak.absence").update();
    }

    @Test
    void shouldAskTheStandInForAsLongAsSomebodyIsAway() {
        // when
        HttpResponse<String> answer = report("management", null, tomorrow, 3, "management2", "Surgery");

        // then
        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(read(answer).get("person").asText()).isEqualTo("management");
        assertThat(read(answer).get("warnings")).isEmpty();
        Resolver resolver = roster.resolver();
        assertThat(resolver.isReachable("management", tomorrow.minusSeconds(1))).isTrue();
        assertThat(resolver.isReachable("management", tomorrow)).isFalse();
        assertThat(resolver.standIn("management", tomorrow)).hasValue("management2");
        assertThat(resolver.isReachable("management", tomorrow.plus(Duration.ofDays(3))))
                .isTrue();
    }

    @Test
    void shouldTellNobodyElseWhyAndKeepItOutOfTheLedger() {
        // given
        JsonNode absence = read(report("legal", null, tomorrow, 3, "legal2", "Surgery"));

        // then
        assertThat(listed("legal").get(0).get("reason").asText()).isEqualTo("Surgery");
        assertThat(listed("crisislead").get(0).get("reason").asText()).isEqualTo("Surgery");
        assertThat(listed("legal2").get(0).get("person").asText()).isEqualTo("legal");
        assertThat(listed("legal2").get(0).has("reason")).isFalse();
        assertThat(ledger(absence)).singleElement().satisfies(entry -> assertThat(entry.values())
                .allSatisfy(value -> assertThat(String.valueOf(value)).doesNotContain("Surgery")));
        assertThat(ledger(absence).get(0).get("sentence").toString())
                .startsWith("legal is away from ")
                .endsWith("; legal2 stands in.");
    }

    @Test
    void shouldEnterTheSameOnceHoweverOftenItIsSent() {
        // when
        HttpResponse<String> first = report("legal", null, tomorrow, 3, "legal2", null);
        HttpResponse<String> again = report("legal", null, tomorrow, 3, "legal2", null);

        // then
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(read(again).get("id")).isEqualTo(read(first).get("id"));
        assertThat(absences.of("legal")).hasSize(1);
        assertThat(ledger(read(first))).hasSize(1);
    }

    @Test
    void shouldLetTheAbsenceThatIsEnteredLastSayWhoStandsIn() {
        // given
        report("legal", null, tomorrow, 3, "legal2", null);
        report("legal", null, tomorrow, 3, "areaowner", null);

        // when: back to what was said first, which is nothing that was said last
        report("legal", null, tomorrow, 3, "legal2", null);

        // then
        assertThat(absences.of("legal")).hasSize(3);
        assertThat(roster.resolver().standIn("legal", tomorrow)).hasValue("legal2");
    }

    @Test
    void shouldWarnWhenTheStandInIsAwayTooOrThereIsNone() {
        // given
        report("legal2", null, tomorrow.plus(Duration.ofDays(1)), 1, "areaowner", null);

        // when
        JsonNode followed = read(report("legal", null, tomorrow, 3, "legal2", null));
        JsonNode nobody = read(report("areaowner2", null, tomorrow, 3, null, null));

        // then
        assertThat(followed.get("warnings")).hasSize(1);
        assertThat(followed.get("warnings").get(0).asText())
                .startsWith("legal2 is away too from ")
                .endsWith("; areaowner stands in then.");
        assertThat(nobody.get("warnings").get(0).asText()).startsWith("Nobody stands in for areaowner2 from ");
        assertThat(absences.of(null)).hasSize(3);
    }

    @Test
    void shouldEndAnAbsenceEarlyOnce() {
        // given
        JsonNode absence = read(report("legal", null, clock.instant(), 3, "legal2", null));
        clock.advance(Duration.ofHours(1));

        // when
        HttpResponse<String> ended = end("legal", absence);
        Instant at = clock.instant();
        clock.advance(Duration.ofHours(1));
        HttpResponse<String> again = end("legal", absence);

        // then
        assertThat(ended.statusCode()).isEqualTo(200);
        assertThat(Instant.parse(read(ended).get("to").asText())).isEqualTo(at.truncatedTo(ChronoUnit.MICROS));
        assertThat(again.body()).isEqualTo(ended.body());
        assertThat(roster.resolver().isReachable("legal", clock.instant())).isTrue();
        assertThat(listed("legal")).isEmpty();
        assertThat(ledger(absence))
                .extracting(entry -> entry.get("act"))
                .containsExactly("absence.reported", "absence.ended");
    }

    @Test
    void shouldNeverBeginWhatIsEndedBefore() {
        // given
        JsonNode absence = read(report("legal", null, tomorrow, 3, "legal2", null));

        // when
        end("crisislead", absence);

        // then
        assertThat(roster.resolver().isReachable("legal", tomorrow.plusSeconds(1)))
                .isTrue();
        assertThat(listed("legal")).isEmpty();
    }

    @Test
    void shouldRefuseToEndWhatIsOver() {
        // given
        JsonNode absence = read(report("legal", null, clock.instant(), 1, "legal2", null));
        clock.advance(Duration.ofDays(1));

        // then
        assertThat(end("legal", absence).statusCode()).isEqualTo(409);
        assertThat(web.post("legal", "/api/absences/nothing/end", "{}").statusCode())
                .isEqualTo(404);
    }

    @Test
    void shouldLetOnlyThoseWhoAnswerForOthersEnterThemForOthers() {
        assertThat(report("legal", "areaowner", tomorrow, 3, null, null).statusCode())
                .isEqualTo(403);
        assertThat(report("designer", null, tomorrow, 3, null, null).statusCode())
                .isEqualTo(403);
        assertThat(report(null, "legal", tomorrow, 3, null, null).statusCode()).isEqualTo(401);
        assertThat(absences.of(null)).isEmpty();
        for (String other : List.of("crisislead", "management", "admin")) {
            HttpResponse<String> answer = report(other, "areaowner", tomorrow, 3, null, other);
            assertThat(answer.statusCode()).isEqualTo(201);
            assertThat(end("legal", read(answer)).statusCode()).isEqualTo(403);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2020-01-01 | 2020-01-05 | legal2 | This is over already",
                "2099-01-01 | 2099-01-05 | legal2 | more than a year ahead",
                "TOMORROW | 2099-01-01 | legal2 | at most 366 days",
                "TOMORROW | 2020-01-01 | legal2 | The end must come after the beginning",
                "soon | later | legal2 | The beginning is missing or no time",
                "2026-02-30 | | legal2 | The end is missing or no time",
                "TOMORROW | TOMORROW | legal | Nobody stands in for themselves",
                "TOMORROW | TOMORROW | nobody | There is nobody with the id nobody who works on cases",
                "TOMORROW | TOMORROW | designer | There is nobody with the id designer who works on cases"
            })
    void shouldSayWhatIsWrong(String from, String to, String standIn, String sentence) {
        // when
        String day = tomorrow.toString().substring(0, 10);
        HttpResponse<String> answer = web.post(
                "legal",
                "/api/absences",
                write(Map.of(
                        "from",
                        from.replace("TOMORROW", day),
                        "to",
                        to == null ? "" : to.replace("TOMORROW", day),
                        "standIn",
                        standIn)));

        // then
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains(sentence);
        assertThat(absences.of(null)).isEmpty();
    }

    @Test
    void shouldTakeDaysAsAWholeAndTimesByThePersonsOwnClock() {
        // given
        String day = tomorrow.toString().substring(0, 10);

        // when
        JsonNode whole = read(web.post("legal", "/api/absences", write(Map.of("from", day, "to", day))));
        JsonNode hours = read(
                web.post("legal2", "/api/absences", write(Map.of("from", day + "T09:00", "to", day + "T17:00+02:00"))));

        // then
        assertThat(Instant.parse(whole.get("from").asText())).isEqualTo(at(day + "T00:00", "Europe/Warsaw"));
        assertThat(Instant.parse(whole.get("to").asText()))
                .isEqualTo(at(LocalDate.parse(day).plusDays(1) + "T00:00", "Europe/Warsaw"));
        assertThat(Instant.parse(hours.get("from").asText())).isEqualTo(at(day + "T09:00", "Europe/Madrid"));
        assertThat(Instant.parse(hours.get("to").asText())).isEqualTo(Instant.parse(day + "T15:00:00Z"));
    }

    private static Instant at(String clock, String zone) {
        return LocalDateTime.parse(clock).atZone(ZoneId.of(zone)).toInstant();
    }

    @Test
    void shouldTellTheHouseThatAnAbsenceIsEnteredAndEnded() {
        // when
        NewAbsence wanted = new NewAbsence(
                null, tomorrow.toString(), tomorrow.plusSeconds(60).toString(), "legal2", null);
        AbsenceEntry entry = absences.report(wanted, staff.person("legal")).entry();
        absences.report(wanted, staff.person("legal"));
        absences.end(entry.absence().id().toString(), staff.person("management"));

        // then
        assertThat(events.stream(AbsenceReported.class))
                .containsExactly(new AbsenceReported(entry.absence(), new Actor("legal")));
        assertThat(events.stream(AbsenceEnded.class))
                .containsExactly(new AbsenceEnded(entry.absence(), new Actor("management")));
    }

    @Test
    void shouldNeverChangeWhatWasEntered() {
        // given
        report("legal", null, tomorrow, 3, "legal2", null);

        // then
        assertThatThrownBy(() -> jdbc.sql("UPDATE firebreak.absence SET stand_in = 'areaowner'")
                        .update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("can be ended, once");
    }

    @Test
    void shouldKeepAbsencesAsLongAsThePlanSays() {
        // given
        Instant limit = clock.instant().minus(plans.current().retention().absences());
        String kept = over(limit.plusSeconds(1));
        String removed = over(limit.minusSeconds(1));

        // when
        retention.removeOld();

        // then
        assertThat(absences.get(kept).absence().person()).isEqualTo("legal");
        assertThatThrownBy(() -> absences.get(removed)).hasMessageStartingWith("There is no absence with this id");
    }

    /** The id of an absence that was over then. */
    private String over(Instant end) {
        UUID id = UUID.randomUUID();
        Absence absence = new Absence(id, "legal", end.minus(Duration.ofDays(1)), end, null);
        store.add(new AbsenceEntry(absence, null, "legal", absence.from(), null));
        return id.toString();
    }

    @Test
    void shouldWalkAChainOfTheGroupsWhereThePlanHasNone() {
        // when: a role for which nobody plans
        ChainWalk walk = roster.walk("designer", null, Matter.ANY);
        ChainWalk.Step step = walk.next(ChainWalk.Position.START, clock.instant());

        // then
        ChainWalk.Step.Ask ask = (ChainWalk.Step.Ask) step;
        assertThat(ask.position().level()).isEqualTo(1);
        assertThat(ask.position().asked()).isEqualTo(Set.of("crisislead", "crisislead2"));
        assertThat(ask.skipped())
                .contains(new Resolution.Skipped("designer", "nobody in the crisis plan has this role"));
    }

    private HttpResponse<String> report(
            String by, String person, Instant from, int days, String standIn, String reason) {
        Map<String, Object> body = new HashMap<>();
        body.put("person", person);
        body.put("from", from.toString());
        body.put("to", from.plus(Duration.ofDays(days)).toString());
        body.put("standIn", standIn);
        body.put("reason", reason);
        return web.post(by, "/api/absences", write(body));
    }

    private HttpResponse<String> end(String by, JsonNode absence) {
        return web.post(by, "/api/absences/" + absence.get("id").asText() + "/end", "{}");
    }

    private JsonNode listed(String by) {
        return read(web.get(by, "/api/absences?person=legal"));
    }

    private List<Map<String, Object>> ledger(JsonNode absence) {
        return jdbc.sql("SELECT act, sentence, reason, details::text FROM firebreak.ledger_entry"
                        + " WHERE details ->> 'absence' = ? ORDER BY id")
                .param(absence.get("id").asText())
                .query()
                .listOfRows();
    }

    private JsonNode read(HttpResponse<String> answer) {
        try {
            return json.readTree(answer.body());
        } catch (JsonProcessingException e) {
            throw new AssertionError("Not JSON: " + answer.body(), e);
        }
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
