package io.firebreak.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.firebreak.crisis.Assessments;
import io.firebreak.crisis.CaseReference;
import io.firebreak.crisis.Cases;
import io.firebreak.ledger.LedgerEntry;
import io.firebreak.reply.Replies;
import io.firebreak.statement.StatementKind;
import io.firebreak.statement.TextReview;
import io.firebreak.support.CaseDriver;
import io.firebreak.support.CommentDriver;
import io.firebreak.support.FirebreakTest;
import io.firebreak.support.TestClock;
import io.firebreak.support.WebappSession;
import io.firebreak.wording.Finding;
import io.firebreak.wording.Verdict;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What the house rules do where people hand in texts: errors are refused, warnings take a word, which stays. */
@FirebreakTest
class WordingInTasksTest {

    private static final String WRITE = "UserTask_WriteStatement";
    private static final String SHORT = "The price is 9 euros.";
    private static final String WHOLE =
            """
            On Monday we sold bread at two wrong prices in twelve shops. That was our mistake.

            We are sorry.

            Since Tuesday the prices are right. Until 30 June every shop gives the difference back.

            Call us: 0800 555 0101.""";

    @LocalServerPort
    private int port;

    @Autowired
    private CaseDriver driver;

    @Autowired
    private TestClock clock;

    @Autowired
    private TextReview review;

    @Autowired
    private Cases cases;

    @Autowired
    private Assessments assessments;

    @Autowired
    private Replies replies;

    @Autowired
    private RuntimeService runtimeService;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private ObjectMapper json;

    @Test
    void shouldTakeAStatementThatHoldsToAllRulesWithoutAWord() {
        // given
        String reference = writing();

        // when
        driver.complete("spokesperson", reference, WRITE, statement(WHOLE, true, ""));

        // then
        assertThat(driver.openTasks(reference)).contains("UserTask_ApproveStatement");
        assertThat(review.of(driver.latestVersion(reference))).isEmpty();
        assertThat(driver.acts(reference)).doesNotContain("wording.upheld");
    }

    @Test
    void shouldRefuseAnErrorWhateverTheAuthorSays() {
        // given
        String reference = writing();
        String conditional = WHOLE.replace("We are sorry.", "We are sorry if anyone was offended.");

        // when, then
        assertThatThrownBy(() -> driver.complete(
                        "spokesperson", reference, WRITE, statement(conditional, true, "I like it so.")))
                .hasMessageContaining("sorry if anyone was offended”: This apology depends")
                .hasMessageContaining("so it is none")
                .hasMessageContaining("without if, any and may");
        assertThat(driver.openTasks(reference)).contains(WRITE);
        assertThat(driver.acts(reference)).doesNotContain("statement.written");
    }

    @Test
    void shouldAskForAWordToAWarning() {
        // given
        String reference = writing();

        // when, then
        assertThatThrownBy(() -> driver.complete("spokesperson", reference, WRITE, statement(SHORT, false, "")))
                .hasMessageContaining("The text does not apologise.")
                .hasMessageContaining("The text does not say where people can turn to.")
                .hasMessageContaining("say in a word why the text stays as it is");
        assertThatThrownBy(() ->
                        driver.complete("spokesperson", reference, WRITE, statement(SHORT, false, "x".repeat(2_001))))
                .hasMessageContaining("Why the text stays as it is is too long");
        assertThat(driver.acts(reference)).doesNotContain("statement.written");
    }

    @Test
    void shouldKeepTheWordForTheApproverAndTheLedger() throws IOException {
        // given
        String reference = writing();

        // when
        driver.complete("spokesperson", reference, WRITE, statement(SHORT, false, "It is all we know."));

        // then
        Verdict kept = review.of(driver.latestVersion(reference)).orElseThrow();
        assertThat(kept.reason()).isEqualTo("It is all we know.");
        assertThat(kept.findings()).extracting(Finding::rule).contains("part.apology", "part.contact");
        LedgerEntry told = driver.ledger(reference).stream()
                .filter(entry -> entry.type().equals("wording.upheld"))
                .findFirst()
                .orElseThrow();
        assertThat(told.actor()).isEqualTo("spokesperson");
        assertThat(told.reason()).isEqualTo("It is all we know.");
        assertThat(told.sentence()).contains("version 1 of the statement").contains("part.apology");
        JsonNode shown = json.readTree(tasklist("legal", reference, "UserTask_ApproveStatement", "/case")
                        .body())
                .at("/versions/0/wording");
        assertThat(shown.path("reason").asText()).isEqualTo("It is all we know.");
        assertThat(shown.path("findings").findValuesAsText("rule")).contains("part.apology");
    }

