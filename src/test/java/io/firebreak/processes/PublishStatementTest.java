package io.firebreak.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.firebreak.crisis.Phase;
import io.firebreak.publishing.Publication;
import io.firebreak.publishing.PublicationDriver;
import io.firebreak.publishing.PublicationState;
import io.firebreak.publishing.Publishing;
import io.firebreak.publishing.PublishingTest;
import io.firebreak.publishing.ScriptedChannels;
import io.firebreak.publishing.channel.Delivery;
import io.firebreak.publishing.channel.Outcome;
import io.firebreak.publishing.channel.ReadBack;
import io.firebreak.support.CaseDriver;
import io.firebreak.support.TestClock;
import io.firebreak.support.Web;
import io.firebreak.support.WebappSession;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ExternalTaskService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.externaltask.ExternalTask;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The ways of an approved statement through {@code PublishStatement}, {@code PublishOnChannel} and {@code
 * CheckChangedPublication}. There is a staff channel (intranet), four public ones (newsroom, network, press-list with two
 * addressees and no way to look up, shop-notice by hand) and an ally (fan-club).
 */
@PublishingTest
class PublishStatementTest {

    @Autowired
    private CaseDriver driver;

    @Autowired
    private PublicationDriver publications;

    @Autowired
    private ScriptedChannels channels;

    @Autowired
    private Publishing publishing;

    @Autowired
    private TestClock clock;

    @Autowired
    private TaskService taskService;

    @Autowired
    private RuntimeService runtimeService;

    @Autowired
    private ExternalTaskService externalTaskService;

    @Autowired
    private JdbcClient jdbc;

    @LocalServerPort
    private int port;

    private String reference;

    @BeforeEach
    void writeAText() {
        channels.reset();
        begin(driver.reportedOwnSlip("To be published"));
    }

    private void begin(String newReference) {
        reference = newReference;
        driver.write("spokesperson", reference, "The price is 9 euros.");
    }

    @AfterEach
    void leaveNothingForTheNextTest() {
        runtimeService.createProcessInstanceQuery().processInstanceBusinessKey(reference).list().stream()
                .filter(instance -> instance.getRootProcessInstanceId().equals(instance.getId()))
                .forEach(instance -> runtimeService.deleteProcessInstanceIfExists(
                        instance.getId(), "the test is over", true, true, true, false));
        channels.reset();
        publications.forgetEverything();
    }

    @Test
    void shouldTellStaffThenThePublicThenTheAllies() {
        // given
        driver.approve("legal", reference);

        // when
        driver.publish(reference);
        publishByHand("shop-notice", "DONE");
        driver.publish(reference);

        // then
        assertThat(publishing.of(reference)).extracting(Publication::state).containsOnly(PublicationState.SENT);
        assertThat(driver.acts(reference))
                .containsSubsequence(
                        "staff.informed", "statement.published", "publication.confirmed", "allies.informed");
        assertIsWatched();
        assertThat(openSteps()).isEmpty();
    }

    @Test
    void shouldShowEveryChannelForItselfInCockpit() {
        // given
        driver.approve("legal", reference);
        driver.runDueJobs(reference);

        // when, then
        assertThat(channelsShown()).containsExactly("intranet");

        // when
        publications.send();
        publications.follow();
        driver.runDueJobs(reference);

        // then
        assertThat(channelsShown()).containsExactlyInAnyOrder("network", "newsroom", "press-list", "shop-notice");
    }

    @Test
    void shouldNotTellThePublicWhileStaffHaveTheirHeadStart() {
        // given
        channels.channel("intranet").answer(new Outcome.NotSent("The intranet is down."));
        driver.approve("legal", reference);

        // when
        driver.publish(reference);
        clock.advance(Duration.ofSeconds(1));
        driver.publish(reference);

        // then
        assertThat(channels.channel("network").calls()).isEmpty();
        assertThat(statesOf("intranet")).containsExactly(PublicationState.RETRY);
    }

