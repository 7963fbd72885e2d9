package io.firebreak.review;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.firebreak.crisis.CaseReference;
import io.firebreak.language.PagesOfTest;
import io.firebreak.statement.StatementKind;
import io.firebreak.support.CaseDriver;
import io.firebreak.support.FirebreakTest;
import io.firebreak.support.TestClock;
import io.firebreak.support.Web;
import io.firebreak.support.WebappSession;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What a crisis did and what was done about it, as programs and people read it. */
@FirebreakTest
class ImpactReportTest {

    private static final String HOSTILE = "<script>alert(1)</script> & <b>kettle</b>";

    @LocalServerPort
    private int port;

    @Autowired
    private CaseDriver driver;

    @Autowired
    private TestClock clock;

    @Autowired
    private ObjectMapper json;

    @Autowired
    private ImpactReports reports;

    @Test
    void shouldMeasureTheResponseAgainstThePublishedMarks() throws Exception {
        // given
        String reference = answeredAfter(Duration.ofHours(22));

        // when
        JsonNode report = report(reference);

        // then
        assertThat(report.at("/source").asText()).contains("Freshfields, 2013 (S61");
        assertThat(report.at("/marks").findValuesAsText("hours")).containsExactly("1", "21", "48");
        JsonNode human = milestone(report, "FIRST_HUMAN_ACT");
        assertThat(human.at("/minutes").asInt()).isEqualTo(5);
        assertThat(human.at("/checks").findValuesAsText("met")).containsExactly("true", "true", "true");
        JsonNode statement = milestone(report, "STATEMENT");
        assertThat(statement.at("/minutes").asInt()).isEqualTo(22 * 60 + 5);
        assertThat(statement.at("/how").asText()).isEqualTo("newsroom");
        assertThat(statement.at("/checks").findValuesAsText("met")).containsExactly("false", "false", "true");
        JsonNode holding = milestone(report, "HOLDING_STATEMENT");
        assertThat(holding.has("at")).isFalse();
        assertThat(holding.at("/checks").findValuesAsText("met")).containsExactly("false", "false");
        assertThat(holding.at("/checks/2").has("met")).isFalse();
    }

    @Test
    void shouldNotTakeWhatToolsDeliverForAnAnswerOfPeople() throws Exception {
        // given
        String reference = driver.report("A cracked kettle");
        count(reference, Duration.ofMinutes(10), 400, 75);

        // then
        assertThat(milestone(report(reference), "FIRST_HUMAN_ACT").has("at")).isFalse();

        // when
        clock.advance(Duration.ofMinutes(20));
        driver.assess(reference, "OWN_SLIP");

        // then
        assertThat(driver.acts(reference)).contains("reactions.counted");
        assertThat(milestone(report(reference), "FIRST_HUMAN_ACT")
                        .at("/minutes")
                        .asInt())
                .isEqualTo(30);
    }

    @Test
    void shouldTellWhoWroteWhoApprovedAndWhatWentOutWhere() throws Exception {
        // given
        String reference = answeredAfter(Duration.ofMinutes(30));

        // when
        JsonNode report = report(reference);

        // then
        assertThat(report.at("/texts/0/kind").asText()).isEqualTo("Statement");
        assertThat(report.at("/texts/0/writtenBy").asText()).isEqualTo("spokesperson");
        assertThat(report.at("/texts/0/approved").asBoolean()).isTrue();
        assertThat(report.at("/texts/0/decidedBy").asText()).isEqualTo("legal");
        assertThat(report.at("/publications/0/channel").asText()).isEqualTo("newsroom");
        assertThat(report.at("/publications/0/state").asText()).isEqualTo("SENT");
        assertThat(report.at("/publications/0/url").asText()).contains("/newsroom/");
        assertThat(report.at("/apologies/0/version").asInt()).isEqualTo(1);
        assertThat(report.at("/severityHistory/0/type").asText()).startsWith("severity.");
        assertThat(StreamSupport.stream(report.at("/timeline").spliterator(), false)
                        .map(entry -> entry.at("/type").asText()))
                .contains("incident.reported", "incident.assessed", "statement.approved", "statement.published")
                .doesNotContain("task.created", "task.completed");
    }

