package io.firebreak.webapp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.firebreak.crisis.Assessments;
import io.firebreak.crisis.CaseReference;
import io.firebreak.crisis.Cases;
import io.firebreak.publishing.PublicationDriver;
import io.firebreak.publishing.PublishingTest;
import io.firebreak.publishing.ScriptedChannels;
import io.firebreak.reply.Replies;
import io.firebreak.reply.Reply;
import io.firebreak.support.CaseDriver;
import io.firebreak.support.CommentDriver;
import io.firebreak.support.TestClock;
import io.firebreak.support.Web;
import io.firebreak.support.WebappSession;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** How a reply looks where it goes: while somebody writes it, as a second person reads it, and as it goes out. */
@PublishingTest
class LiveReplyFormTest {

    private static final String WRITE = "UserTask_WriteReply";
    private static final String AGREE = "UserTask_AgreeToReply";
    private static final String SEND = "UserTask_SendReply";

    @LocalServerPort
    private int port;

    @Autowired
    private CaseDriver driver;

    @Autowired
    private PublicationDriver publications;

    @Autowired
    private ScriptedChannels channels;

    @Autowired
    private Replies replies;

    @Autowired
    private Cases cases;

    @Autowired
    private Assessments assessments;

    @Autowired
    private TestClock clock;

    @Autowired
    private RuntimeService runtimeService;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private ObjectMapper json;

    private CommentDriver starter;
    private String reference;

    @BeforeEach
    void openACaseOfOneComment() {
        starter = new CommentDriver(cases, assessments, runtimeService, transaction);
        reference = starter.comment("A late parcel");
    }

