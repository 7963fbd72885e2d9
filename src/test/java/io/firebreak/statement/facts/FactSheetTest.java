package io.firebreak.statement.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.firebreak.crisis.CaseOutcome;
import io.firebreak.crisis.CaseReference;
import io.firebreak.crisis.Cases;
import io.firebreak.ledger.LedgerEntry;
import io.firebreak.statement.StatementKind;
import io.firebreak.statement.StatementText;
import io.firebreak.statement.TextCheck;
import io.firebreak.support.CaseDriver;
import io.firebreak.support.FirebreakTest;
import io.firebreak.support.TestClock;
import io.firebreak.support.Web;
import io.firebreak.wording.Finding;
import io.firebreak.wording.comparison.Fact;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The fact sheet of a case: by the API, by forms, by two at once, and beside texts that are approved already. */
@FirebreakTest
class FactSheetTest {

    private static final String JARS = "{\"kind\": \"NUMBER\", \"label\": \"affected jars\", \"value\": \"%s\"}";
    private static final String FOUND = "{\"kind\": \"DATE\", \"label\": \"found\", \"value\": \"2026-11-21\"}";

    @LocalServerPort
    private int port;

    @Autowired
    private CaseDriver driver;

    @Autowired
    private FactSheets sheets;

    @Autowired
    private List<TextCheck> checks;

    @Autowired
    private Cases cases;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TestClock clock;

    @Autowired
    private ObjectMapper json;

    private Web web;
    private String reference;

    @BeforeEach
    void report() {
        web = new Web(port);
        reference = driver.reportedOwnSlip("A wrong price");
    }

    @Test
    void shouldBeEmptyUntilSomebodyEntersAFact() {
        assertThat(get().path("version").asInt()).isZero();
        assertThat(get().path("facts")).isEmpty();
    }

    @Test
    void shouldKeepEachVersionWithWhoEnteredIt() {
        // when
        JsonNode first = read(put("areaowner", 0, JARS.formatted("1 250"), FOUND));
        put("crisislead", 1, JARS.formatted("1300"));

        // then
        assertThat(first.path("facts").path(0).path("value").asText()).isEqualTo("1250");
        assertThat(get().path("version").asInt()).isEqualTo(2);
        assertThat(get().path("enteredBy").asText()).isEqualTo("crisislead");
        assertThat(sentences("factSheet.changed"))
                .containsExactly(
                        "Version 1 of the fact sheet. affected jars: 1250; found: 2026-11-21.",
                        "Version 2 of the fact sheet. affected jars: 1300 (was 1250); found: taken away (was 2026-11-21).");
        assertThatThrownBy(() -> jdbc.sql("UPDATE firebreak.fact SET value = '9' WHERE case_reference = ?")
                        .param(reference)
                        .update())
                .hasMessageContaining("fact");
    }

    @ParameterizedTest
    @CsvSource({
        "communitymanager, 200",
        "areaowner, 200",
        "legal, 200",
        "management, 200",
        "designer, 403",
        "admin, 403"
    })
    void shouldBeChangedByStaffAlone(String user, int status) {
        assertThat(put(user, 0, JARS.formatted("5")).statusCode()).isEqualTo(status);
    }

    @Test
    void shouldLetNobodyInWhoIsNotSignedIn() {
        assertThat(web.get(null, path()).statusCode()).isEqualTo(401);
        assertThat(put(null, 0, JARS.formatted("5")).statusCode()).isEqualTo(401);
    }

    @Test
    void shouldRefuseAChangeOfAnOlderVersionAndTakeTheSameAgain() {
        // given
        put("areaowner", 0, JARS.formatted("5"));

        // when
        HttpResponse<String> late = put("legal", 0, JARS.formatted("6"));

        // then
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains("has version 1 by now, changed by areaowner");
        assertThat(put("legal", 0, JARS.formatted("5")).statusCode()).isEqualTo(200);
        assertThat(get().path("version").asInt()).isEqualTo(1);
    }

