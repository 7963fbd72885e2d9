package io.firebreak.reaction;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.firebreak.access.Actor;
import io.firebreak.crisis.CaseMerged;
import io.firebreak.crisis.CaseOutcome;
import io.firebreak.crisis.CaseReference;
import io.firebreak.crisis.Cases;
import io.firebreak.support.CaseDriver;
import io.firebreak.support.FirebreakTest;
import io.firebreak.support.TestClock;
import io.firebreak.support.Web;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Counts of reactions over the API. */
@FirebreakTest
class ReactionApiTest {

    private static final String USER = "communitymanager2";

    @LocalServerPort
    private int port;

    @Autowired
    private CaseDriver driver;

    @Autowired
    private TestClock clock;

    @Autowired
    private Cases cases;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private ObjectMapper json;

    private Web web;
    private String reference;

    @BeforeEach
    void report() {
        web = new Web(port);
        reference = driver.reportedOwnSlip("A cracked kettle");
    }

    @Test
    void shouldKeepACountAndCompareItByTheHour() throws Exception {
        // given
        Instant now = clock.instant();

        // when
        HttpResponse<String> answer =
                add(count(now.minus(Duration.ofHours(3)), now.minus(Duration.ofHours(1)), 400, 75));
        add(count(now.minus(Duration.ofHours(1)), now.minus(Duration.ofMinutes(30)), 50, 10));

        // then
        assertThat(answer.statusCode()).isEqualTo(201);
        JsonNode list = json.readTree(web.get(USER, path()).body());
        assertThat(list.at("/peakPerHour").asDouble()).isEqualTo(200);
        assertThat(list.at("/counts/0/mentionsPerHour").asDouble()).isEqualTo(200);
        assertThat(list.at("/counts/0/enteredBy").asText()).isEqualTo(USER);
        assertThat(list.at("/counts/0/source").asText()).isEqualTo("API");
        assertThat(list.at("/counts/1/mentionsPerHour").asDouble()).isEqualTo(100);
        assertThat(list.at("/counts/1/percentOfPeak").asInt()).isEqualTo(50);
        assertThat(driver.ledger(reference))
                .filteredOn(entry -> entry.type().equals("reactions.counted"))
                .hasSize(2)
                .first()
                .satisfies(entry -> {
                    assertThat(entry.actor()).isEqualTo(USER);
                    assertThat(entry.sentence()).endsWith("400 mentions, 75 % of them negative.");
                });
    }

    @Test
    void shouldDoTheSameRequestOnce() {
        // given
        String body = count(clock.instant().minusSeconds(3_600), clock.instant(), 7, 7);

        // when
        HttpResponse<String> first = web.post(USER, path(), body, "Idempotency-Key", "count-1");
        HttpResponse<String> again = web.post(USER, path(), body, "Idempotency-Key", "count-1");
        HttpResponse<String> other = web.post(USER, path(), body.replace("7", "8"), "Idempotency-Key", "count-1");

        // then
        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(other.statusCode()).isEqualTo(409);
        assertThat(counts(reference)).isEqualTo(1);
    }

    @Test
    void shouldRefuseWhatIsNoCountWithASentence() {
        Instant now = clock.instant();
        assertRefused(count(now.minusSeconds(60), now.plusSeconds(1), 1, 1), 422, "ends in the future");
        assertRefused(count(now, now.minusSeconds(600), 1, 1), 422, "at least a minute after it begins");
        assertRefused(count(now.minusSeconds(59), now, 1, 1), 422, "at least a minute after it begins");
        assertRefused(count(now.minus(Duration.ofDays(32)), now, 1, 1), 422, "longer than 31 days");
        assertRefused(count(now.minusSeconds(600), now, -1, 1), 422, "must be a whole number from 0 to 1,000,000,000.");
        assertRefused(count(now.minusSeconds(600), now, 1, 101), 422, "must be a whole number from 0 to 100.");
        assertRefused(count(now.minusSeconds(600), now, 1, 1).replace(": 1,", ": 1.5,"), 422, "must be a whole number");
        assertRefused("{}", 422, "The beginning of the count is missing");
        assertRefused(
                "{\"from\": \"yesterday\", \"to\": \"2026-01-01\", \"mentions\": 1, \"negativeSharePercent\": 1}",
                422,
                "The end of the count must be a moment such as 2026-11-21T15:00:00Z");
        assertRefused("[1]", 400, "no JSON of the expected form");
        assertThat(counts(reference)).isZero();
    }

    @Test
    void shouldWantARequestKey() {
        // when
        HttpResponse<String> answer =
                web.post(USER, path(), count(clock.instant().minusSeconds(600), clock.instant(), 1, 1));

        // then
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("Idempotency-Key");
        assertThat(counts(reference)).isZero();
    }