    @AfterEach
    void leaveNothingForTheNextTest() {
        channels.reset();
        publications.forgetEverything();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@angry The parcel %s waits in your post office.",
                "  @angry@elsewhere.example First %s.\r\n\r\nSecond: https://brand.example/a?b=c&d=%%20#e  \n",
                "<img src=x onerror=alert(1)> {{constructor.constructor('alert(1)')()}} ${7*7} %s",
                "👨‍👩‍👧‍👦 \u202Etxt\u202C Zażółć gęślą jaźń %s"
            })
    void shouldShowToBothPeopleExactlyWhatTheChannelSendsLater(String pattern) {
        // given
        String text = pattern.formatted(UUID.randomUUID());
        writing("scripted");

        // when
        JsonNode before = live("THREAD", text);
        driver.complete("communitymanager", reference, WRITE, Map.of("way", "THREAD", "text", text));
        JsonNode agreedTo = waiting("legal", AGREE);
        agree();
        publications.send();

        // then
        assertThat(agreedTo)
                .as("what the second person sees is what its author saw")
                .isEqualTo(before);
        assertThat(before.path("channel").asText()).isEqualTo("network");
        assertThat(before.path("byHand").asBoolean()).isFalse();
        assertThat(channels.channel("network").calls())
                .extracting(call -> call.part().text())
                .containsExactly(before.at("/parts/0/text").asText());
        assertThat(before.path("parts")).hasSize(1);
    }

    @Test
    void shouldCountAsTheChannelDoes() {
        // given
        channels.channel("network").takeAtMost(40);
        writing("scripted");

        // when
        JsonNode count = live("THREAD", " It waits. ").at("/parts/0/count");

        // then
        assertThat(count.path("used").asInt()).isEqualTo(9);
        assertThat(count.path("most").asInt()).isEqualTo(40);
    }

    @Test
    void shouldShowThePostsOfATextThatIsTooLongForOneAndLeaveItToAPerson() {
        // given
        channels.channel("network").takeAtMost(60);
        writing("scripted");
        String text = "The parcel %s waits. Fetch it at noon, or tell us when you are in.".formatted(UUID.randomUUID());

        // when
        JsonNode before = live("THREAD", text);
        driver.complete("communitymanager", reference, WRITE, Map.of("way", "THREAD", "text", text));
        agree();

        // then
        assertThat(before.path("label").asText()).isNotEmpty();
        assertThat(before.path("byHand").asBoolean()).isTrue();
        assertThat(before.path("parts")).hasSizeGreaterThan(1);
        assertThat(before.at("/parts/0/text").asText())
                .endsWith("(1/%d)".formatted(before.path("parts").size()));
        assertThat(waiting("communitymanager", SEND))
                .as("the posts that a person sends are those which were agreed to")
                .isEqualTo(before);
        assertThat(channels.channel("network").calls()).isEmpty();
    }

    @Test
    void shouldShowTheWholeTextAndWhyWhereItCannotBeCut() {
        // given
        channels.channel("network").takeAtMost(12);
        writing("scripted");

        // when
        JsonNode form = live("THREAD", "https://brand.example/long");

        // then
        assertThat(form.path("byHand").asBoolean()).isTrue();
        assertThat(form.path("problems").path(0).asText()).contains("alone is too long");
        assertThat(form.at("/parts/0/text").asText()).isEqualTo("https://brand.example/long");
    }

    @ParameterizedTest
    @ValueSource(strings = {"DIRECT_MESSAGE", "MAIL", "PHONE"})
    void shouldShowTheTextAloneWhereAPersonBringsIt(String way) {
        // given
        writing("scripted");

        // when
        JsonNode form = live(way, "  We call you at nine. ");

        // then
        assertThat(form.path("channel").asText()).isEmpty();
        assertThat(form.path("byHand").asBoolean()).isTrue();
        assertThat(form.path("parts")).hasSize(1);
        assertThat(form.at("/parts/0/text").asText()).isEqualTo("We call you at nine.");
        assertThat(form.at("/parts/0/count").isNull()).isTrue();
    }

    @Test
    void shouldLeaveToAPersonWhatNoAccountOfOursCanAnswer() {
        // given
        writing("elsewhere");

        // when, then
        assertThat(live("THREAD", "It waits.").path("byHand").asBoolean()).isTrue();
        assertThat(live("THREAD", "It waits.").path("channel").asText()).isEmpty();
    }

    @Test
    void shouldKeepNothingOfWhatIsOnlyLookedAt() {
        // given
        writing("scripted");
        List<String> acts = driver.acts(reference);

        // when
        live("THREAD", "It waits.");

        // then
        assertThat(driver.acts(reference)).isEqualTo(acts);
        assertThat(all()).isEmpty();
        assertThat(replies("communitymanager", WRITE).path("form").isNull()).isTrue();
    }

    @Test
    void shouldShowNothingToWhoMayNotSeeTheTask() {
        // given
        writing("scripted");
        WebappSession stranger = WebappSession.signIn(port, "areaowner", "tasklist");

        // when, then
        assertThat(stranger.post(address(WRITE, "/forms"), typed("THREAD", "It waits."))
                        .statusCode())
                .isEqualTo(404);
    }

    /** The comment is a post of that network, and its reply is about to be written. */
    private void writing(String source) {
        starter.mention(new Web(port), jdbc, reference, source, clock.instant());
        starter.start("ReplyToComment", reference);
        driver.complete(
                "communitymanager",
                reference,
                "UserTask_VerifyAuthor",
                Map.of(
                        "handle", "@angry",
                        "place", "network.example",
                        "orderMatched", false,
                        "youngAccount", "UNKNOWN",
                        "nearDuplicates", "UNKNOWN",
                        "sharedLinkBurst", "UNKNOWN",
                        "noOtherTopics", "UNKNOWN",
                        "synchronousActivity", "UNKNOWN"));
        driver.complete("communitymanager", reference, "UserTask_PlanReply", Map.of("need", "ANSWER"));
    }

    private void agree() {
        List<Reply> all = all();
        String sha256 = all.get(all.size() - 1).sha256();
        driver.complete("legal", reference, AGREE, Map.of("decision", "AGREE", "sha256", sha256));
        clock.advance(CommentDriver.COOL_DOWN.plusSeconds(1));
        driver.runDueJobs(reference);
    }

    private List<Reply> all() {
        return replies.of(CaseReference.parse(reference));
    }

    private JsonNode live(String way, String text) {
        HttpResponse<String> answer = WebappSession.signIn(port, "communitymanager", "tasklist")
                .post(address(WRITE, "/forms"), typed(way, text));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        JsonNode forms = read(answer);
        assertThat(forms).hasSize(1);
        return forms.path(0);
    }

    private JsonNode waiting(String person, String task) {
        return replies(person, task).path("form");
    }

    private JsonNode replies(String person, String task) {
        return read(WebappSession.signIn(port, person, "tasklist").get(address(task, "/replies")));
    }

    private String address(String task, String path) {
        return "/api/tasklist/plugin/firebreak/default/tasks/"
                + driver.task(reference, task).getId() + path;
    }

    private String typed(String way, String text) {
        try {
            return json.writeValueAsString(Map.of("purpose", "REPLY", "way", way, "text", text, "apology", false));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private JsonNode read(HttpResponse<String> answer) {
        try {
            return json.readTree(answer.body());
        } catch (JsonProcessingException unreadable) {
            throw new AssertionError(answer.body(), unreadable);
        }
    }
}
