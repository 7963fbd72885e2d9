package io.firebreak.webapp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.firebreak.crisis.Assessments;
import io.firebreak.crisis.CaseReference;
import io.firebreak.crisis.Cases;
import io.firebreak.reply.Replies;
import io.firebreak.support.CaseDriver;
import io.firebreak.support.CommentDriver;
import io.firebreak.support.FirebreakTest;
import io.firebreak.support.TestClock;
import io.firebreak.support.Typist;
import io.firebreak.support.Web;
import io.firebreak.support.WebappSession;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
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
    private Replies replies;

    @Autowired
    private TestClock clock;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private RuntimeService runtimeService;

    @Autowired
    private TaskService taskService;

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
        assertThat(ask("areaowner", "UserTask_AgreeToReply", "author").statusCode())
                .isEqualTo(404);
    }

    @Test
    void shouldTellWhatWasSeenOfTheAuthorInTheMentions() throws Exception {
        // given
        String handle = "@late" + UUID.randomUUID();
        mention(handle, FOREIGN);

        // when
        JsonNode seen = json.readTree(
                ask("communitymanager", "UserTask_AgreeToReply", "author").body());

        // then
        assertThat(seen.path("handle").asText()).isEqualTo(handle);
        assertThat(seen.path("place").asText()).isEqualTo("mastodon");
        assertThat(seen.at("/signals/youngAccount/answer").asText()).isEqualTo("YES");
        assertThat(seen.at("/signals/youngAccount/words").asText()).contains("days");
        assertThat(seen.at("/signals/youngAccount/posts/0/text").asText()).isEqualTo(FOREIGN);
        assertThat(seen.at("/signals/nearDuplicates/answer").asText()).isEqualTo("NO");
        assertThat(seen.path("orders")).isEmpty();
    }

    @Test
    void shouldTellAboutACompensationWhatTheSecondPersonHasToKnow() throws Exception {
        // given
        send();
        driver.complete(
                "communitymanager",
                reference,
                "UserTask_SettleComment",
                Map.of(
                        "outcome", "CALM",
                        "compensationProposed", true,
                        "compensationWay", "MAIL",
                        "compensationAmount", "25.50",
                        "compensationCurrency", "EUR",
                        "compensationReason", FOREIGN));

        // when
        JsonNode proposed = compensationFor("crisislead", "UserTask_AgreeToCompensation");

        // then
        assertThat(proposed.path("handle").asText()).isEqualTo(FOREIGN);
        assertThat(proposed.path("place").asText()).isEqualTo("network.example");
        assertThat(proposed.path("orderNumber").isMissingNode()
                        || proposed.path("orderNumber").isNull())
                .isTrue();
        assertThat(proposed.path("way").asText()).isEqualTo("MAIL");
        assertThat(proposed.path("amount").decimalValue()).isEqualByComparingTo("25.50");
        assertThat(proposed.path("currency").asText()).isEqualTo("EUR");
        assertThat(proposed.path("reason").asText()).isEqualTo(FOREIGN);
        assertThat(proposed.path("proposedBy").asText()).isEqualTo("Carla Marín");
        assertThat(proposed.path("decidedBy").asText("")).isEmpty();
        assertThat(proposed.at("/left/person").decimalValue()).isEqualByComparingTo("50");
        assertThat(proposed.at("/left/eachCase").decimalValue()).isEqualByComparingTo("200");

        // when
        driver.complete(
                "crisislead",
                reference,
                "UserTask_AgreeToCompensation",
                Map.of("decision", "AGREE", "affected", "Three others wrote the same."));
        JsonNode agreed = compensationFor("communitymanager", "UserTask_GiveCompensation");

        // then
        assertThat(agreed.path("affected").asText()).isEqualTo("Three others wrote the same.");
        assertThat(agreed.path("decidedBy").asText()).isEqualTo("Giulia Ferri");
        assertThat(agreed.at("/left/person").decimalValue()).isEqualByComparingTo("24.50");
    }

    @Test
    void shouldCountWhoTypedAmongTheAuthorsOfACompensation() throws Exception {
        // given
        send();
        String task = driver.task(reference, "UserTask_SettleComment").getId();
        new Typist(port, taskService).type(task, "crisislead", Map.of("compensationReason", "Three weeks late."));

        // when
        driver.complete(
                "communitymanager",
                reference,
                "UserTask_SettleComment",
                Map.of(
                        "outcome", "CALM",
                        "compensationProposed", true,
                        "compensationWay", "MAIL",
                        "compensationAmount", "10",
                        "compensationCurrency", "EUR",
                        "compensationReason", "Three weeks late."));

        // then
        assertThat(compensationFor("crisislead", "UserTask_AgreeToCompensation").path("authors"))
                .extracting(JsonNode::asText)
                .containsExactly("communitymanager", "crisislead");
        assertThatThrownBy(() -> driver.complete(
                        "crisislead",
                        reference,
                        "UserTask_AgreeToCompensation",
                        Map.of("decision", "AGREE", "affected", "Three others wrote the same.")))
                .hasMessageContaining("You wrote in this proposal");
    }

    private JsonNode compensationFor(String user, String activity) throws Exception {
        return json.readTree(ask(user, activity, "replies").body()).path("compensation");
    }

    /** Agreed to by a second person, and handed in as sent after the cool-down. */
    private void send() {
        String sha256 = replies.of(CaseReference.parse(reference)).get(0).sha256();
        driver.complete("legal", reference, "UserTask_AgreeToReply", Map.of("decision", "AGREE", "sha256", sha256));
        clock.advance(CommentDriver.COOL_DOWN.plusSeconds(1));
        driver.runDueJobs(reference);
        driver.complete(
                "communitymanager",
                reference,
                "UserTask_SendReply",
                Map.of("decision", "SENT", "sha256", sha256, "link", "https://network.example/post/1#reply"));
    }

    /** Delivered by a tool, from an account of last week, and moved to the case. */
    private void mention(String handle, String text) throws Exception {
        Web web = new Web(port);
        String externalId = UUID.randomUUID().toString();
        web.post(
                "communitymanager",
                "/api/mentions",
                json.writeValueAsString(Map.of(
                        "mentions",
                        List.of(Map.of(
                                "source",
                                "mastodon",
                                "externalId",
                                externalId,
                                "brand",
                                cases.get(CaseReference.parse(reference)).brand(),
                                "author",
                                Map.of(
                                        "handle",
                                        handle,
                                        "since",
                                        clock.instant()
                                                .minus(Duration.ofDays(7))
                                                .toString()),
                                "publishedAt",
                                clock.instant().toString(),
                                "text",
                                text)))));
        String id = jdbc.sql("SELECT id FROM firebreak.mention WHERE external_id = ?")
                .param(externalId)
                .query(String.class)
                .single();
        assertThat(web.post(
                                "communitymanager",
                                "/api/mentions/" + id + "/move",
                                "{\"to\": \"%s\"}".formatted(reference))
                        .statusCode())
                .isEqualTo(200);
    }

    private HttpResponse<String> repliesFor(String user) {
        return ask(user, "UserTask_AgreeToReply", "replies");
    }

    private HttpResponse<String> ask(String user, String activity, String what) {
        String task = driver.task(reference, activity).getId();
        return WebappSession.signIn(port, user, "tasklist")
                .get("/api/tasklist/plugin/firebreak/default/tasks/" + task + "/" + what);
    }
}
