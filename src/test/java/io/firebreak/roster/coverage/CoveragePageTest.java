package io.firebreak.roster.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.firebreak.language.PagesOfTest;
import io.firebreak.language.StaffLanguage;
import io.firebreak.language.StaffWords;
import io.firebreak.roster.coverage.PersonCoverage.ReachedBy;
import io.firebreak.support.FirebreakTest;
import io.firebreak.support.Web;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
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

    @Autowired
    private StaffWords words;

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
        assertThat(shown.select("html").attr("lang")).isEqualTo("en");
        assertThat(shown.select("#chains ~ div tbody td").eachText())
                .containsExactly("● covered 00:00–02:00 ◐ thin 02:00–10:00 ● covered 10:00–24:00", "○ nobody all day");
        assertThat(shown.select("dt").eachText()).containsExactly("● covered", "◐ thin", "○ nobody");
        assertThat(shown.select("#gaps ~ ul li").eachText())
                .containsExactly(
                        "○ Sun, 29 Nov 2026, 00:00 – 24:00, Spokesperson (S1): " + HOSTILE,
                        "◐ Sat, 28 Nov 2026, 02:00 – 10:00, Spokesperson (S1): Only ana can be asked."
                                + " Not asked is ben: away until Sat, 28 Nov 2026, 10:00, and nobody stands in.");
        assertThat(shown.select("thead th[scope=col]").eachText()).contains("Sat 28 Nov", "Sun 29 Nov");
        assertThat(shown.text())
                .contains("by version 1 of the crisis plan. All times in Europe/Warsaw.")
                .contains("e-mail, last worked Sat, 28 Nov 2026, 00:00, failed last");
    }

    @Test
    void shouldSpeakTheLanguageOfWhoeverReadsItAndLeaveNamesAlone() {
        // given a chain that is called like a word of the page
        CoveragePage spanish = new CoveragePage(PagesOfTest.inSpanish(Map.ofEntries(
                Map.entry("Away", "Ausente"),
                Map.entry("on duty only", "solo de guardia"),
                Map.entry("all day", "todo el día"),
                Map.entry("Only %s can be asked.", "Solo se puede preguntar a %s."),
                Map.entry("Not asked is %s: %s.", "No se pregunta a %s: %s."),
                Map.entry("away until %s, and nobody stands in", "ausente hasta el %s y sin suplente"),
                Map.entry("Spokesperson", "Portavoz"),
                Map.entry("last worked %s", "funcionó %s"),
                Map.entry("From %s to %s, by version %s of the crisis plan.", "Plan %3$s, de %1$s a %2$s."))));

        // when
        Document shown = Jsoup.parse(PagesOfTest.toReaderOf("es-MX,en;q=0.5", () -> spanish.render(coverage("Away")))
                .html());

        // then
        assertThat(shown.select("html").attr("lang")).isEqualTo("es");
        assertThat(shown.select("header p").text())
                .contains("Plan 1, de sáb, 28 nov 2026, 00:00 a lun, 30 nov 2026, 00:00.");
        assertThat(shown.select("#chains ~ div th[scope=row]").eachText()).containsExactly("Portavoz (S1) Away");
        assertThat(shown.select("#people ~ div th[scope=row]").eachText()).containsExactly("Away");
        assertThat(shown.select("#people ~ div thead th").eachText()).contains("Ausente");
        assertThat(shown.select("#people ~ div td").eachText()).contains("solo de guardia");
        assertThat(shown.select("#people ~ div td").eachAttr("data-label")).contains("Ausente");
        assertThat(shown.select("#chains ~ div tbody td").text()).endsWith("todo el día");
        assertThat(shown.select("#gaps ~ ul li").eachText()).anySatisfy(gap -> assertThat(gap)
                .endsWith("Portavoz (S1): Solo se puede preguntar a ana."
                        + " No se pregunta a ben: ausente hasta el sáb, 28 nov 2026, 10:00 y sin suplente."));
        assertThat(shown.text()).contains("funcionó sáb, 28 nov 2026, 00:00");
    }

    @Test
    void shouldBeServedInTheBrowsersLanguage() {
        // when
        HttpResponse<String> answer =
                new Web(port).get("legal", PATH, "Accept", "text/html", "Accept-Language", "es-ES,es;q=0.9");

        // then
        assertThat(answer.headers().allValues("Vary")).contains("Accept-Language");
        Document shown = Jsoup.parse(answer.body());
        assertThat(shown.select("html").attr("lang")).isEqualTo("es");
        assertThat(shown.select("#chains ~ div th[scope=row]").text())
                .contains(words.in(StaffLanguage.SPANISH, "Crisis lead") + " (")
                .doesNotContain("Crisis lead (");
    }

    private static Coverage coverage() {
        return coverage(HOSTILE);
    }

    private static Coverage coverage(String name) {
        Instant saturday = Instant.parse("2026-11-27T23:00:00Z");
        Instant sunday = saturday.plus(Duration.ofDays(1));
        Instant monday = sunday.plus(Duration.ofDays(1));
        Instant night = saturday.plus(Duration.ofHours(2));
        Instant morning = saturday.plus(Duration.ofHours(10));
        ChainCoverage line = new ChainCoverage(
                name,
                "spokesperson",
                List.of("S1"),
                List.of(
                        new Stretch(saturday, night, Verdict.GREEN, null),
                        new Stretch(
                                night,
                                morning,
                                Verdict.THIN,
                                "Only ana can be asked. Not asked is ben: away until 2026-11-28T09:00:00Z, and nobody"
                                        + " stands in."),
                        new Stretch(morning, sunday, Verdict.GREEN, null),
                        new Stretch(sunday, monday, Verdict.RED, HOSTILE)));
        return new Coverage(
                saturday,
                monday,
                WARSAW,
                1,
                List.of(line),
                List.of(new PersonCoverage(
                        name, "on duty only", List.of(), List.of(), List.of(new ReachedBy("e-mail", saturday, true)))));
    }
}