    @Test
    void shouldTellThePublicWhenTheHeadStartOfStaffIsOver() {
        // given
        channels.channel("intranet").answer(new Outcome.Rejected("The intranet does not know us any more."));
        driver.approve("legal", reference);
        driver.publish(reference);

        // when
        clock.advance(Duration.ofMinutes(15));
        driver.publish(reference);

        // then
        assertThat(channels.channel("network").live()).isEqualTo(1);
        assertThat(tasksFor("intranet"))
                .extracting(Task::getTaskDefinitionKey)
                .containsExactly("UserTask_PublishByHand");
        publishByHand("intranet", "TRY_AGAIN");
        publishByHand("shop-notice", "DONE");
        clock.advance(Duration.ofMinutes(1));
        driver.publish(reference);
        clock.advance(Duration.ofMinutes(1));
        driver.publish(reference);
        assertThat(statesOf("intranet")).containsExactly(PublicationState.SENT);
        assertIsWatched();
    }

    @Test
    void shouldGiveAlliesTheLinksToWhatIsPublicAfterWaitingForTheRest() {
        // given
        driver.approve("legal", reference);
        driver.publish(reference);
        assertThat(channels.channel("fan-club").calls()).isEmpty();

        // when
        clock.advance(Duration.ofMinutes(30));
        driver.publish(reference);

        // then
        assertThat(channels.channel("fan-club").calls()).singleElement().satisfies(delivery -> assertThat(
                        delivery.links())
                .anySatisfy(link -> assertThat(link).startsWith("https://network.example/"))
                .anySatisfy(link -> assertThat(link).contains("/newsroom/")));
        assertThat(driver.openTasks(reference)).containsExactly("UserTask_PublishByHand");
    }

    @Test
    void shouldAskAPersonWhetherAnUncertainPublicationIsPublic() {
        // given
        channels.channel("press-list").answer(new Outcome.Unknown("The connection broke."));
        driver.approve("legal", reference);
        publishUntilAPersonIsNeeded();

        // when
        Publication doubtful = waitingOn("press-list").get(0);
        check("press-list", answers(doubtful, Map.of("public", true, "proof", "Ann wrote back.")));
        driver.publish(reference);

        // then
        assertThat(statesOf("press-list")).containsOnly(PublicationState.SENT);
        assertThat(tasksFor("press-list")).isEmpty();
        assertThat(stepsFor("press-list")).isEmpty();
        assertThat(channels.channel("press-list").calls()).hasSize(2);
    }

    @Test
    void shouldGoOnAskingAboutAnUncertainPublicationWhenNewFactsChangeTheResponse() {
        // given
        channels.channel("press-list").answer(new Outcome.Unknown("The connection broke."));
        driver.approve("legal", reference);
        publishUntilAPersonIsNeeded();
        Publication doubtful = waitingOn("press-list").get(0);

        // when
        driver.changeResponse(reference);
        publications.follow();

        // then
        assertThat(tasksFor("press-list")).hasSize(1);

        // when another version was written before anybody looked
        driver.correct("spokesperson", reference, "The price is 90 euros.");
        check("press-list", answers(doubtful, Map.of("public", false)));
        publications.send();
        publications.follow();

        // then
        assertThat(driver.acts(reference)).contains("publication.sendAgain");
        assertThat(tasksFor("press-list")).isEmpty();
        assertThat(stepsFor("press-list")).isEmpty();
        assertThat(channels.channel("press-list").calls())
                .as("what was overtaken is not sent again")
                .hasSize(2);
    }

    @Test
    void shouldAskOnceAboutAnUncertainPublicationHoweverOftenItIsFollowed() {
        // given
        channels.channel("press-list").answer(new Outcome.Unknown("The connection broke."));
        driver.approve("legal", reference);
        publishUntilAPersonIsNeeded();
        driver.changeResponse(reference);

        // when
        publications.followAll();
        publications.followAll();

        // then
        assertThat(tasksFor("press-list")).hasSize(1);
    }

    @Test
    void shouldSendAgainWhatAPersonDidNotFind() {
        // given
        channels.channel("press-list").answer(new Outcome.Unknown("The connection broke."));
        driver.approve("legal", reference);
        publishUntilAPersonIsNeeded();

        // when
        check(
                "press-list",
                answers(waitingOn("press-list").get(0), Map.of("public", false, "proof", "Ann has nothing.")));
        driver.publish(reference);

        // then
        assertThat(statesOf("press-list")).containsOnly(PublicationState.SENT);
        assertThat(channels.channel("press-list").calls())
                .extracting(Delivery::addressee)
                .hasSize(3)
                .containsOnly("ann@press.example", "bob@press.example");
        assertThat(stepsFor("press-list")).isEmpty();
    }

