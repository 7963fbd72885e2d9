package io.firebreak.webapp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.firebreak.crisis.Assessments;
import io.firebreak.crisis.Cases;
import io.firebreak.support.CaseDriver;
import io.firebreak.support.CommentDriver;
import io.firebreak.support.FirebreakTest;
import io.firebreak.support.WebappSession;
import java.net.http.HttpResponse;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionTemplate;

/** What the forms about authors and replies are told. */
@FirebreakTest
class ReplyBriefingTest {

    private static final String FOREIGN = "<b>Late</b> \u202Eagain ${caseReference}";

    /** What comes from us must look harmless to nobody either. */
    private static final String REPLY = "<i>Tomorrow</i> \u202Eat nine {{7*7}}";

    @LocalServerPort
    private int port;

    @Autowired
    private CaseDriver driver;

    @Autowired
    private Cases cases;

    @Autowired
    private Assessments assessments;

    @Autowired
    private RuntimeService runtimeService;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private ObjectMapper json;

    private String reference;

    @BeforeEach
    void bringAReplyToTheSecondPerson() {
        CommentDriver comments = new CommentDriver(cases, assessments, runtimeService, transaction);
        reference = comments.comment("A late parcel");
        comments.start("ReplyToComment", reference);
        driver.complete(
                "communitymanager",
                reference,
                "UserTask_VerifyAuthor",
                Map.of(
                        "handle", FOREIGN,
                        "place", "network.example",
                        "orderMatched", false,
                        "youngAccount", "YES",
                        "nearDuplicates", "NO",
                        "sharedLinkBurst", "NO",
                        "noOtherTopics", "UNKNOWN",
                        "synchronousActivity", "UNKNOWN"));
        driver.complete("communitymanager", reference, "UserTask_PlanReply", Map.of("need", "ANSWER"));
        driver.complete("communitymanager", reference, "UserTask_WriteReply", Map.of("way", "THREAD", "text", REPLY));
    }

    @Test
    void shouldTellTheSecondPersonExactlyWhatTheyAgreeTo() throws Exception {
        // when
        HttpResponse<String> answer = repliesFor("legal");

        // then
        assertThat(answer.statusCode()).isEqualTo(200);
        JsonNode known = json.readTree(answer.body());
        assertThat(known.at("/author/handle").asText()).isEqualTo(FOREIGN);
        assertThat(known.at("/author/standing").asText()).isEqualTo("UNCLEAR");
        assertThat(known.at("/author/signals/youngAccount").asText()).isEqualTo("YES");
        assertThat(known.at("/replies/0/text").asText()).isEqualTo(REPLY);
        assertThat(known.at("/replies/0/sha256").asText()).hasSize(64);
        assertThat(known.at("/replies/0/authors/0").asText()).isEqualTo("communitymanager");
        assertThat(known.at("/threadClosed").asBoolean()).isFalse();
    }

    @Test
    void shouldTellNothingToWhomTheTaskIsNotFor() {
        assertThat(repliesFor("areaowner").statusCode()).isEqualTo(404);
    }

    private HttpResponse<String> repliesFor(String user) {
        String task = driver.task(reference, "UserTask_AgreeToReply").getId();
        return WebappSession.signIn(port, user, "tasklist")
                .get("/api/tasklist/plugin/firebreak/default/tasks/" + task + "/replies");
    }
}