    @Test
    void shouldTellWhatWasLate() throws Exception {
        // given
        String reference = answeredAfter(Duration.ofHours(22));

        // when
        JsonNode overdue = report(reference).at("/overdueTasks");

        // then
        assertThat(overdue.findValuesAsText("task")).contains("Write the statement");
        assertThat(overdue.get(0).at("/minutesLate").asInt()).isPositive();
        assertThat(overdue.get(0).at("/endedBy").asText()).isEqualTo("spokesperson");
    }

    @Test
    void shouldCompareTheReactionsBeforeAndAfterTheStatement() throws Exception {
        // given
        String reference = driver.reportedOwnSlip("A cracked kettle");
        count(reference, Duration.ofHours(2), 400, 75);
        publish(reference);
        count(reference, Duration.ofHours(1), 20, 10);

        // when
        JsonNode reactions = report(reference).at("/reactions");

        // then
        assertThat(reactions.at("/before/meanPerHour").asDouble()).isEqualTo(200);
        assertThat(reactions.at("/before/negativePercent").asInt()).isEqualTo(75);
        assertThat(reactions.at("/after/meanPerHour").asDouble()).isEqualTo(20);
        assertThat(reactions.at("/after/negativePercent").asInt()).isEqualTo(10);
        assertThat(reactions.at("/counted/counts")).hasSize(2);
    }

    @Test
    void shouldBeAPageThatCanBeReadWithoutColourAndScript() {
        // given
        String reference = driver.reportedOwnSlip(HOSTILE);
        count(reference, Duration.ofHours(2), 400, 75);
        publish(reference);
        count(reference, Duration.ofHours(1), 20, 10);

        // when
        HttpResponse<String> answer = page(reference);
        Document page = Jsoup.parse(answer.body());

        // then
        assertThat(answer.headers().firstValue("Content-Type")).get().asString().startsWith("text/html");
        assertThat(answer.headers().firstValue("Content-Security-Policy"))
                .get()
                .asString()
                .startsWith("default-src 'none'; style-src 'sha256-");
        assertThat(answer.body())
                .doesNotContain("<script")
                .doesNotContain("<b>kettle")
                .contains("&lt;script&gt;alert(1)");
        assertThat(page.select("script, [onclick], [style], link, img")).isEmpty();
        assertThat(page.select("h1").text()).isEqualTo(HOSTILE);
        assertThat(page.text())
                .contains("Within 1 h", "Within 21 h", "Within 48 h", "Freshfields, 2013")
                .contains(
                        "Before the statement 200 mentions an hour, 75 of a hundred against us. After it 20 mentions an hour,")
                .contains("approved by Zofia Lis");
        assertThat(page.select("svg rect[fill='url(#against)']")).hasSize(2);
        assertThat(page.select("svg line[stroke-dasharray]")).hasSize(1);
        assertThat(page.select("svg").attr("role")).isEqualTo("img");
        assertThat(page.select("svg desc").text()).contains("hatched part is against us");
        assertThat(page.select("table caption").eachText()).contains("Counts");
        assertThat(page.select("a[href*='/newsroom/']")).isNotEmpty();
        assertThat(page.select("style").html()).contains("@media print");
    }