    @Test
    void shouldTakeNoAnswerThatLeavesADoubtOpen() {
        // given
        channels.channel("press-list").answer(new Outcome.Unknown("The connection broke."));
        channels.channel("press-list").answer(new Outcome.Unknown("The connection broke again."));
        driver.approve("legal", reference);
        publishUntilAPersonIsNeeded();
        List<Publication> doubtful = waitingOn("press-list");
        assertThat(doubtful).hasSize(2);

        // when, then
        assertThatThrownBy(
                        () -> check("press-list", answers(doubtful.get(0), Map.of("public", true, "proof", "Seen."))))
                .hasMessageContaining("press-list to bob@press.example is not answered; please answer for it too.");
        assertThatThrownBy(
                        () -> check("press-list", json(doubtful, publication -> Map.of("public", true, "proof", " "))))
                .hasMessageContaining(
                        "press-list to ann@press.example: How it can be seen that it is public is missing");
        assertThat(waitingOn("press-list")).hasSize(2);
        check("press-list", json(doubtful, publication -> Map.of("public", true, "proof", "Seen.")));
        assertThat(waitingOn("press-list")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                                  | The answers are missing",
                "not JSON                            | The answers can't be read",
                "[]                                  | The answers can't be read",
                "null                                | The answers can't be read",
                "{\"no-id\": {}}                     | The answers can't be read",
                "{\"ID\": {\"public\": true, \"x\": 1}} | The answers can't be read",
                "{\"ID\": {\"public\": \"perhaps\"}} | The answers can't be read",
                "{\"ID\": null}                      | is not answered; please answer for it too",
                "{\"ID\": {}}                        | Whether it is public is not answered",
                "{\"ID\": {\"public\": true, \"proof\": \"Seen.\", \"link\": \"javascript:alert(1)\"}} | no web address",
                "{\"ID\": {\"public\": true, \"proof\": \"Seen.\"}, \"00000000-0000-0000-0000-000000000001\": {}} | does not wait for an answer here"
            })
    void shouldRefuseAnswersThatSayNothing(String answers, String sentence) {
        // given
        channels.channel("press-list").answer(new Outcome.Unknown("The connection broke."));
        driver.approve("legal", reference);
        publishUntilAPersonIsNeeded();
        Publication doubtful = waitingOn("press-list").get(0);

        // when, then
        assertThatThrownBy(() ->
                        check("press-list", answers.replace("ID", doubtful.id().toString())))
                .hasMessageContaining(sentence);
        assertThat(waitingOn("press-list")).extracting(Publication::id).containsExactly(doubtful.id());
        assertThat(tasksFor("press-list")).hasSize(1);
    }

    @Test
    void shouldPublishByHandWhatFails() {
        // given
        channels.channel("network").answer(new Outcome.Rejected("The account is blocked."));
        driver.approve("legal", reference);
        driver.publish(reference);

        // when
        publishByHand("network", "DONE");
        driver.publish(reference);

        // then
        assertThat(statesOf("network")).containsExactly(PublicationState.SENT);
        assertThat(channels.channel("network").live()).isZero();
        assertThat(publishing.of(reference))
                .filteredOn(publication -> publication.channel().equals("network"))
                .extracting(Publication::url)
                .containsExactly("https://seen.example/1");
        assertThat(stepsFor("network")).isEmpty();
    }

    @Test
    void shouldTryAgainWhatFailed() {
        // given
        channels.channel("network").answer(new Outcome.Rejected("The account is blocked."));
        driver.approve("legal", reference);
        driver.publish(reference);

        // when
        publishByHand("network", "TRY_AGAIN");
        publishUntilAPersonIsNeeded();

        // then
        assertThat(channels.channel("network").live()).isEqualTo(1);
        assertThat(stepsFor("network")).isEmpty();
        assertThat(tasksFor("network")).isEmpty();
    }