    @Test
    void shouldCountATimeOnceAndCorrectItForAReason() throws Exception {
        // given
        Instant now = clock.instant();
        add(count(now.minusSeconds(3_600), now, 10_000, 50));

        // when
        HttpResponse<String> overlapping = add(count(now.minusSeconds(5_000), now.minusSeconds(1_800), 5, 5));
        HttpResponse<String> elsewhere = add(corrected(now.minusSeconds(3_601), now, 1_000, 50));
        HttpResponse<String> correction = add(corrected(now.minusSeconds(3_600), now, 1_000, 50));

        // then
        assertThat(overlapping.statusCode()).isEqualTo(409);
        assertThat(overlapping.body()).contains("was counted before; please count from its end on");
        assertThat(elsewhere.statusCode()).isEqualTo(409);
        assertThat(correction.statusCode()).isEqualTo(201);
        JsonNode list = json.readTree(web.get(USER, path()).body());
        assertThat(list.at("/counts")).hasSize(1);
        assertThat(list.at("/counts/0/mentions").asInt()).isEqualTo(1_000);
        assertThat(list.at("/counts/0/correctionReason").asText()).isEqualTo("A zero too many.");
        assertThat(counts(reference)).isEqualTo(2);
    }

    @Test
    void shouldRefuseCountsForAClosedOrUnknownCase() {
        // given
        transaction.executeWithoutResult(status -> cases.close(CaseReference.parse(reference), CaseOutcome.REVIEWED));
        String body = count(clock.instant().minusSeconds(600), clock.instant(), 1, 1);

        // when, then
        assertRefused(body, 409, "is closed");
        assertThat(web.post(USER, "/api/cases/CR-1999-0001/reactions", body, "Idempotency-Key", "x")
                        .statusCode())
                .isEqualTo(404);
        assertThat(web.get(USER, "/api/cases/CR-1999-0001/reactions").statusCode())
                .isEqualTo(404);
    }

    @Test
    void shouldBeForStaffAlone() {
        String body = count(clock.instant().minusSeconds(600), clock.instant(), 1, 1);
        assertThat(web.post(null, path(), body, "Idempotency-Key", "x").statusCode())
                .isEqualTo(401);
        assertThat(web.post("designer", path(), body, "Idempotency-Key", "x").statusCode())
                .isEqualTo(403);
        assertThat(web.post("admin", path(), body, "Idempotency-Key", "x").statusCode())
                .isEqualTo(403);
        assertThat(counts(reference)).isZero();
    }

    @Test
    void shouldLetTheCountsOfAMergedCaseCountForTheOther() throws Exception {
        // given
        Instant now = clock.instant();
        add(count(now.minusSeconds(7_200), now.minusSeconds(3_600), 100, 80));
        String merged = reference;
        reference = driver.reportedOwnSlip("The same kettle");
        add(count(now.minusSeconds(5_400), now.minusSeconds(1_800), 60, 0));

        // when
        transaction.executeWithoutResult(status -> {
            jdbc.sql(
                            "UPDATE firebreak.crisis_case SET phase = 'CLOSED', outcome = 'MERGED', merged_into = ? WHERE reference = ?")
                    .params(reference, merged)
                    .update();
            events.publishEvent(new CaseMerged(
                    CaseReference.parse(merged), CaseReference.parse(reference), new Actor("crisislead")));
        });

        // then
        JsonNode list = json.readTree(web.get(USER, path()).body());
        assertThat(list.at("/counts")).hasSize(2);
        assertThat(list.at("/counts/0/reference").asText()).isEqualTo(merged);
        assertThat(list.at("/counts/0/mentionsPerHour").asDouble()).isEqualTo(130);
        assertThat(list.at("/counts/1/reference").asText()).isEqualTo(reference);
        assertThat(list.at("/counts/1/mentionsPerHour").asDouble()).isEqualTo(110);
        assertThat(driver.acts(reference)).contains("reactions.merged");
    }

    private HttpResponse<String> add(String body) {
        return web.post(USER, path(), body, "Idempotency-Key", UUID.randomUUID().toString());
    }

    private void assertRefused(String body, int status, String sentence) {
        HttpResponse<String> answer = add(body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.body()).contains(sentence);
    }

    private String path() {
        return "/api/cases/" + reference + "/reactions";
    }

    private long counts(String of) {
        return jdbc.sql("SELECT count(*) FROM firebreak.reaction_count WHERE case_reference = ?")
                .param(of)
                .query(Long.class)
                .single();
    }

    private static String count(Instant from, Instant to, int mentions, int negativeSharePercent) {
        return "{\"from\": \"%s\", \"to\": \"%s\", \"mentions\": %d, \"negativeSharePercent\": %d}"
                .formatted(from, to, mentions, negativeSharePercent);
    }

    private static String corrected(Instant from, Instant to, int mentions, int negativeSharePercent) {
        return count(from, to, mentions, negativeSharePercent)
                .replace("}", ", \"correctionReason\": \"A zero too many.\"}");
    }
}