    @Test
    void shouldSpeakTheLanguageOfWhoeverReadsItAndLeaveWhatPeopleWroteAlone() {
        // given a case and an author's words that happen to be words of the page
        String reference = driver.reportedOwnSlip("Counts");
        count(reference, Duration.ofHours(2), 400, 75);
        driver.complete(
                "spokesperson",
                reference,
                "UserTask_WriteStatement",
                Map.of("language", "en", "title", "Counts", "body", "It cracked.", "apology", true));
        driver.sendBack("legal", reference, StatementKind.STATEMENT, "not yet");
        ImpactReportPage spanish = new ImpactReportPage(
                PagesOfTest.inSpanish(Map.ofEntries(
                        Map.entry("Counts", "Recuentos"),
                        Map.entry("not yet", "todavía no"),
                        Map.entry("Statement", "Comunicado"),
                        Map.entry("sent back by %s", "devuelto por %s"),
                        Map.entry("own slip", "desliz propio"),
                        Map.entry("Within %s h", "En %s h"),
                        Map.entry("%s wrote %s: %s", "%s escribió %s: %s"),
                        Map.entry("First act of a person", "Primera actuación de una persona"))),
                ZoneId.of("Europe/Madrid"));
        ImpactReport report = reports.of(CaseReference.parse(reference));

        // when
        Document page = Jsoup.parse(
                PagesOfTest.toReaderOf("es", () -> spanish.render(report)).html());

        // then what is ours is Spanish
        assertThat(page.select("html").attr("lang")).isEqualTo("es");
        assertThat(page.select("#reactions ~ div caption, caption").eachText()).contains("Recuentos");
        assertThat(page.select("#speed ~ div th").eachText())
                .contains("En 1 h", "En 48 h", "Primera actuación de una persona");
        assertThat(page.select("#speed ~ div td").eachText()).contains("todavía no");
        assertThat(page.select("header dd").eachText()).contains("desliz propio");
        assertThat(page.select("#texts ~ div td").text()).contains("Comunicado, ", "devuelto por legal");
        assertThat(page.select("#timeline ~ div td bdi").eachText())
                .anyMatch(sentence -> sentence.startsWith("spokesperson escribió "));
        // and what people wrote is as they wrote it
        assertThat(page.select("h1").text()).isEqualTo("Counts");
        assertThat(page.select("#texts ~ div td bdi").eachText()).contains("Counts");
        assertThat(page.select("#texts ~ div blockquote").eachText()).contains("not yet");
    }

    @Test
    void shouldBeServedInTheBrowsersLanguageByApiAndTasklist() {
        // given
        String reference = driver.reportedOwnSlip("A cracked kettle");
        driver.start("PostCrisisReview", reference, Map.of());
        driver.runJob(reference, "ServiceTask_DrawUpReport");
        String task = driver.task(reference, "UserTask_ReviewCrisis").getId();

        // when
        String api = new Web(port)
                .get(
                        "management",
                        "/api/cases/" + reference + "/impact-report",
                        "Accept",
                        "text/html",
                        "Accept-Language",
                        "pl-PL")
                .body();
        HttpResponse<String> tasklist = WebappSession.signIn(port, "management", "tasklist")
                .speaking("it")
                .get("/api/tasklist/plugin/firebreak/default/tasks/" + task + "/impact-report");

        // then
        assertThat(Jsoup.parse(api).select("html").attr("lang")).isEqualTo("pl");
        assertThat(Jsoup.parse(tasklist.body()).select("html").attr("lang")).isEqualTo("it");
        assertThat(tasklist.headers().allValues("Vary")).contains("Accept-Language");
    }

    @Test
    void shouldBeAPageFromTheFirstMinuteOn() {
        // given
        String reference = driver.report("A cracked kettle");

        // when
        HttpResponse<String> answer = page(reference);

        // then
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(Jsoup.parse(answer.body()).text())
                .contains("Nothing was counted.", "Nothing was written.", "Nothing went out.", "None yet.", "not yet");
    }

    @Test
    void shouldGiveJsonToWhoNamesNothing() {
        // given
        String reference = driver.report("A cracked kettle");
        Web web = new Web(port);
        String path = "/api/cases/" + reference + "/impact-report";

        // when, then
        for (String accept : new String[] {"*/*", "application/json", "application/json, text/html;q=0.5"}) {
            assertThat(web.get("management", path, "Accept", accept).headers().firstValue("Content-Type"))
                    .as(accept)
                    .get()
                    .asString()
                    .startsWith("application/json");
        }
        assertThat(web.get("management", path).body()).startsWith("{");
        assertThat(web.get("management", path, "Accept", "text/html,application/xhtml+xml,*/*;q=0.8")
                        .body())
                .startsWith("<!DOCTYPE html>");
        assertThat(web.get("management", "/api/cases/CR-1999-0001/impact-report")
                        .statusCode())
                .isEqualTo(404);
        assertThat(web.get("designer", path).statusCode()).isEqualTo(403);
        assertThat(web.get(null, path).statusCode()).isEqualTo(401);
    }

