package io.firebreak.roster.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.firebreak.access.StandalonePage;
import io.firebreak.roster.coverage.PersonCoverage.ReachedBy;
import io.firebreak.support.FirebreakTest;
import io.firebreak.support.Web;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Who can be reached, as programs and people read it. */
@FirebreakTest
class CoveragePageTest {

    private static final String PATH = "/api/reachability";
    private static final String HOSTILE = "<script>alert(1)</script> & <b>chain</b>";
    private static final ZoneId WARSAW = ZoneId.of("Europe/Warsaw");

    @LocalServerPort
    private int port;

    @Autowired
    private ObjectMapper json;

    @Autowired
    private CoveragePage page;

    @Test
    void shouldTellProgramsOfEachChainWithoutAHole() throws Exception {
        // when
        JsonNode coverage = json.readTree(new Web(port).get("legal", PATH).body());

        // then
        Instant at = Instant.parse(coverage.at("/at").asText());
        assertThat(Instant.parse(coverage.at("/to").asText())).isEqualTo(at.plus(Duration.ofDays(14)));
        assertThat(coverage.at("/chains").findValuesAsText("chain")).contains("Crisis lead", "Spokesperson");
        assertThat(coverage.at("/chains")).allSatisfy(chain -> {
            Instant end = at;
            for (JsonNode stretch : chain.at("/stretches")) {
                assertThat(Instant.parse(stretch.at("/from").asText())).isEqualTo(end);
                end = Instant.parse(stretch.at("/to").asText());
                assertThat(stretch.has("reason"))
                        .isEqualTo(!stretch.at("/verdict").asText().equals("GREEN"));
            }
            assertThat(end).isEqualTo(at.plus(Duration.ofDays(14)));
        });
        assertThat(coverage.at("/people").findValuesAsText("person")).contains("spokesperson", "management2");
    }

    @Test
    void shouldBeForStaff() {
        assertThat(new Web(port).get(null, PATH).statusCode()).isEqualTo(401);
        assertThat(new Web(port).get("designer", PATH).statusCode()).isEqualTo(403);
        assertThat(new Web(port).get("areaowner", PATH).statusCode()).isEqualTo(200);
    }

    @Test
    void shouldShowPeopleAPage() {
        // when
        HttpResponse<String> answer = new Web(port).get("legal", PATH, "Accept", "text/html,*/*;q=0.8");

        // then
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/html;charset=UTF-8");
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
                .startsWith("default-src 'none'; style-src 'sha256-")
                .doesNotContain("script-src");
        Document shown = Jsoup.parse(answer.body());
        assertThat(shown.select("script")).isEmpty();
        assertThat(shown.select("#chains ~ div th[scope=row]").eachText())
                .anyMatch(text -> text.contains("Spokesperson"));
        assertThat(shown.select("#people ~ div tbody tr").text())
                .contains("list of tasks")
                .contains("e-mail");
        // no private address of anybody is on it
        assertThat(shown.text()).doesNotContain("@");
    }

    @Test
    void shouldTellEachVerdictBySignAndWordAndEachGapByASentence() {
        // when
        Document shown = Jsoup.parse(page.render(coverage()).html());

        // then
        assertThat(shown.select("#chains ~ div tbody td").eachText())
                .containsExactly("● covered 00:00–02:00 ◐ thin 02:00–10:00 ● covered 10:00–24:00", "○ nobody all day");
        assertThat(shown.select("dt").eachText()).containsExactly("● covered", "◐ thin", "○ nobody");
        assertThat(shown.select("#gaps ~ ul li").eachText())
                .containsExactly(
                        "○ Sunday 29 November 00:00 to 24:00, S1 Spokesperson: " + HOSTILE,
                        "◐ Saturday 28 November 02:00 to 10:00, S1 Spokesperson: one person, ana");
        assertThat(shown.select("thead th[scope=col]").eachText()).contains("Sat 28 Nov", "Sun 29 Nov");
        assertThat(shown.text()).contains("e-mail, worked Saturday 28 November 00:00, failed last");
    }

    @Test
    void shouldShowTextsOfThePlanAsText() {
        // when
        StandalonePage shown = page.render(coverage());

        // then
        assertThat(shown.html()).doesNotContain("<script>").doesNotContain("<b>chain");
        assertThat(Jsoup.parse(shown.html()).select("bdi").eachText()).contains(HOSTILE);
    }

    private static Coverage coverage() {
        Instant saturday = Instant.parse("2026-11-27T23:00:00Z");
        Instant sunday = saturday.plus(Duration.ofDays(1));
        Instant monday = sunday.plus(Duration.ofDays(1));
        Instant night = saturday.plus(Duration.ofHours(2));
        Instant morning = saturday.plus(Duration.ofHours(10));
        ChainCoverage line = new ChainCoverage(
                HOSTILE,
                "spokesperson",
                List.of("S1"),
                List.of(
                        new Stretch(saturday, night, Verdict.GREEN, null),
                        new Stretch(night, morning, Verdict.THIN, "one person, ana"),
                        new Stretch(morning, sunday, Verdict.GREEN, null),
                        new Stretch(sunday, monday, Verdict.RED, HOSTILE)));
        return new Coverage(
                saturday,
                monday,
                WARSAW,
                1,
                List.of(line),
                List.of(new PersonCoverage(
                        HOSTILE,
                        "on duty only",
                        List.of(),
                        List.of(),
                        List.of(new ReachedBy("e-mail", saturday, true)))));
    }
}