    @Test
    void shouldLeaveOutAChannelForAReason() {
        // given
        driver.approve("legal", reference);
        driver.publish(reference);

        // when
        assertThatThrownBy(() -> complete(
                        "UserTask_PublishByHand",
                        "shop-notice",
                        answers(waitingOn("shop-notice").get(0), Map.of("decision", "LEAVE_OUT"))))
                .hasMessageContaining("The reason is missing");
        publishByHand("shop-notice", "LEAVE_OUT");
        driver.publish(reference);

        // then
        assertThat(driver.acts(reference)).contains("publication.leftOut");
        assertThat(channels.channel("fan-club").live()).isEqualTo(1);
        assertIsWatched();
    }

    @Test
    void shouldRefuseToTryAgainWhereThereIsNoInterface() {
        // given
        driver.approve("legal", reference);
        driver.publish(reference);

        // when, then
        assertThatThrownBy(() -> publishByHand("shop-notice", "TRY_AGAIN"))
                .hasMessageContaining("This channel has no interface; please publish by hand.");
        assertThatThrownBy(() -> complete(
                        "UserTask_PublishByHand",
                        "shop-notice",
                        answers(waitingOn("shop-notice").get(0), Map.of())))
                .hasMessageContaining("please choose one of DONE, TRY_AGAIN, LEAVE_OUT");
    }

    @Test
    void shouldNotHoldUpOtherChannelsByOneThatNeedsAPerson() {
        // given
        channels.channel("network").answer(new Outcome.Rejected("The account is blocked."));
        driver.approve("legal", reference);

        // when
        driver.publish(reference);

        // then
        assertThat(statesOf("newsroom", "press-list")).containsOnly(PublicationState.SENT);
        assertThat(driver.openTasks(reference))
                .containsExactlyInAnyOrder("UserTask_PublishByHand", "UserTask_PublishByHand");
        assertThat(channelsShown()).isEmpty();
    }

    @Test
    void shouldCallInTheNextInCommandWhenNobodyPublishesByHand() {
        // given
        driver.approve("legal", reference);
        driver.publish(reference);

        // when
        clock.advance(Duration.ofHours(2));
        driver.runJob(reference, "BoundaryEvent_ByHandOverdue");

        // then
        Task task = tasksFor("shop-notice").get(0);
        assertThat(taskService.getIdentityLinksForTask(task.getId()))
                .extracting(IdentityLink::getUserId)
                .as("the crisis lead on call")
                .containsAnyOf("crisislead", "crisislead2");
    }

    @Test
    void shouldCallInTheNextInCommandWhenNobodyChecksAnUncertainPublication() {
        // given
        channels.channel("press-list").answer(new Outcome.Unknown("No answer came."));
        driver.approve("legal", reference);
        publishUntilAPersonIsNeeded();
        Task check = tasksFor("press-list").get(0);

        // when
        clock.advance(Duration.ofMinutes(30));
        driver.runJob(reference, "BoundaryEvent_CheckOverdue");

        // then
        assertThat(tasksFor("press-list")).extracting(Task::getId).containsExactly(check.getId());
        assertCalledIn(check, "management");
    }

    @Test
    void shouldCallInTheNextInCommandWhenNobodyLooksAtWhatChanged() {
        // given
        driver.approve("legal", reference);
        driver.publish(reference);
        channels.channel("network").show(new ReadBack.Different("The price is 90 euros."));
        clock.advance(Duration.ofMinutes(1));
        publications.send();
        publications.follow();
        publications.follow();
        Task check = tasksFor("network").get(0);

        // when
        clock.advance(Duration.ofMinutes(30));
        driver.runJob(reference, "BoundaryEvent_ChangeCheckOverdue");

        // then
        assertThat(tasksFor("network")).extracting(Task::getId).containsExactly(check.getId());
        assertCalledIn(check, "management");
    }

    private void assertCalledIn(Task task, String group) {
        assertThat(taskService.getIdentityLinksForTask(task.getId()))
                .extracting(IdentityLink::getUserId)
                .contains(group);
        assertThat(driver.ledger(reference))
                .filteredOn(entry -> entry.type().equals("task.escalated"))
                .singleElement()
                .satisfies(entry -> assertThat(entry.sentence()).contains("Nobody answered in time", task.getName()));
    }