    @Test
    void shouldShowLessonsAndTheReportThatTheReviewRestedOn() throws Exception {
        // given
        String reference = driver.reportedOwnSlip("A cracked kettle");
        driver.start("PostCrisisReview", reference, Map.of());
        driver.runJob(reference, "ServiceTask_DrawUpReport");
        driver.review("management", reference);

        // when
        JsonNode now = report(reference);
        JsonNode then = json.readTree(new Web(port)
                .get("management", "/api/cases/" + reference + "/impact-report/kept/1")
                .body());

        // then
        assertThat(now.at("/lessons/0/finding").asText()).isEqualTo("We said it well.");
        assertThat(now.at("/lessons/0/area").asText()).isEqualTo("MESSAGE");
        assertThat(then.at("/lessons")).isEmpty();
        assertThat(then.at("/reference").asText()).isEqualTo(reference);
        assertThat(page(reference).body()).contains("We said it well.", "It went well.");
    }

    @Test
    void shouldBeReadInTasklistByWhoMaySeeTheTaskAlone() {
        // given
        String reference = driver.reportedOwnSlip("A cracked kettle");
        driver.start("PostCrisisReview", reference, Map.of());
        driver.runJob(reference, "ServiceTask_DrawUpReport");
        String address = "/api/tasklist/plugin/firebreak/default/tasks/"
                + driver.task(reference, "UserTask_ReviewCrisis").getId();

        // when
        HttpResponse<String> page =
                WebappSession.signIn(port, "management", "tasklist").get(address + "/impact-report");
        HttpResponse<String> people =
                WebappSession.signIn(port, "management", "tasklist").get(address + "/review");
        WebappSession other = WebappSession.signIn(port, "areaowner", "tasklist");

        // then
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Type")).get().asString().startsWith("text/html");
        assertThat(page.headers().allValues("Content-Security-Policy")).anyMatch(policy -> policy.contains("sha256-"));
        assertThat(page.body()).contains("Impact report", reference);
        assertThat(people.body()).contains("\"id\":\"legal2\"").doesNotContain("\"designer\"");
        assertThat(other.get(address + "/impact-report").statusCode()).isEqualTo(404);
        assertThat(other.get(address + "/review").statusCode()).isEqualTo(404);
        assertThat(other.get(address + "/reactions").statusCode()).isEqualTo(404);
    }

    /** A case that somebody assesses after five minutes and that is answered so much later. */
    private String answeredAfter(Duration time) {
        String reference = driver.report("A cracked kettle");
        clock.advance(Duration.ofMinutes(5));
        driver.assess(reference, "OWN_SLIP");
        clock.advance(time);
        publish(reference);
        return reference;
    }

    private void publish(String reference) {
        driver.complete(
                "spokesperson",
                reference,
                "UserTask_WriteStatement",
                Map.of("language", "en", "title", HOSTILE, "body", "It cracked.", "apology", true));
        driver.approve("legal", reference);
        driver.publish(reference);
    }

    private void count(String reference, Duration time, int mentions, int negativeSharePercent) {
        Instant from = clock.instant();
        clock.advance(time);
        HttpResponse<String> answer = new Web(port)
                .post(
                        "communitymanager",
                        "/api/cases/" + reference + "/reactions",
                        "{\"from\": \"%s\", \"to\": \"%s\", \"mentions\": %d, \"negativeSharePercent\": %d}"
                                .formatted(from, clock.instant(), mentions, negativeSharePercent),
                        "Idempotency-Key",
                        UUID.randomUUID().toString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    }

    private JsonNode report(String reference) throws Exception {
        return json.readTree(new Web(port)
                .get("management", "/api/cases/" + reference + "/impact-report")
                .body());
    }

    private HttpResponse<String> page(String reference) {
        return new Web(port).get("management", "/api/cases/" + reference + "/impact-report", "Accept", "text/html");
    }

    private static JsonNode milestone(JsonNode report, String step) {
        return StreamSupport.stream(report.at("/milestones").spliterator(), false)
                .filter(milestone -> milestone.at("/step").asText().equals(step))
                .findFirst()
                .orElseThrow();
    }
}
