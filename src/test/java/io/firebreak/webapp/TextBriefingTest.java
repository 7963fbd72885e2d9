package io.firebreak.webapp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.firebreak.access.Actor;
import io.firebreak.statement.Approvals;
import io.firebreak.statement.Ballot;
import io.firebreak.statement.StatementKind;
import io.firebreak.statement.StatementText;
import io.firebreak.statement.StatementVersion;
import io.firebreak.statement.Statements;
import io.firebreak.support.CaseDriver;
import io.firebreak.support.FirebreakTest;
import io.firebreak.support.TestClock;
import io.firebreak.support.WebappSession;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionTemplate;

/** What forms know of the text that a task is about. */
@FirebreakTest
class TextBriefingTest {

    @LocalServerPort
    private int port;

    @Autowired
    private CaseDriver driver;

    @Autowired
    private TestClock clock;

    @Autowired
    private Statements statements;

    @Autowired
    private Approvals approvals;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private ObjectMapper json;

    @Test
    void shouldShowTheAuthorThePostureAndTheWrongPost() throws IOException {
        // given
        String reference = driver.reportedOwnSlip("A typo", "https://social.example/1");
        driver.startAlone(reference, "RespondInPublic", Map.of());

        // when
        JsonNode briefing = briefing("spokesperson", reference, "UserTask_WriteStatement");

        // then
        assertThat(briefing.path("kind").asText()).isEqualTo("STATEMENT");
        assertThat(briefing.path("wrongPost").asText()).isEqualTo("https://social.example/1");
        assertThat(briefing.path("posture").path("advised").asText()).isEqualTo("REBUILD");
        assertThat(briefing.path("posture").path("mustContain").asText()).contains("the link to the post");
        assertThat(briefing.path("posture").path("source").asText()).isNotBlank();
    }

    @Test
    void shouldNameWhoCanHelpFromOutside() throws IOException {
        // given
        String reference = driver.reportedOffence("A joke that hurts");

        // when
        JsonNode outside =
                briefing("crisislead", reference, "UserTask_NameLead").at("/known/outside");

        // then
        assertThat(outside.at("/experts/0/name").asText()).isEqualTo("Institute of food safety");
        assertThat(outside.at("/allies/0/name").asText()).isEqualTo("Association of retailers");
        assertThat(outside.path("touchPoints")).isEmpty();
    }

    @Test
    void shouldShowTheTranslatorTheOriginalAndTheApproverWhetherTheyReadIt() throws IOException {
        // given
        String reference = driver.reportedOwnSlip("A typo");
        transaction.executeWithoutResult(status -> {
            StatementVersion version = statements.write(
                    reference,
                    new StatementText("en", "The price", "It is 9 euros.", false, null),
                    new Actor("communitymanager"));
            approvals.agree(reference, null, Ballot.of(version.sha256(), null), new Actor("legal2"));
        });
        driver.startAlone(reference, "TranslateStatement", Map.of("language", "pl"));

        // when
        JsonNode translator = briefing("spokesperson", reference, "UserTask_TranslateStatement");
        driver.complete(
                "spokesperson", reference, "UserTask_TranslateStatement", Map.of("title", "Cena", "body", "9 euro."));

        // then
        assertThat(translator.path("taskLanguage").asText()).isEqualTo("pl");
        assertThat(translator.path("original").path("body").asText()).isEqualTo("It is 9 euros.");
        assertThat(translator.path("versions")).isEmpty();
        JsonNode reader = briefing("legal", reference, "UserTask_ApproveStatement");
        assertThat(reader.path("kind").asText()).isEqualTo("TRANSLATION");
        assertThat(reader.path("versions").path(0).path("title").asText()).isEqualTo("Cena");
        assertThat(reader.path("readsIt").asBoolean()).isTrue();
        assertThat(briefing("crisislead", reference, "UserTask_ApproveStatement")
                        .path("readsIt")
                        .asBoolean())
                .isFalse();
    }

    @Test
    void shouldShowWhoHasToAgreeWhoHasAndWhoVotedAboutTheTextBefore() throws IOException {
        // given
        String reference = driver.reportedOffence("A joke that hurts");
        driver.startAlone(reference, "StatementApproval", Map.of());
        driver.write("spokesperson", reference, "Sorry.");
        driver.agree("crisislead", reference);
        driver.sendBack("legal", reference, StatementKind.STATEMENT, "Say what hurt.");
        driver.write("spokesperson", reference, "The joke about accents hurt people.");
        driver.agree("crisislead", reference);

        // when
        JsonNode briefing = briefing("legal", reference, "UserTask_ApproveStatement");

        // then
        assertThat(briefing.path("mayApproveAlone").asBoolean()).isFalse();
        assertThat(briefing.path("versions").path(0).path("voters").toString())
                .as("to whom it shows what has changed since")
                .isEqualTo("[\"crisislead\",\"legal\"]");
        JsonNode seats = briefing.path("versions").path(1).path("seats");
        assertThat(seats).hasSize(2);
        assertThat(seats.path(0).path("roles").toString()).isEqualTo("[\"Crisis lead\"]");
        assertThat(seats.path(0).path("vote").path("by").asText()).isEqualTo("Giulia Ferri");
        assertThat(seats.path(1).path("roles").toString()).isEqualTo("[\"Legal\"]");
        assertThat(seats.path(1).path("asked").asBoolean()).isTrue();
    }

    @Test
    void shouldShowWhoWritesTheNextWordWhatWasPromised() throws IOException {
        // given
        String reference = driver.reportedDanger("Glass in the yoghurt");
        driver.startAlone(reference, "HoldingStatement", Map.of());
        String promised = clock.instant().plus(Duration.ofHours(2)).toString();
        driver.complete(
                "spokesperson",
                reference,
                "UserTask_WriteHoldingStatement",
                Map.of(
                        "language", "en",
                        "title", "Glass",
                        "knownFacts", "Some glasses broke.",
                        "beingChecked", "We check which.",
                        "nextWordAt", promised));
        driver.approve("legal", reference, StatementKind.HOLDING);
        driver.publish(reference);

        // when
        clock.advance(Duration.ofMinutes(106));
        driver.runJob(reference, "CatchEvent_NextWordNearlyDue");
        JsonNode briefing = briefing("spokesperson", reference, "UserTask_WriteHoldingStatement");

        // then
        assertThat(briefing.path("wordDueAt").asText()).isEqualTo(promised);
        assertThat(briefing.path("versions").path(0).path("knownFacts").asText())
                .isEqualTo("Some glasses broke.");
        assertThat(briefing.path("publications").path(0).path("kind").asText()).isEqualTo("HOLDING");
    }

    private JsonNode briefing(String person, String reference, String task) throws IOException {
        String id = driver.task(reference, task).getId();
        return json.readTree(WebappSession.signIn(port, person, "tasklist")
                .get("/api/tasklist/plugin/firebreak/default/tasks/" + id + "/case")
                .body());
    }
}