    @Test
    void shouldNotTakeTheLinkToTheWrongPostForAPlaceToTurnTo() throws IOException {
        // given
        String wrongPost = "https://social.example/1";
        String reference = driver.reportedOwnSlip("A wrong price", wrongPost);
        driver.startAlone(reference, "RespondInPublic", Map.of());

        // when
        JsonNode without = looked(reference, WRITE, typed(SHORT));
        JsonNode with = looked(reference, WRITE, typed(SHORT + " Ask us: https://brand.example/help"));
        driver.complete("spokesperson", reference, WRITE, statement(SHORT, false, "It is all we know."));

        // then
        assertThat(contactIn(without)).isEqualTo("MISSING");
        assertThat(contactIn(with)).isEqualTo("SAID");
        assertThat(driver.latestVersion(reference).text().body()).endsWith(wrongPost);
        assertThat(review.of(driver.latestVersion(reference)).orElseThrow().findings())
                .extracting(Finding::rule)
                .contains("part.contact");
    }

    private static Map<String, Object> typed(String body) {
        return Map.of("purpose", "STATEMENT", "language", "en", "title", "Two wrong prices", "body", body);
    }

    private static String contactIn(JsonNode looked) {
        return StreamSupport.stream(looked.path("parts").spliterator(), false)
                .filter(part -> part.path("rule").asText().equals("part.contact"))
                .map(part -> part.path("state").asText())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void shouldNeverChangeWhatWasFound() {
        // given
        String reference = writing();
        driver.complete("spokesperson", reference, WRITE, statement(SHORT, false, "It is all we know."));

        // when, then
        assertThatThrownBy(() -> jdbc.sql("UPDATE firebreak.wording_reason SET reason = 'Something else'")
                        .update())
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(
                        () -> jdbc.sql("DELETE FROM firebreak.wording_finding").update())
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void shouldCheckAHoldingStatementAsItGoesOut() {
        // given
        String reference = driver.reportedDanger("Glass in the bread");
        driver.startAlone(reference, "HoldingStatement", Map.of());
        Map<String, Object> values = new HashMap<>(Map.of(
                "language", "en",
                "title", "Glass",
                "knownFacts", "This morning two people found glass in our bread. Sorry if anyone was hurt.",
                "beingChecked", "We check from which oven it comes.",
                "nextWordAt", clock.instant().plus(Duration.ofHours(2)).toString(),
                "wordingReason", ""));

        // when, then
        assertThatThrownBy(() -> driver.complete("spokesperson", reference, "UserTask_WriteHoldingStatement", values))
                .hasMessageContaining("so it is none");
        values.put("knownFacts", "This morning two people found glass in our bread.");
        driver.complete("spokesperson", reference, "UserTask_WriteHoldingStatement", values);
        assertThat(review.of(driver.latestVersion(reference, StatementKind.HOLDING)))
                .as("the moment of the next word is in the text that goes out")
                .isEmpty();
    }

    @Test
    void shouldRefuseAReplyThatBlamesOrWasSentBefore() {
        // given
        CommentDriver comments = new CommentDriver(cases, assessments, runtimeService, transaction);
        String reference = comments.comment("A late parcel");
        comments.start("ReplyToComment", reference);
        verify(reference, "@kuba.nowak_1");
        driver.complete("communitymanager", reference, "UserTask_PlanReply", Map.of("need", "ANSWER"));

        // when, then
        assertThatThrownBy(() -> reply(reference, "You did not read our terms.", ""))
                .hasMessageContaining("puts the blame on those who complain");
        assertThatThrownBy(() -> reply(reference, "It comes tomorrow, @kuba.nowak_1.", "So it is."))
                .hasMessageContaining("This names a person");
        reply(reference, "Your parcel is in the post office and waits for you until Friday.", "");
        assertThat(replies.of(CaseReference.parse(reference))).hasSize(1);
    }

    @Test
    void shouldTellTheAuthorWhileTheyWrite() throws IOException {
        // given
        String reference = writing();
        String text = json.writeValueAsString(
                Map.of("purpose", "STATEMENT", "language", "en", "title", "Bread", "body", SHORT, "apology", false));

        // when
        HttpResponse<String> answer = ask("spokesperson", reference, text);
        HttpResponse<String> noText = ask("spokesperson", reference, "{}");
        HttpResponse<String> stranger = ask("areaowner", reference, text);

        // then
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        JsonNode findings = json.readTree(answer.body()).path("findings");
        assertThat(findings.findValuesAsText("rule")).contains("part.apology");
        assertThat(findings.findValuesAsText("level")).containsOnly("WARNING");
        assertThat(noText.statusCode()).isEqualTo(422);
        assertThat(json.readTree(noText.body()).path("message").asText()).contains("The language is missing");
        assertThat(stranger.statusCode()).isEqualTo(404);
        assertThat(driver.acts(reference)).doesNotContain("statement.written");
    }

    @Test
    void shouldTickThePartsThatAreThereWhileTheTextGrows() throws IOException {
        // given
        String reference = writing();

        // when
        JsonNode begun = looked(reference, WRITE, Map.of("purpose", "STATEMENT", "language", "en"));
        JsonNode whole = looked(
                reference,
                WRITE,
                Map.of("purpose", "STATEMENT", "language", "en", "title", "Bread", "body", WHOLE, "apology", true));

        // then
        assertThat(begun.path("posture").asText()).isEqualTo("REBUILD");
        assertThat(begun.path("apologies").asInt(-1)).isZero();
        assertThat(begun.path("mostApologies").asInt()).isEqualTo(2);
        assertThat(begun.path("parts")).hasSize(5);
        assertThat(begun.path("parts").findValuesAsText("state")).containsOnly("MISSING");
        assertThat(begun.at("/parts/0/remedy").asText()).startsWith("Say in one or two sentences what happened");
        assertThat(whole.path("parts").findValuesAsText("state")).containsOnly("SAID");
        assertThat(whole.at("/parts/2/place/input").asText()).isEqualTo("body");
    }

    @Test
    void shouldSayInWhichFieldWhatIsFoundStands() throws IOException {
        // given
        String reference = driver.reportedDanger("Glass in the bread");
        driver.startAlone(reference, "HoldingStatement", Map.of());
        String checked = " We check it. We are sorry if anyone was hurt.";

        // when
        JsonNode looked = looked(
                reference,
                "UserTask_WriteHoldingStatement",
                Map.of("purpose", "HOLDING", "language", "en", "knownFacts", "Glass.", "beingChecked", checked));

        // then
        JsonNode conditional = null;
        for (JsonNode finding : looked.path("findings")) {
            conditional = finding.path("rule").asText().equals("apology.conditional") ? finding : conditional;
        }
        assertThat(conditional).as(looked.toString()).isNotNull();
        JsonNode place = conditional.path("place");
        assertThat(place.path("input").asText()).isEqualTo("beingChecked");
        assertThat(checked.substring(
                        place.path("from").asInt(), place.path("to").asInt()))
                .isEqualTo(conditional.path("found").asText())
                .contains("sorry if anyone");
    }

    private JsonNode looked(String reference, String task, Map<String, Object> typed) throws IOException {
        HttpResponse<String> answer = WebappSession.signIn(port, "spokesperson", "tasklist")
                .post(
                        "/api/tasklist/plugin/firebreak/default/tasks/"
                                + driver.task(reference, task).getId() + "/wording",
                        json.writeValueAsString(typed));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json.readTree(answer.body());
    }

    private String writing() {
        String reference = driver.reportedOwnSlip("A wrong price");
        driver.startAlone(reference, "RespondInPublic", Map.of());
        return reference;
    }

    private static Map<String, Object> statement(String body, boolean apology, String word) {
        return Map.of(
                "language", "en", "title", "Two wrong prices", "body", body, "apology", apology, "wordingReason", word);
    }

    private void verify(String reference, String handle) {
        driver.complete(
                "communitymanager",
                reference,
                "UserTask_VerifyAuthor",
                Map.of(
                        "handle", handle,
                        "place", "network.example",
                        "orderMatched", false,
                        "youngAccount", "NO",
                        "nearDuplicates", "NO",
                        "sharedLinkBurst", "NO",
                        "noOtherTopics", "UNKNOWN",
                        "synchronousActivity", "UNKNOWN"));
    }

    private void reply(String reference, String text, String word) {
        driver.complete(
                "communitymanager",
                reference,
                "UserTask_WriteReply",
                Map.of("way", "THREAD", "text", text, "wordingReason", word));
    }

    private HttpResponse<String> ask(String person, String reference, String text) {
        String task = driver.task(reference, WRITE).getId();
        return WebappSession.signIn(port, person, "tasklist")
                .post("/api/tasklist/plugin/firebreak/default/tasks/" + task + "/wording", text);
    }

    private HttpResponse<String> tasklist(String person, String reference, String task, String what) {
        String id = driver.task(reference, task).getId();
        return WebappSession.signIn(port, person, "tasklist")
                .get("/api/tasklist/plugin/firebreak/default/tasks/" + id + what);
    }
}
