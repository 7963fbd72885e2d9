package io.firebreak.reply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.firebreak.access.Actor;
import io.firebreak.crisis.Assessments;
import io.firebreak.crisis.CaseReference;
import io.firebreak.crisis.Cases;
import io.firebreak.rule.Refusal;
import io.firebreak.support.CaseDriver;
import io.firebreak.support.CommentDriver;
import io.firebreak.support.FirebreakTest;
import io.firebreak.support.TestClock;
import io.firebreak.support.Web;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionTemplate;

/** Every door by which somebody could get a reply or a compensation past a second person: none of them leads through. */
@FirebreakTest
class ReplyDoorsTest {

    private static final String TEXT = "The parcel waits in your post office since noon.";

    @Autowired
    private CaseDriver driver;

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

    @LocalServerPort
    private int port;

    private CommentDriver starter;
    private Web web;
    private String reference;

    @BeforeEach
    void writeAReply() {
        web = new Web(port);
        starter = new CommentDriver(cases, assessments, runtimeService, transaction);
        reference = starter.comment("A late parcel");
        starter.start("ReplyToComment", reference);
        bringToAgreement(reference, TEXT);
    }

    @Test
    void shouldRefuseOverRestTheAgreementOfWhoeverWroteIt() {
        // when
        HttpResponse<String> answer = complete(
                "communitymanager", "UserTask_AgreeToReply", Map.of("decision", "AGREE", "sha256", last().sha256()));

        // then
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("You wrote in this reply");
        assertThat(last().decision()).isNull();
    }

    @Test
    void shouldRefuseOverRestTheAgreementOfSomebodyWhomNobodyAsked() {
        // when
        HttpResponse<String> answer =
                complete("areaowner", "UserTask_AgreeToReply", Map.of("decision", "AGREE", "sha256", last().sha256()));

        // then
        assertThat(answer.statusCode()).isBetween(400, 404);
        assertThat(last().decision()).isNull();
    }