    @Test
    void shouldLetOneOfTwoAtOnceWin() {
        List<Integer> answers = IntStream.range(0, 2)
                .mapToObj(number -> CompletableFuture.supplyAsync(
                        () -> put("legal", 0, JARS.formatted(100 + number)).statusCode()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(answers).containsExactlyInAnyOrder(200, 409);
        assertThat(get().path("version").asInt()).isEqualTo(1);
    }

    @Test
    void shouldSayWhatIsWrongWithAChange() {
        assertThat(put("legal", 0, JARS.formatted("1.250")).body()).contains("can be read as 1250 and as 1.250");
        assertThat(web.send("legal", "PUT", path(), "{}", "Content-Type", "application/json")
                        .body())
                .contains("Please send the version that you got");
        assertThat(web.get("legal", "/api/cases/CR-1999-9999/fact-sheet").statusCode())
                .isEqualTo(404);
        assertThat(get().path("version").asInt()).isZero();
    }

    @Test
    void shouldNotChangeInAClosedCase() {
        transaction.executeWithoutResult(status -> cases.close(CaseReference.parse(reference), CaseOutcome.REVIEWED));

        assertThat(put("legal", 0, JARS.formatted("5")).statusCode()).isEqualTo(409);
    }

    @Test
    void shouldBeFilledInByThoseWhoInvestigateProvideFactsAndWrite() {
        // given
        reference = driver.reportedOffence("A joke that hurts");
        driver.complete(
                "crisislead", reference, "UserTask_NameLead", Map.of("areas", "Logistics", "question", "How many?"));

        // when
        driver.complete(
                "areaowner",
                reference,
                "UserTask_ProvideFacts",
                Map.of("facts", "Some.", "factSheet", sheet(0, JARS.formatted("5"))));
        driver.complete(
                "communitymanager",
                reference,
                "UserTask_InvestigateCause",
                Map.of(
                        "beginning", "A post.",
                        "responsibility", "STRONG",
                        "cluster", "PREVENTABLE",
                        "claim", "FACT",
                        "factSheet", sheet(0, FOUND)));

        // then
        assertThat(values()).containsExactly("5", "2026-11-21");
    }

    @Test
    void shouldRefuseTheWholeFormWhereAFactIsWrong() {
        driver.startAlone(reference, "StatementApproval", Map.of());

        assertThatThrownBy(() -> write(sheet(0, JARS.formatted("many"))))
                .hasMessageContaining("is no number for “affected jars”");
        assertThatThrownBy(() -> write("[]")).hasMessageContaining("The fact sheet must be a JSON object");
        assertThatThrownBy(() -> write(sheet(7, FOUND))).hasMessageContaining("never had a version 7");
        assertThat(driver.openTasks(reference)).containsExactly("UserTask_WriteStatement");
        assertThat(get().path("version").asInt()).isZero();
        write(sheet(0, FOUND));
        assertThat(values()).containsExactly("2026-11-21");
    }

    @Test
    void shouldNotOverwriteWhatSomebodyElseEnteredWhileAFormWasOpen() {
        // given
        driver.startAlone(reference, "StatementApproval", Map.of());
        put("areaowner", 0, JARS.formatted("5"));

        // then
        assertThatThrownBy(() -> write(sheet(0, JARS.formatted("6"))))
                .hasMessageContaining("Somebody entered “affected jars” in the meantime, as 5;");
        write(sheet(0, FOUND));
        assertThat(values()).containsExactly("5", "2026-11-21");
    }

    @Test
    void shouldAskTheLeadWhenAFactChangesAfterATextWasApproved() {
        // given
        put("areaowner", 0, JARS.formatted("1250"));
        approved("There are 1,250 affected jars.");

        // when an addition that contradicts nothing
        put("areaowner", 1, JARS.formatted("1250"), FOUND);
        assertThat(driver.openTasks(reference)).doesNotContain("UserTask_WeighNewFacts");
        put("areaowner", 2, JARS.formatted("1300"), FOUND);

        // then
        assertThat(driver.openTasks(reference)).contains("UserTask_WeighNewFacts");
        assertThat(reasons("facts.new"))
                .singleElement()
                .asString()
                .contains("changed after the approval of: Version 1 of the statement.")
                .contains("affected jars: 1300 (was 1250)");
        driver.complete(
                "crisislead",
                reference,
                "UserTask_WeighNewFacts",
                Map.of("responseChanges", true, "reason", "The number is wrong."));
        assertThat(driver.acts(reference)).contains("statement.voided");
    }

    @Test
    void shouldAskTheLeadWhenAFactIsAddedThatAnApprovedTextContradicts() {
        // given
        approved("There are 1,205 affected jars.");

        // when
        put("areaowner", 0, JARS.formatted("1250"));

        // then
        assertThat(driver.openTasks(reference)).contains("UserTask_WeighNewFacts");
    }

    @Test
    void shouldKeepTheFactsOfBothCasesThatAreOne() {
        // given
        String brand = "Brand " + UUID.randomUUID();
        String from = driver.reportAbout(brand, "Glass in a jar");
        String into = driver.reportAbout(brand, "Glass in jars");
        put("areaowner", from, 0, JARS.formatted("5"), FOUND);
        put("areaowner", into, 0, JARS.formatted("6"));

        // when
        HttpResponse<String> answer = web.post(
                "crisislead",
                "/api/cases/" + from + "/merge",
                "{\"into\": \"%s\", \"reason\": \"The same lot.\"}".formatted(into),
                "Idempotency-Key",
                UUID.randomUUID().toString());

        // then
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(sheets.of(CaseReference.parse(into)).facts())
                .extracting(Fact::label, Fact::value)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("affected jars", "6"),
                        org.assertj.core.groups.Tuple.tuple("affected jars (%s)".formatted(from), "5"),
                        org.assertj.core.groups.Tuple.tuple("found", "2026-11-21"));
        assertThat(driver.acts(into)).contains("factSheet.changed");
    }

    @Test
    void shouldCompareATextThatIsHandedIn() {
        // given
        put("areaowner", 0, JARS.formatted("1250"));

        // then
        assertThat(check(StatementKind.STATEMENT, "There are 1,205 affected jars."))
                .extracting(Finding::rule)
                .containsExactly("fact.differs");
        assertThat(check(StatementKind.STATEMENT, "There are 1,250 affected jars."))
                .isEmpty();
    }

    @Test
    void shouldNotCountItsOwnWordsAmongTheAuthors() {
        // given
        reference = driver.reportedDanger("Glass in the yoghurt");
        put("areaowner", 0, JARS.formatted("1250"));
        driver.startAlone(reference, "HoldingStatement", Map.of());

        // when
        driver.complete(
                "spokesperson",
                reference,
                "UserTask_WriteHoldingStatement",
                Map.of(
                        "language", "en",
                        "title", "Glass",
                        "knownFacts", "It concerns 1,250 jars.",
                        "beingChecked", "We check which.",
                        "nextWordAt", clock.instant().plus(Duration.ofHours(4)).toString()));

        // then
        String body =
                driver.latestVersion(reference, StatementKind.HOLDING).text().body();
        assertThat(body).contains("We will say more by");
        assertThat(check(StatementKind.HOLDING, body)).isEmpty();
    }

    @Test
    void shouldNotAskWhereThePostThatIsPutRightStandsOnTheSheet() {
        // given
        reference = driver.reportedOwnSlip("A typo", "https://social.example/1");
        put("areaowner", 0, "{\"kind\": \"CONTACT\", \"label\": \"our page\", \"value\": \"https://brand.example\"}");

        // then
        assertThat(check(StatementKind.STATEMENT, "The price.\n\nThis puts right: https://social.example/1"))
                .isEmpty();
        assertThat(check(StatementKind.STATEMENT, "The price.\n\nSee https://social.example/1"))
                .extracting(Finding::found)
                .containsExactly("https://social.example/1");
    }

    private List<Finding> check(StatementKind kind, String body) {
        StatementText text = new StatementText("en", "Title", body, false, null);
        return checks.stream()
                .flatMap(check -> check.check(reference, kind, text, null).stream())
                .filter(finding -> finding.rule().startsWith("fact."))
                .toList();
    }

    private void approved(String body) {
        driver.write("spokesperson", reference, body);
        driver.approve("legal", reference);
    }

    private void write(String handedIn) {
        Map<String, Object> values = new HashMap<>(
                Map.of("language", "en", "title", "The price", "body", "It is 9 euros.", "factSheet", handedIn));
        driver.complete("spokesperson", reference, "UserTask_WriteStatement", values);
    }

    private List<String> values() {
        return sheets.of(CaseReference.parse(reference)).facts().stream()
                .map(Fact::value)
                .toList();
    }

    private List<String> sentences(String type) {
        return driver.ledger(reference).stream()
                .filter(entry -> entry.type().equals(type))
                .map(LedgerEntry::sentence)
                .toList();
    }

    private List<String> reasons(String type) {
        return driver.ledger(reference).stream()
                .filter(entry -> entry.type().equals(type))
                .map(LedgerEntry::reason)
                .toList();
    }

    private JsonNode get() {
        return read(web.get("crisislead", path()));
    }

    private HttpResponse<String> put(String user, int version, String... facts) {
        return put(user, reference, version, facts);
    }

    private HttpResponse<String> put(String user, String of, int version, String... facts) {
        return web.send(
                user,
                "PUT",
                "/api/cases/%s/fact-sheet".formatted(of),
                sheet(version, facts),
                "Content-Type",
                "application/json");
    }

    private static String sheet(int version, String... facts) {
        return "{\"version\": %d, \"facts\": [%s]}".formatted(version, String.join(", ", facts));
    }

    private String path() {
        return "/api/cases/%s/fact-sheet".formatted(reference);
    }

    private JsonNode read(HttpResponse<String> answer) {
        try {
            return json.readTree(answer.body());
        } catch (JsonProcessingException e) {
            throw new AssertionError(answer.body(), e);
        }
    }
}
