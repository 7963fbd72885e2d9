package io.firebreak.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.firebreak.ledger.LedgerEntry;
import io.firebreak.rule.Refusal;
import io.firebreak.support.CaseDriver;
import io.firebreak.support.FirebreakTest;
import io.firebreak.support.TestClock;
import io.firebreak.support.Web;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Everything that somebody with rights in the engine can do to get a text out. None of it gets past the gate. */
@FirebreakTest
class GateDoorsTest {

    private static final String PUBLISH = "CallActivity_PublishStatement";

    @LocalServerPort
    private int port;

    @Autowired
    private CaseDriver driver;

    @Autowired
    private Publishing publishing;

    @Autowired
    private TestClock clock;

    private Web web;
    private String reference;

    @BeforeEach
    void report() {
        web = new Web(port);
        reference = driver.reportedOwnSlip("A gate to pass");
    }

    @Test
    void shouldRefuseWhoeverMovesTheProcessPastTheApproval() {
        // given
        driver.write("spokesperson", reference, "Nobody has read this.");

        // when
        HttpResponse<String> answer = jumpTo("RespondInPublic", PUBLISH);

        // then
        assertThat(answer.statusCode()).isEqualTo(204);
        assertNothingGoesOut("Version 1 of the statement is not approved.");
        assertThat(driver.ledger(reference)).as("who moved it").anySatisfy(entry -> assertThat(entry.actor())
                .isEqualTo("admin"));
    }

    @Test
    void shouldRefuseWhoeverLetsTheTimerOfTheCoolDownGoOffEarly() {
        // given
        reference = driver.reportedOffence("A joke that hurts");
        driver.contain(reference);
        driver.choosePosture(reference);
        driver.write("spokesperson", reference, "Hot words.");
        driver.approve("legal", reference);
        Job timer = driver.jobsAt(reference, "CatchEvent_CoolDownOver").get(0);

        // when
        HttpResponse<String> answer = web.post("admin", "/engine-rest/job/" + timer.getId() + "/execute", "{}");

        // then
        assertThat(answer.statusCode()).isEqualTo(204);
        assertNothingGoesOut("is not over before");
    }

    @Test
    void shouldTakeNoVariableForAnApproval() {
        // given
        driver.write("spokesperson", reference, "Nobody has read this.");
        String instance = driver.instance(reference, "StatementApproval").getId();

        // when
        web.send(
                "admin",
                "PUT",
                "/engine-rest/process-instance/" + instance + "/variables/statementApproved",
                "{\"value\": true, \"type\": \"Boolean\"}",
                "Content-Type",
                "application/json");
        HttpResponse<String> answered = jumpTo("StatementApproval", "Gateway_StatementApproved");
        HttpResponse<String> published = jumpTo("RespondInPublic", PUBLISH);

        // then
        assertThat(List.of(answered.statusCode(), published.statusCode())).containsOnly(204);
        assertNothingGoesOut("Version 1 of the statement is not approved.");
    }

    @Test
    void shouldNotPublishWhatLacksAVoteWhoeverMovesTheProcess() {
        // given
        reference = driver.reportedOffence("A joke that hurts");
        driver.contain(reference);
        driver.choosePosture(reference);
        driver.write("spokesperson", reference, "Half of us have read this.");
        driver.agree("legal", reference);
        clock.advance(Duration.ofHours(5));

        // when
        HttpResponse<String> ended = jumpTo("StatementApproval", "EndEvent_StatementApproved");
        HttpResponse<String> published = jumpTo("RespondInPublic", PUBLISH);

        // then
        assertThat(List.of(ended.statusCode(), published.statusCode())).containsOnly(204);
        assertNothingGoesOut("Version 1 of the statement is not approved. It waits for Crisis lead.");
    }

    @Test
    void shouldCountAVoteForItsRoleWhateverVariableSaysWhoIsAsked() {
        // given
        reference = driver.reportedOffence("A joke that hurts");
        driver.contain(reference);
        driver.choosePosture(reference);
        driver.write("spokesperson", reference, "Who are you?");
        driver.agree("legal", reference);
        String task = driver.task(reference, "UserTask_ApproveStatement").getId();

        // when
        HttpResponse<String> changed = web.send(
                "admin",
                "PUT",
                "/engine-rest/task/" + task + "/localVariables/approver",
                "{\"value\": \"legal\", \"type\": \"String\"}",
                "Content-Type",
                "application/json");
        HttpResponse<String> answer =
                complete(task, "legal2", driver.latestVersion(reference).sha256());

        // then
        assertThat(changed.statusCode()).isEqualTo(204);
        assertThat(answer.statusCode()).isBetween(400, 499);
        assertThat(driver.latestVersion(reference).agreement().votes()).hasSize(1);
    }

    @Test
    void shouldRefuseAnApprovalAloneByRestOutsideOfTheWorst() {
        // given
        driver.write("spokesperson", reference, "One text.");
        String task = driver.task(reference, "UserTask_ApproveStatement").getId();
        web.post(
                "admin",
                "/engine-rest/task/" + task + "/identity-links",
                "{\"userId\": \"management\", \"type\": \"candidate\"}");

        // when
        HttpResponse<String> answer = web.post(
                "management",
                "/engine-rest/task/" + task + "/complete",
                """
                {"variables": {"decision": {"value": "APPROVE_ALONE"}, "comments": {"value": "I am the boss."},
                  "sha256": {"value": "%s"}}}
                """
                        .formatted(driver.latestVersion(reference).sha256()));

        // then
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("Only in a case of severity S1");
        assertThat(last("approval.refused").actor()).isEqualTo("management");
        assertNothingIsQueued();
    }