    @Test
    void shouldShowWhatIsTriedInVainAsAnIncidentAndTryAtOnceWhenSomebodyAsks() {
        // given
        for (int attempt = 0; attempt < 4; attempt++) {
            channels.channel("network").answer(new Outcome.NotSent("The server is down."));
        }
        driver.approve("legal", reference);
        driver.publish(reference);
        assertThat(incidents()).isEmpty();

        // when
        pass(Duration.ofMinutes(5));
        pass(Duration.ofMinutes(5));

        // then
        assertThat(incidents()).singleElement().satisfies(incident -> assertThat(incident.getIncidentMessage())
                .isEqualTo("network was tried 3 times. Last: The server is down."));

        // when somebody with the right presses "Retry" in Cockpit, and it fails once more
        retryInCockpit();
        publications.followAll();

        // then
        assertThat(incidents()).isEmpty();
        assertThat(statesOf("network")).containsExactly(PublicationState.UNKNOWN);
        assertThat(driver.acts(reference)).contains("publication.sendAgain");
        pass(Duration.ofSeconds(1));
        pass(Duration.ofSeconds(30));
        assertThat(channels.channel("network").calls()).hasSize(4);
        assertThat(incidents()).hasSize(1);

        // when
        retryInCockpit();
        publications.followAll();
        pass(Duration.ofSeconds(1));
        pass(Duration.ofSeconds(30));

        // then
        assertThat(channels.channel("network").live()).isEqualTo(1);
        assertThat(incidents()).isEmpty();
        assertThat(stepsFor("network")).isEmpty();
    }

    @Test
    void shouldEndAnIncidentWhenTheChannelIsSettled() {
        // given
        for (int attempt = 0; attempt < 3; attempt++) {
            channels.channel("network").answer(new Outcome.NotSent("The server is down."));
        }
        driver.approve("legal", reference);
        driver.publish(reference);
        pass(Duration.ofMinutes(5));
        pass(Duration.ofMinutes(5));
        assertThat(incidents()).hasSize(1);

        // when
        pass(Duration.ofMinutes(10));

        // then
        assertThat(incidents()).isEmpty();
        assertThat(stepsFor("network")).isEmpty();
    }

    @Test
    void shouldCallNoChannelInADrill() {
        // given
        begin(driver.reportedDrill("Rehearsal"));
        driver.approve("legal", reference);

        // when
        driver.publish(reference);
        publishByHand("shop-notice", "DONE");
        driver.publish(reference);

        // then
        assertIsWatched();
        assertThat(List.of("intranet", "network", "press-list", "fan-club"))
                .allSatisfy(
                        channel -> assertThat(channels.channel(channel).calls()).isEmpty());
    }

    @Test
    void shouldAskAPersonToLookAtWhatChangedAlsoWhenTheCaseIsClosed() {
        // given
        driver.approve("legal", reference);
        driver.publish(reference);
        publishByHand("shop-notice", "DONE");
        driver.publish(reference);
        driver.calm(reference);
        driver.review("management", reference);
        assertThat(driver.crisisCase(reference).phase()).isEqualTo(Phase.CLOSED);

        // when
        channels.channel("network").show(new ReadBack.Different("The price is 90 euros."));
        clock.advance(Duration.ofMinutes(1));
        publications.send();
        publications.follow();
        publications.follow();

        // then
        assertThat(tasksFor("network")).singleElement().satisfies(task -> {
            assertThat(task.getTaskDefinitionKey()).isEqualTo("UserTask_CheckChangedPublication");
            assertThat(task.getDueDate().toInstant()).isEqualTo(clock.instant().plus(Duration.ofMinutes(30)));
        });

        // when it changes again while somebody looks
        channels.channel("network").show(new ReadBack.Gone());
        clock.advance(Duration.ofMinutes(10));
        publications.send();
        publications.follow();

        // then
        assertThat(tasksFor("network")).hasSize(1);
        assertThatThrownBy(() -> driver.complete(
                        "crisislead", reference, "UserTask_CheckChangedPublication", Map.of("finding", " ")))
                .hasMessageContaining("What was found and done is missing");
        driver.complete(
                "crisislead",
                reference,
                "UserTask_CheckChangedPublication",
                Map.of("finding", "A colleague mistyped; put right."));
        assertThat(driver.openTasks(reference)).isEmpty();
        assertThat(driver.ledger(reference)).last().satisfies(entry -> {
            assertThat(entry.type()).isEqualTo("publication.changeChecked");
            assertThat(entry.reason()).isEqualTo("A colleague mistyped; put right.");
            assertThat(entry.actor()).isEqualTo("crisislead");
        });
    }