    @Test
    void shouldRefuseOverRestAnAgreementToAnEarlierText() {
        // given
        String stale = last().sha256();
        driver.complete(
                "legal",
                reference,
                "UserTask_AgreeToReply",
                Map.of("decision", "SEND_BACK", "sha256", stale, "comments", "Say where it is."));
        driver.complete(
                "communitymanager",
                reference,
                "UserTask_WriteReply",
                Map.of("way", "THREAD", "text", "It lies at counter three of the post office in Mill Street."));

        // when
        HttpResponse<String> answer =
                complete("spokesperson", "UserTask_AgreeToReply", Map.of("decision", "AGREE", "sha256", stale));

        // then
        assertThat(answer.body()).contains("not the reply that waits for agreement");
        assertThat(last().decision()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"replyAgreed", "replySent", "replyOnChannel"})
    void shouldTakeNoVariableForAnAgreement(String variable) {
        // given
        clock.advance(CommentDriver.COOL_DOWN);
        String instance = instance();

        // when
        web.send(
                "admin",
                "PUT",
                "/engine-rest/process-instance/" + instance + "/variables/" + variable,
                "{\"value\": true, \"type\": \"Boolean\"}",
                "Content-Type",
                "application/json");
        web.post(
                "admin",
                "/engine-rest/process-instance/" + instance + "/modification",
                "{\"instructions\": [{\"type\": \"startBeforeActivity\", \"activityId\": \"ServiceTask_RouteReply\"}]}");

        // then
        assertThat(last().isSent()).isFalse();
        assertThat(last().route()).isNull();
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> replies.send(
                        parsed(), last().sha256(), "https://network.example/1", null, new Actor("communitymanager"))))
                .hasMessageContaining("a second person has to");
    }

    @Test
    void shouldLetOneOfTwoAgreeAtOnceAndTellTheOther() throws Exception {
        // when
        List<String> said = atOnce(() -> agrees("legal"), () -> agrees("spokesperson"));

        // then
        assertThat(said).containsOnlyOnce("agreed");
        assertThat(said)
                .filteredOn(answer -> !answer.equals("agreed"))
                .singleElement()
                .asString()
                .contains("has decided about this reply already");
        assertThat(driver.acts(reference)).containsOnlyOnce("reply.agreed");
    }

    @Test
    void shouldLetOneOfTwoCasesOfABrandSendTheSameWordsAtOnce() throws Exception {
        // given
        String other = starter.comment("Another late parcel");
        starter.start("ReplyToComment", other);
        bringToAgreement(other, "The parcel waits in your post office since two.");
        agrees(reference, "legal");
        agrees(other, "legal");
        clock.advance(CommentDriver.COOL_DOWN);

        // when
        List<String> said = atOnce(() -> sends(reference), () -> sends(other));

        // then
        assertThat(said).containsOnlyOnce("sent");
        assertThat(said)
                .filteredOn(answer -> !answer.equals("sent"))
                .singleElement()
                .asString()
                .contains("nearly what was sent before", "the parcel waits in your post office since");
    }

    @Test
    void shouldLetOneOfTwoSendAtOnce() throws Exception {
        // given
        agrees("legal");
        clock.advance(CommentDriver.COOL_DOWN);

        // when
        List<String> said = atOnce(() -> sends(reference), () -> sends(reference));

        // then
        assertThat(said).containsOnlyOnce("sent");
        assertThat(said)
                .filteredOn(answer -> !answer.equals("sent"))
                .singleElement()
                .asString()
                .contains("was sent already");
    }

    @Test
    void shouldCountRepliesToAnAuthorInAllCasesOfTheBrand() {
        // given
        agrees("legal");
        clock.advance(CommentDriver.COOL_DOWN);
        sends(reference);
        String second = starter.comment("A wet parcel");
        starter.start("ReplyToComment", second);
        bringToAgreement(second, "The roof of the depot leaks; it is mended today.");
        agrees(second, "legal");
        clock.advance(CommentDriver.COOL_DOWN);
        sends(second);
        String third = starter.comment("An empty parcel");
        starter.start("ReplyToComment", third);

        // when, then
        assertThatThrownBy(() -> bringToAgreement(third, "Somebody took it on the way; we look for them."))
                .hasMessageContaining("Two replies to this author without new facts");
        assertThat(replies.threadIsClosed(CaseReference.parse(third))).isTrue();
        driver.complete(
                "communitymanager",
                third,
                "UserTask_WriteReply",
                Map.of("way", "MAIL", "text", "Somebody took it on the way; we look for them."));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "areaowner        | {\"handle\": \"@a\"} | 403 | proposed by community managers",
                "communitymanager | {\"handle\": \"@a\", \"place\": \"net\", \"amount\": \"5\", \"currency\": \"EUR\", \"reason\": \"Late.\"} | 422 | The private way is missing",
                "communitymanager | {\"handle\": \"@a\", \"place\": \"net\", \"way\": \"MAIL\", \"amount\": \"5\", \"currency\": \"EUR\", \"reason\": \"Late.\"} | 409 | please send a reply first"
            })
    void shouldRefuseOverTheApiWhatNobodyMayPropose(String user, String body, int status, String sentence) {
        // when
        HttpResponse<String> answer = web.post(
                user, "/api/cases/" + reference + "/compensations", body, "Idempotency-Key", user + body.length());

        // then
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).contains(sentence);
    }

    @Test
    void shouldProposeOverTheApiOnceHoweverOftenItIsAsked() {
        // given
        agrees("legal");
        clock.advance(CommentDriver.COOL_DOWN);
        sends(reference);
        String body =
                """
                {"handle": "@angry", "place": "network.example", "way": "MAIL", "amount": "5", "currency": "EUR",
                 "reason": "The cake inside is ruined."}
                """;

        // when
        HttpResponse<String> first = web.post(
                "communitymanager", "/api/cases/" + reference + "/compensations", body, "Idempotency-Key", "k");
        HttpResponse<String> again = web.post(
                "communitymanager", "/api/cases/" + reference + "/compensations", body, "Idempotency-Key", "k");

        // then
        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(first.body());
        HttpResponse<String> listed = web.get("legal", "/api/cases/" + reference + "/compensations");
        assertThat(listed.body()).containsOnlyOnce("\"PROPOSED\"").contains("\"currency\":\"EUR\"");
        assertThat(driver.openTasks(reference)).containsOnlyOnce("UserTask_AgreeToCompensation");
    }

    private void bringToAgreement(String of, String text) {
        if (driver.openTasks(of).contains("UserTask_VerifyAuthor")) {
            driver.complete(
                    "communitymanager",
                    of,
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
            driver.complete("communitymanager", of, "UserTask_PlanReply", Map.of("need", "ANSWER"));
        }
        driver.complete("communitymanager", of, "UserTask_WriteReply", Map.of("way", "THREAD", "text", text));
    }

    private String agrees(String user) {
        return agrees(reference, user);
    }

    private String agrees(String of, String user) {
        return said("agreed", () -> replies.agree(CaseReference.parse(of), last(of).sha256(), null, new Actor(user)));
    }

    private String sends(String of) {
        return said(
                "sent",
                () -> replies.send(
                        CaseReference.parse(of),
                        last(of).sha256(),
                        "https://network.example/1#reply",
                        null,
                        new Actor("communitymanager")));
    }

    private String said(String done, Runnable act) {
        try {
            transaction.executeWithoutResult(status -> act.run());
            return done;
        } catch (Refusal refusal) {
            return refusal.getMessage();
        }
    }

    private static List<String> atOnce(Callable<String> one, Callable<String> other) throws Exception {
        ExecutorService people = Executors.newFixedThreadPool(2);
        try {
            List<Future<String>> both = people.invokeAll(List.of(one, other));
            return List.of(both.get(0).get(), both.get(1).get());
        } finally {
            people.shutdownNow();
        }
    }

    private HttpResponse<String> complete(String user, String task, Map<String, String> values) {
        StringBuilder variables = new StringBuilder();
        values.forEach((name, value) -> variables
                .append(variables.isEmpty() ? "" : ", ")
                .append("\"%s\": {\"value\": \"%s\"}".formatted(name, value)));
        return web.post(
                user,
                "/engine-rest/task/" + driver.task(reference, task).getId() + "/complete",
                "{\"variables\": {%s}}".formatted(variables));
    }

    private String instance() {
        return runtimeService
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(reference)
                .processDefinitionKey("ReplyToComment")
                .singleResult()
                .getId();
    }

    private Reply last() {
        return last(reference);
    }

    private Reply last(String of) {
        List<Reply> all = replies.of(CaseReference.parse(of));
        return all.get(all.size() - 1);
    }

    private CaseReference parsed() {
        return CaseReference.parse(reference);
    }
}