    @Test
    void shouldRefuseAnAuthorWhoApproves() {
        // given
        driver.write("spokesperson", reference, "My own words.");
        String task = driver.task(reference, "UserTask_ApproveStatement").getId();
        web.post(
                "admin",
                "/engine-rest/task/" + task + "/identity-links",
                "{\"userId\": \"spokesperson\", \"type\": \"candidate\"}");

        // when
        HttpResponse<String> answer =
                complete(task, "spokesperson", driver.latestVersion(reference).sha256());

        // then
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("You wrote in this statement");
        assertThat(last("approval.refused").actor()).isEqualTo("spokesperson");
        assertNothingIsQueued();
    }

    @Test
    void shouldRefuseAnApprovalOfAnotherText() {
        // given
        driver.write("spokesperson", reference, "One text.");

        // when
        HttpResponse<String> answer = complete("legal", "0".repeat(64));

        // then
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(last("approval.refused").reason()).contains("This is not the text that waits for approval");
        assertNothingIsQueued();
    }

    @Test
    void shouldRefuseAThirdApologyWhereItIsWritten() {
        // given
        for (int apology = 0; apology < 2; apology++) {
            writeApology();
            driver.approve("legal", reference);
            driver.publish(reference);
            driver.calm(reference);
            driver.complete(
                    "crisislead",
                    reference,
                    "UserTask_ReviewCrisis",
                    Map.of("correctionNeeded", true, "correctionReason", "More is known."));
        }

        // then
        assertThatThrownBy(this::writeApology)
                .satisfies(failure -> assertThat(Refusal.behind(failure)).hasMessageContaining("has apologised twice"));
        assertThat(publishing.of(reference)).hasSize(2);
    }

    @Test
    void shouldLetOneWinWhenTwoApproveAtOnce() throws Exception {
        // given
        driver.write("spokesperson", reference, "One text.");
        String seal = driver.latestVersion(reference).sha256();
        CyclicBarrier together = new CyclicBarrier(2);
        String task = driver.task(reference, "UserTask_ApproveStatement").getId();
        List<Callable<Integer>> people = List.of("legal", "crisislead").stream()
                .<Callable<Integer>>map(person -> () -> {
                    together.await();
                    return complete(task, person, seal).statusCode();
                })
                .toList();

        // when
        ExecutorService threads = Executors.newFixedThreadPool(2);
        List<Future<Integer>> answers = threads.invokeAll(people);
        threads.shutdown();
        driver.publish(reference);

        // then
        assertThat(List.of(answers.get(0).get(), answers.get(1).get()))
                .containsOnlyOnce(204)
                .noneMatch(status -> status == 500);
        assertThat(driver.acts(reference)).containsOnlyOnce("statement.approved");
        assertThat(publishing.of(reference)).hasSize(1);
    }

    @Test
    void shouldPublishOnceWhenTheProcessIsMovedBackToPublish() {
        // given
        driver.write("spokesperson", reference, "One text.");
        driver.approve("legal", reference);
        driver.publish(reference);

        // when
        HttpResponse<String> back = jumpTo("SocialMediaCrisis", "CallActivity_RespondInPublic");
        HttpResponse<String> further = jumpTo("RespondInPublic", PUBLISH);
        driver.publish(reference);

        // then
        assertThat(List.of(back.statusCode(), further.statusCode())).containsOnly(204);
        assertThat(publishing.of(reference)).hasSize(1);
        assertThat(driver.acts(reference)).containsOnlyOnce("statement.published");
    }

    private void writeApology() {
        driver.complete(
                "spokesperson",
                reference,
                "UserTask_WriteStatement",
                Map.of(
                        "language", "en",
                        "title", "We are sorry",
                        "body", "We are sorry.",
                        "apology", true,
                        "correctionNote", "More is known."));
    }

    private HttpResponse<String> complete(String person, String seal) {
        return complete(driver.task(reference, "UserTask_ApproveStatement").getId(), person, seal);
    }

    private HttpResponse<String> complete(String task, String person, String seal) {
        return web.post(
                person,
                "/engine-rest/task/" + task + "/complete",
                "{\"variables\": {\"decision\": {\"value\": \"APPROVE\"}, \"sha256\": {\"value\": \"%s\"}}}"
                        .formatted(seal));
    }

    private HttpResponse<String> jumpTo(String process, String element) {
        String instance = driver.instance(reference, process).getId();
        return web.post(
                "admin",
                "/engine-rest/process-instance/" + instance + "/modification",
                "{\"instructions\": [{\"type\": \"startBeforeActivity\", \"activityId\": \"%s\"}]}".formatted(element));
    }

    private void assertNothingGoesOut(String reason) {
        try {
            driver.publish(reference);
        } catch (RuntimeException refused) {
            assertThat(Refusal.behind(refused)).hasMessageContaining(reason);
        }
        assertThat(last("publication.refused").reason()).contains(reason);
        assertNothingIsQueued();
    }

    private void assertNothingIsQueued() {
        assertThat(publishing.of(reference)).isEmpty();
    }

    private LedgerEntry last(String type) {
        List<LedgerEntry> entries = driver.ledger(reference).stream()
                .filter(entry -> entry.type().equals(type))
                .toList();
        assertThat(entries).as(type).isNotEmpty();
        return entries.get(entries.size() - 1);
    }
}