    @Test
    void shouldTellTheFormEverythingAboutWhatItAsks() {
        // given
        driver.approve("legal", reference);
        driver.publish(reference);
        String task = tasksFor("shop-notice").get(0).getId();

        // when
        String briefing = WebappSession.signIn(port, "areaowner", "tasklist")
                .get("/api/tasklist/plugin/firebreak/default/tasks/" + task + "/case")
                .body();

        // then
        assertThat(briefing)
                .contains("\"channel\":\"shop-notice\"", "\"drill\":false", "\"state\":\"NEEDS_HUMAN\"")
                .contains("\"reason\":\"Print it and hang it up at the till.\"")
                .contains("\"text\":\"We are sorry\\n\\nThe price is 9 euros.\"")
                .contains("\"addressee\":\"ann@press.example\"");
    }

    @Test
    void shouldNotShowATaskOfAChannelToThoseItIsNotFor() {
        // given
        driver.approve("legal", reference);
        driver.publish(reference);
        String task = tasksFor("shop-notice").get(0).getId();

        // when
        HttpResponse<String> legal = WebappSession.signIn(port, "legal", "tasklist")
                .get("/api/tasklist/plugin/firebreak/default/tasks/" + task + "/case");

        // then
        assertThat(legal.statusCode()).isEqualTo(404);
    }

    @Test
    void shouldFollowNothingWhereTheProcessIsGone() {
        // given
        channels.channel("network").answer(new Outcome.NotSent("The server is down."));
        driver.approve("legal", reference);
        driver.publish(reference);
        runtimeService.deleteProcessInstance(driver.instance(reference).getId(), "for the test");

        // when
        pass(Duration.ofMinutes(5));
        publications.followAll();

        // then
        assertThat(statesOf("network")).containsExactly(PublicationState.SENT);
        assertThat(driver.openTasks(reference)).isEmpty();
    }

    @Test
    void shouldFollowWhatItMissed() {
        // given everything is out, and nobody told the process
        driver.approve("legal", reference);
        driver.runDueJobs(reference);
        jdbc.sql(
                        """
                        UPDATE firebreak.publication SET state = 'SENT', sent_at = now(), not_before = NULL
                        WHERE channel = 'intranet' AND state = 'PENDING'
                        """)
                .update();

        // when
        publications.followAll();
        publications.followAll();

        // then
        driver.runDueJobs(reference);
        assertThat(channelsShown()).containsExactlyInAnyOrder("network", "newsroom", "press-list", "shop-notice");
    }

    @Test
    void shouldLetNobodyElseMoveAStepThatFirebreakLeads() {
        // given
        driver.approve("legal", reference);
        driver.runDueJobs(reference);
        String step = stepsFor("intranet").get(0).getId();
        Web web = new Web(port);

        // when
        List<HttpResponse<String>> answers = List.of(
                web.post(
                        "admin",
                        "/engine-rest/external-task/fetchAndLock",
                        "{\"workerId\": \"w\", \"maxTasks\": 1, \"topics\": [{\"topicName\": \"publication\", \"lockDuration\": 1000}]}"),
                web.post(
                        "admin",
                        "/engine-rest/external-task/" + step + "/lock",
                        "{\"workerId\": \"firebreak\", \"lockDuration\": 1000}"),
                web.post("admin", "/engine-rest/external-task/" + step + "/complete", "{\"workerId\": \"firebreak\"}"),
                web.post(
                        "admin",
                        "/engine-rest/external-task/" + step + "/failure",
                        "{\"workerId\": \"firebreak\", \"retries\": 0}"),
                web.post(
                        "admin",
                        "/engine-rest/external-task/" + step + "/bpmnError",
                        "{\"workerId\": \"firebreak\", \"errorCode\": \"PublicationByHand\"}"));

        // then
        assertThat(answers)
                .allSatisfy(answer ->
                        assertThat(answer.statusCode()).as(answer.body()).isBetween(400, 499))
                .allSatisfy(answer -> assertThat(answer.body()).contains("Firebreak alone leads this step on"));
        assertThat(stepsFor("intranet")).hasSize(1);
    }

