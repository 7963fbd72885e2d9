package io.firebreak.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.firebreak.access.Actor;
import io.firebreak.rule.Refusal;
import io.firebreak.statement.Approvals;
import io.firebreak.statement.Ballot;
import io.firebreak.statement.ConsultationGaps.GoingOn;
import io.firebreak.statement.LoneApprovals;
import io.firebreak.statement.LoneBallot;
import io.firebreak.statement.Seen;
import io.firebreak.support.CaseDriver;
import io.firebreak.support.FirebreakTest;
import io.firebreak.support.TestClock;
import io.firebreak.support.Web;
import io.firebreak.support.WebappSession;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionTemplate;

/** Whoever agrees to a text has read it against the facts of this moment. */
@FirebreakTest
class FactsReadByApproversTest {

    private static final String JARS = "{\"kind\": \"NUMBER\", \"label\": \"affected jars\", \"value\": \"%s\"}";
    private static final String FOUND = "{\"kind\": \"DATE\", \"label\": \"discovered\", \"value\": \"2026-11-21\"}";
    private static final String CHANGED =
            "The facts have changed since you opened this: affected jars: 1300 (was 1250)."
                    + " Please open the task again, and read the text against them.";

    @LocalServerPort
    private int port;

    @Autowired
    private CaseDriver driver;

    @Autowired
    private TestClock clock;

    @Autowired
    private Approvals approvals;

    @Autowired
    private LoneApprovals alone;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private ObjectMapper json;

    private String reference;

    @Test
    void shouldStopAnApproverWhoseFormWasOpenWhileAFactChangedAndShowTheDifference() {
        // given
        textAgainst(JARS.formatted("1250"));
        put(1, JARS.formatted("1300"));

        // then
        assertThatThrownBy(() -> agree("legal", 1))
                .satisfies(failure -> assertThat(Refusal.behind(failure)).hasMessage(CHANGED));
        assertThat(driver.latestVersion(reference).agreement().votes()).isEmpty();
        assertThat(driver.acts(reference)).contains("approval.refused");

        // when it is opened again
        agree("legal", 2);

        // then
        assertThat(driver.latestVersion(reference).isApproved()).isTrue();
        assertThat(driver.ledger(reference))
                .filteredOn(entry -> entry.type().equals("statement.agreed"))
                .extracting(entry -> entry.details().get("factSheet"))
                .containsExactly(2);
    }

    @Test
    void shouldStopWhoeverDoesNotSayWhichFactsTheyRead() {
        // given
        textAgainst(JARS.formatted("1250"));

        // then
        assertThatThrownBy(() -> agree("legal", 0))
                .satisfies(failure -> assertThat(Refusal.behind(failure)).hasMessageContaining("affected jars: 1250"));
        assertThatThrownBy(() -> agree("legal", 7)).satisfies(failure -> assertThat(Refusal.behind(failure))
                .hasMessageContaining("never had a version 7"));
        assertThatThrownBy(() -> agree("legal", -1)).satisfies(failure -> assertThat(Refusal.behind(failure))
                .hasMessageContaining("must be a whole number"));
    }

    @Test
    void shouldBeContentWhereTheFactsAreWhatTheyWere() {
        // given
        textAgainst(JARS.formatted("1250"), FOUND);
        put(1, JARS.formatted("1300"), FOUND);
        put(2, FOUND, JARS.formatted("1250"));

        // when
        agree("legal", 1);

        // then
        assertThat(driver.latestVersion(reference).isApproved()).isTrue();
    }

    @Test
    void shouldSendBackWhateverTheFactsAre() {
        // given
        textAgainst(JARS.formatted("1250"));
        put(1, JARS.formatted("1300"));

        // when
        decide("legal", 1, "SEND_BACK", "The number is wrong.");

        // then
        assertThat(driver.openTasks(reference)).containsExactly("UserTask_WriteStatement");
    }

    @Test
    void shouldStopByEveryOtherWayIn() {
        // given
        reference = driver.reportedDanger("Glass in the yoghurt");
        put(0, JARS.formatted("1250"));
        begin();
        put(1, JARS.formatted("1300"));
        Seen seen = new Seen(driver.latestVersion(reference).sha256(), 1);

        // then
        assertThatThrownBy(() -> transaction.executeWithoutResult(status ->
                        approvals.agree(reference, null, new Ballot(Set.of(), false, seen, null), new Actor("legal"))))
                .hasMessage(CHANGED);
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> alone.approve(
                        reference, null, new LoneBallot(seen, "Now.", GoingOn.NOT_SAID), new Actor("management"))))
                .hasMessage(CHANGED);
        assertThatThrownBy(() -> decide("management", 1, "APPROVE_ALONE", "Now."))
                .satisfies(failure -> assertThat(Refusal.behind(failure)).hasMessage(CHANGED));
        HttpResponse<String> answer = byApi(seen);
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("affected jars: 1300 (was 1250)");
        assertThat(byApi(new Seen(seen.sha256(), 2)).statusCode()).isEqualTo(200);
    }

    @Test
    void shouldShowInTheFormWhatChangedSinceTheTextWasHandedIn() throws Exception {
        // given
        textAgainst(JARS.formatted("1250"), FOUND);
        clock.advance(Duration.ofMinutes(1));
        put(1, JARS.formatted("1300"), FOUND);

        // when
        JsonNode facts = json.readTree(WebappSession.signIn(port, "legal", "tasklist")
                .get("/api/tasklist/plugin/firebreak/default/tasks/"
                        + driver.task(reference, "UserTask_ApproveStatement").getId() + "/facts")
                .body());

        // then
        assertThat(facts.at("/version").asInt()).isEqualTo(2);
        assertThat(facts.at("/changedSince").asBoolean()).isTrue();
        assertThat(facts.at("/changes")).hasSize(1);
        assertThat(facts.at("/changes/0").asText()).isEqualTo("affected jars: 1300 (was 1250)");
    }

    private HttpResponse<String> byApi(Seen seen) {
        return new Web(port)
                .post(
                        "management",
                        "/api/cases/%s/approvals/%s/approve-alone"
                                .formatted(
                                        reference,
                                        driver.latestVersion(reference).statementId()),
                        "{\"sha256\": \"%s\", \"factSheetVersion\": %d, \"comments\": \"Now.\"}"
                                .formatted(seen.sha256(), seen.factSheet()),
                        "Idempotency-Key",
                        "of " + seen.factSheet());
    }

    private void textAgainst(String... facts) {
        reference = driver.reportedOwnSlip("A wrong price");
        put(0, facts);
        begin();
    }

    private void begin() {
        driver.startAlone(reference, "StatementApproval", Map.of());
        driver.write("spokesperson", reference, "It is 9 euros.");
    }

    private void agree(String person, int factSheet) {
        decide(person, factSheet, "APPROVE", null);
    }

    private void decide(String person, int factSheet, String decision, String comments) {
        Map<String, Object> inputs = new HashMap<>();
        inputs.put("decision", decision);
        inputs.put("comments", comments);
        inputs.put("factSheetVersion", factSheet);
        driver.decide(person, reference, driver.latestVersion(reference), inputs);
    }

    private void put(int version, String... facts) {
        HttpResponse<String> answer = new Web(port)
                .send(
                        "areaowner",
                        "PUT",
                        "/api/cases/" + reference + "/fact-sheet",
                        "{\"version\": %d, \"facts\": [%s]}".formatted(version, String.join(", ", List.of(facts))),
                        "Content-Type",
                        "application/json");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }
}