    /** Everything is out, and nobody has anything to do but to see how people take it. */
    private void assertIsWatched() {
        assertThat(driver.openTasks(reference)).isEmpty();
        assertThat(driver.crisisCase(reference).phase()).isEqualTo(Phase.WATCH);
    }

    private void retryInCockpit() {
        String step = stepsFor("network").get(0).getId();
        driver.as("admin", () -> {
            externalTaskService.setRetries(step, 1);
            return null;
        });
    }

    private void pass(Duration time) {
        clock.advance(time);
        driver.publish(reference);
    }

    /** Two looks that find nothing, or a question to a person: both need some time. */
    private void publishUntilAPersonIsNeeded() {
        driver.publish(reference);
        pass(Duration.ofSeconds(30));
        pass(Duration.ofSeconds(31));
        pass(Duration.ofSeconds(31));
    }

    private void check(String channel, String answers) {
        complete("UserTask_CheckPublication", channel, answers);
    }

    private void publishByHand(String channel, String decision) {
        complete("UserTask_PublishByHand", channel, json(waitingOn(channel), publication -> switch (decision) {
            case "DONE" -> Map.of("decision", decision, "link", "https://seen.example/1", "proof", "A photo.");
            case "LEAVE_OUT" -> Map.of("decision", decision, "reason", "The shop is closed today.");
            default -> Map.of("decision", decision);
        }));
    }

    private void complete(String taskKey, String channel, String answers) {
        Task task = tasksFor(channel).stream()
                .filter(open -> open.getTaskDefinitionKey().equals(taskKey))
                .findFirst()
                .orElseThrow();
        driver.as("communitymanager", () -> {
            taskService.complete(task.getId(), new LinkedHashMap<>(Map.of("answers", answers)));
            return null;
        });
    }

    private static String answers(Publication publication, Map<String, Object> answer) {
        return json(List.of(publication), asked -> answer);
    }

    private static String json(List<Publication> asked, Function<Publication, Map<String, Object>> answer) {
        List<String> answers = new ArrayList<>();
        for (Publication publication : asked) {
            answers.add("\"%s\": {%s}"
                    .formatted(
                            publication.id(),
                            answer.apply(publication).entrySet().stream()
                                    .map(entry -> "\"%s\": %s".formatted(entry.getKey(), value(entry.getValue())))
                                    .collect(Collectors.joining(", "))));
        }
        return "{" + String.join(", ", answers) + "}";
    }

    private static String value(Object value) {
        return value instanceof String text ? "\"" + text + "\"" : String.valueOf(value);
    }

    private List<Publication> waitingOn(String channel) {
        return publishing.of(reference).stream()
                .filter(publication -> publication.channel().equals(channel))
                .filter(Publication::waitsForPerson)
                .toList();
    }

    private List<PublicationState> statesOf(String... names) {
        return publishing.of(reference).stream()
                .filter(publication -> List.of(names).contains(publication.channel()))
                .map(Publication::state)
                .toList();
    }

    private List<Task> tasksFor(String channel) {
        return taskService
                .createTaskQuery()
                .processInstanceBusinessKey(reference)
                .processVariableValueEquals("channel", channel)
                .list();
    }

    private List<ExternalTask> openSteps() {
        return externalTaskService.createExternalTaskQuery().topicName("publication").list().stream()
                .filter(step -> reference.equals(step.getBusinessKey()))
                .toList();
    }

    private List<ExternalTask> stepsFor(String channel) {
        return openSteps().stream()
                .filter(step -> channel.equals(runtimeService.getVariable(step.getExecutionId(), "channel")))
                .toList();
    }

    private List<String> channelsShown() {
        return openSteps().stream()
                .map(step -> (String) runtimeService.getVariable(step.getExecutionId(), "channel"))
                .toList();
    }

    private List<Incident> incidents() {
        List<String> steps =
                openSteps().stream().map(ExternalTask::getProcessInstanceId).toList();
        return runtimeService.createIncidentQuery().incidentType("failedExternalTask").list().stream()
                .filter(incident -> steps.contains(incident.getProcessInstanceId()))
                .toList();
    }
}
