package io.firebreak.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.firebreak.access.Actor;
import io.firebreak.crisis.Assessments;
import io.firebreak.crisis.CaseReference;
import io.firebreak.crisis.Cases;
import io.firebreak.engine.Staff;
import io.firebreak.evidence.EvidenceFiles;
import io.firebreak.evidence.NewFile;
import io.firebreak.ledger.LedgerEntry;
import io.firebreak.publishing.Publication;
import io.firebreak.publishing.PublicationDriver;
import io.firebreak.publishing.PublicationState;
import io.firebreak.publishing.Publishing;
import io.firebreak.publishing.PublishingTest;
import io.firebreak.publishing.ScriptedChannels;
import io.firebreak.publishing.channel.ReadBack;
import io.firebreak.reply.Replies;
import io.firebreak.reply.Reply;
import io.firebreak.reply.ReplyText;
import io.firebreak.reply.Way;
import io.firebreak.rule.Refusal;
import io.firebreak.support.CaseDriver;
import io.firebreak.support.CommentDriver;
import io.firebreak.support.SampleFiles;
import io.firebreak.support.TestClock;
import io.firebreak.support.Typist;
import io.firebreak.support.Web;
import io.firebreak.support.WebappSession;
import io.firebreak.takedown.NewProposal;
import io.firebreak.takedown.TakeDown;
import io.firebreak.takedown.TakeDownReason;
import io.firebreak.takedown.TakeDowns;
import io.firebreak.wording.Verdict;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The ways through {@code TakeDown}: a post goes only by people, two of them, and in public. */
@PublishingTest
class TakeDownTest {

    private static final String PREPARE = "UserTask_PrepareTakeDown";
    private static final String COUNTERSIGN = "UserTask_CountersignTakeDown";
    private static final String TAKE_DOWN = "UserTask_TakePostDown";

    @Autowired
    private CaseDriver driver;

    @Autowired
    private PublicationDriver publications;

    @Autowired
    private ScriptedChannels channels;

    @Autowired
    private Publishing publishing;

    @Autowired
    private EvidenceFiles files;

    @Autowired
    private TakeDowns takeDowns;

    @Autowired
    private RuntimeService runtimeService;

    @Autowired
    private TaskService taskService;

    @Autowired
    private Replies replies;

    @Autowired
    private Cases cases;

    @Autowired
    private Assessments assessments;

    @Autowired
    private Staff staff;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TestClock clock;

    @LocalServerPort
    private int port;

    private Web web;
    private String reference;
    private String name;
    private UUID paper;

    @BeforeEach
    void publish() {
        channels.reset();
        web = new Web(port);
        reference = driver.reportedOwnSlip("A name that must not be public");
        name = "Anna " + UUID.randomUUID();
        driver.write("spokesperson", reference, name + " broke the kettle.");
        driver.approve("legal", reference);
        driver.publish(reference);
        paper = paperOf(reference);
    }

    private UUID paperOf(String caseReference) {
        return files.keep(
                        CaseReference.parse(caseReference),
                        new NewFile("order.pdf", "The order", null, SampleFiles.pdf("Order for " + caseReference)),
                        new Actor("legal"))
                .item()
                .id();
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
    void shouldReplaceWhatStoodInTheNewsroomByTheExplanation() {
        // given
        String page = path(post("newsroom").url());
        assertThat(web.get(null, page).body()).contains(name);

        // when
        ask("legal");
        propose("legal", post("newsroom"));
        assertThat(web.get(null, page).body()).contains(name);
        countersign("management", "AGREE");
        assertThat(web.get(null, page).body()).contains(name);
        driver.complete(
                "communitymanager", reference, TAKE_DOWN, Map.of("decision", "DONE", "proof", "Seen at ten o'clock"));

        // then
        assertThat(web.get(null, page).body())
                .contains("A court had this removed", "It named a person.")
                .doesNotContain(name);
        assertThat(web.get(null, "/newsroom/feed.atom").body()).doesNotContain(name);
        Publication publication = post("newsroom");
        assertThat(publication.state()).isEqualTo(PublicationState.SENT);
        assertThat(publication.progress().takenDownAt()).isEqualTo(clock.instant());
        assertThat(post("network").progress().takenDownAt()).isNull();
        assertThat(driver.ledger(reference))
                .filteredOn(entry -> entry.type().startsWith("takeDown."))
                .extracting(LedgerEntry::type, LedgerEntry::actor)
                .containsExactly(
                        tuple("takeDown.asked", "legal"),
                        tuple("takeDown.proposed", "legal"),
                        tuple("takeDown.agreed", "management"),
                        tuple("takeDown.done", "communitymanager"));
        assertThat(driver.instance(reference, "TakeDown")).isNull();
        assertThat(web.get("crisislead", "/api/cases/" + reference + "/take-downs")
                        .body())
                .contains("\"COURT_ORDER\"", "\"It named a person.\"", "\"decidedBy\":\"management\"");
        assertThat(web.get("crisislead", "/api/cases/" + reference + "/publications")
                        .body())
                .contains("\"takenDownAt\"");
    }

    @Test
    void shouldHoldTheExplanationToTheHouseRules() {
        // given
        ask("legal");
        Map<String, Object> values = values(post("newsroom"));

        // when / then
        values.put("explanation", "We are sorry if anyone was offended.");
        assertThatThrownBy(() -> driver.complete("legal", reference, PREPARE, values))
                .hasMessageContaining("This apology depends on what others feel")
                .hasMessageContaining("apologises, where nobody counts it");
        values.put("explanation", "REMOVED BECAUSE A COURT SAYS SO AND FOR NO OTHER REASON!!!");
        assertThatThrownBy(() -> driver.complete("legal", reference, PREPARE, values))
                .hasMessageContaining("read as shouting");
        assertThat(open().proposal()).isNull();

        // when nobody has written rules for its language
        values.put("language", "de");
        values.put("explanation", "Ein Gericht hat es verlangt.");
        assertThatThrownBy(() -> driver.complete("legal", reference, PREPARE, values))
                .hasMessageContaining("Nobody has written house rules for this language")
                .hasMessageContaining("say in a word why the text stays as it is");
        values.put(Verdict.REASON, "Legal reads German.");
        driver.complete("legal", reference, PREPARE, values);

        // then whoever countersigns reads why it stays
        assertThat(briefing(COUNTERSIGN, "management"))
                .contains(
                        "\"reason\":\"Legal reads German.\"", "language.unchecked", "\"authorNames\":[\"Zofia Lis\"]");
        assertThat(driver.ledger(reference))
                .filteredOn(entry -> entry.type().equals("wording.upheld"))
                .last()
                .satisfies(entry -> {
                    assertThat(entry.sentence()).contains("legal leaves the explanation of a take-down as it is");
                    assertThat(entry.reason()).isEqualTo("Legal reads German.");
                });
        // and a new proposal has findings of its own
        countersign("management", "SEND_BACK");
        driver.complete("legal", reference, PREPARE, values);
        assertThat(briefing(COUNTERSIGN, "management")).contains("Legal reads German.");
    }

    private String briefing(String activity, String user) {
        return WebappSession.signIn(port, user, "tasklist")
                .get("/api/tasklist/plugin/firebreak/default/tasks/"
                        + driver.task(reference, activity).getId() + "/take-down")
                .body();
    }

    @Test
    void shouldAlarmNobodyWhenAPostIsGoneOnPurpose() {
        // given
        ask("crisislead");
        propose("crisislead", post("network"));
        countersign("legal", "AGREE");

        // when
        channels.channel("network").show(new ReadBack.Gone());
        clock.advance(Duration.ofMinutes(10));
        publications.send();
        publications.follow();
        driver.complete(
                "crisislead",
                reference,
                TAKE_DOWN,
                Map.of("decision", "DONE", "proof", "Gone", "explainedAt", "https://social.example/why"));
        clock.advance(Duration.ofDays(1));
        publications.send();
        publications.follow();

        // then
        assertThat(driver.acts(reference)).contains("takeDown.done").doesNotContain("publication.drifted");
        assertThat(driver.openTasks(reference)).doesNotContain("UserTask_CheckChangedPublication");
        assertThat(web.get(null, path(post("newsroom").url())).body())
                .contains(name, "On network this statement had to be taken down", "It named a person.");
    }

    @Test
    void shouldBeAskedForByCrisisLeadsAndLegalAlone() {
        for (String user : List.of("communitymanager", "spokesperson", "areaowner", "management")) {
            assertRefused(() -> ask(user), "Only crisis leads and the role Legal ask for a take-down");
        }
        assertRefused(() -> start("legal", Map.of("case", reference)), "Why the post has to be taken down is missing");
        assertRefused(() -> start("legal", Map.of("case", "CR-1999-0001", "request", "An order")), "There is no case");
        assertThat(driver.instance(reference, "TakeDown")).isNull();
        assertThat(web.post(
                                "communitymanager",
                                "/engine-rest/process-definition/key/TakeDown/start",
                                "{\"variables\":{\"case\":{\"value\":\"%s\",\"type\":\"String\"},\"request\":{\"value\":\"I want it\",\"type\":\"String\"}}}"
                                        .formatted(reference))
                        .body())
                .contains("Only crisis leads and the role Legal");
        ask("crisislead");
        assertRefused(() -> ask("legal"), "is under way already");
        // an administrator ends its process in Cockpit
        runtimeService.deleteProcessInstance(
                driver.instance(reference, "TakeDown").getId(), "No longer");
        ask("legal");
        assertThat(driver.acts(reference))
                .containsSubsequence("takeDown.asked", "takeDown.calledOff", "takeDown.asked");
    }

    @Test
    void shouldNeedASecondPersonWhoWroteNoneOfIt() {
        // given
        ask("legal");
        propose("legal", post("newsroom"));
        countersign("management", "SEND_BACK");
        propose("crisislead", post("newsroom"));
        String seen = open().proposal().sha256();

        // then: who wrote in an earlier proposal wrote in it as well
        assertRefused(() -> countersign("legal", "AGREE"), "You wrote in this take-down");
        // whoever holds the task needs the role too
        assertRefused(() -> decide("communitymanager", seen), "Only Legal and Management countersign a take-down");
        assertRefused(() -> decide("crisislead", seen), "Only Legal and Management countersign a take-down");
        assertThat(driver.acts(reference)).contains("takeDown.countersignatureRefused");
        assertThatThrownBy(() -> jdbc.sql(
                                "UPDATE firebreak.take_down SET decision = 'AGREE', decided_by = 'legal', decided_at = now() WHERE case_reference = ?")
                        .param(reference)
                        .update())
                .hasMessageContaining("take_down_agreed");
        countersign("legal2", "AGREE");
        assertThat(driver.openTasks(reference)).contains(TAKE_DOWN);
    }

    @Test
    void shouldBindTheCountersignatureToWhatWasRead() {
        // given
        ask("legal");
        propose("legal", post("newsroom"));
        String read = open().proposal().sha256();
        countersign("management", "SEND_BACK");
        propose("legal", post("network"));

        // then
        assertRefused(
                () -> driver.complete(
                        "management", reference, COUNTERSIGN, Map.of("decision", "AGREE", "sha256", read)),
                "was changed since you opened it");
        assertRefused(
                () -> driver.complete("management", reference, COUNTERSIGN, Map.of("decision", "AGREE")),
                "was changed since you opened it");
        assertThat(driver.openTasks(reference)).contains(COUNTERSIGN);
    }

    @Test
    void shouldLetOneOfTwoDecideWhenBothPressAtOnce() {
        // given
        ask("legal");
        propose("legal", post("newsroom"));
        String seen = open().proposal().sha256();

        // when
        List<Boolean> answers = Stream.of("management", "legal2", "management2")
                .map(user -> CompletableFuture.supplyAsync(() -> isDone(() -> decide(user, seen))))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        // then
        assertThat(answers).containsOnlyOnce(true);
        assertThat(driver.acts(reference)).containsOnlyOnce("takeDown.agreed");
    }

    @Test
    void shouldLetNobodyDoWhatIsNotAgreed() {
        // given
        ask("legal");
        propose("legal", post("newsroom"));

        // then
        assertRefused(
                () -> transaction.executeWithoutResult(status ->
                        takeDowns.done(CaseReference.parse(reference), "Done", null, new Actor("communitymanager"))),
                "Nobody has countersigned this take-down");
        countersign("management", "REFUSE");
        assertThat(driver.instance(reference, "TakeDown")).isNull();
        assertThat(post("newsroom").progress().takenDownAt()).isNull();
        assertThat(driver.acts(reference)).contains("takeDown.refused");
    }

    @Test
    void shouldChangeNothingOfWhatTwoPeopleAgreedTo() {
        // given
        ask("legal");
        propose("legal", post("newsroom"));
        countersign("management", "AGREE");

        // then
        assertRefused(
                () -> transaction.executeWithoutResult(status -> takeDowns.propose(
                        CaseReference.parse(reference), proposal(post("network")), new Actor("legal"), Set.of())),
                "is agreed to already");
        for (String change : List.of(
                "UPDATE firebreak.take_down SET explanation = 'Nothing happened'",
                "UPDATE firebreak.take_down SET decided_by = 'legal2'",
                "UPDATE firebreak.take_down SET authors = '{}'",
                "DELETE FROM firebreak.take_down")) {
            assertThatThrownBy(() -> jdbc.sql(change + " WHERE case_reference = ?")
                            .param(reference)
                            .update())
                    .as(change)
                    .isInstanceOf(RuntimeException.class);
        }
        assertThatThrownBy(
                        () -> jdbc.sql("UPDATE firebreak.publication SET taken_down_at = now() WHERE state <> 'SENT'")
                                .update())
                .isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() -> jdbc.sql("UPDATE firebreak.publication SET taken_down_at = now() WHERE id = ?")
                        .param(post("network").id())
                        .update())
                .hasMessageContaining("Nobody countersigned that this is taken down");
    }

    @Test
    void shouldSayAllThatIsMissingInAProposal() {
        // given
        ask("legal");

        // then
        assertRefused(
                () -> driver.complete(
                        "legal", reference, PREPARE, Map.of("decision", "PROPOSE", "reason", "PERSONAL_DATA")),
                "Please choose one of the posts of " + reference,
                "Who demands it is missing",
                "Please choose the paper that demands it",
                "The title is missing",
                "The text is missing");
        assertRefused(() -> propose("legal", post("shop-notice")), "Please choose one of the posts of " + reference);
        assertRefused(() -> propose("legal", post("press-list")), "Please choose one of the posts of " + reference);
        Map<String, Object> otherPaper = values(post("newsroom"));
        otherPaper.put("paper", UUID.randomUUID().toString());
        assertRefused(
                () -> driver.complete("legal", reference, PREPARE, otherPaper),
                "Please choose the paper that demands it");
        otherPaper.put("reason", "IT_WAS_A_MISTAKE");
        assertRefused(
                () -> driver.complete("legal", reference, PREPARE, otherPaper), "The reason is missing or unknown");
    }

    @Test
    void shouldEndWhenItIsCalledOff() {
        // given
        ask("legal");
        assertRefused(
                () -> driver.complete("legal", reference, PREPARE, Map.of("decision", "CALL_OFF")),
                "Why it is called off is missing");

        // when
        driver.complete("legal", reference, PREPARE, Map.of("decision", "CALL_OFF", "whyNot", "The order was lifted."));

        // then
        assertThat(driver.instance(reference, "TakeDown")).isNull();
        assertThat(driver.ledger(reference)).last().satisfies(entry -> {
            assertThat(entry.type()).isEqualTo("takeDown.calledOff");
            assertThat(entry.reason()).isEqualTo("The order was lifted.");
        });
        // and another one can be asked for, which is called off at the last moment
        ask("legal");
        propose("legal", post("newsroom"));
        countersign("management", "AGREE");
        driver.complete(
                "communitymanager", reference, TAKE_DOWN, Map.of("decision", "CALL_OFF", "whyNot", "Lifted again."));
        assertThat(post("newsroom").progress().takenDownAt()).isNull();
        assertThat(driver.instance(reference, "TakeDown")).isNull();
    }

    @Test
    void shouldShowTheSecondPersonWhatTheyCountersign() {
        // given
        ask("legal");
        propose("legal", post("newsroom"));
        String task = driver.task(reference, COUNTERSIGN).getId();
        String address = "/api/tasklist/plugin/firebreak/default/tasks/" + task + "/take-down";

        // then
        assertThat(WebappSession.signIn(port, "management", "tasklist")
                        .get(address)
                        .body())
                .contains(
                        "\"orderedBy\":\"The district court\"",
                        "\"paperName\":\"order.pdf\"",
                        "\"explanation\":\"It named a person.\"",
                        open().proposal().sha256());
        assertThat(WebappSession.signIn(port, "areaowner", "tasklist")
                        .get(address)
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void shouldTakeDownAReplyThatAPersonBroughtIntoTheThread() {
        // given
        Reply reply = replyByHand("https://network.example/" + UUID.randomUUID());
        ask("legal");
        assertThat(briefing(PREPARE, "legal"))
                .contains(reply.id().toString(), reply.sending().link());
        driver.complete("legal", reference, PREPARE, values(reply.id()));
        assertThat(briefing(COUNTERSIGN, "management"))
                .contains("\"publication\":\"" + reply.id() + "\"", reply.text().text());
        countersign("management", "AGREE");

        // when, then
        assertRefused(() -> done(null), "The newsroom does not show this text");
        assertThatThrownBy(() -> jdbc.sql("UPDATE firebreak.take_down SET reply_id = NULL WHERE case_reference = ?")
                        .param(reference)
                        .update())
                .hasMessageContaining("is never changed");
        done("https://network.example/why");
        assertThat(driver.ledger(reference))
                .filteredOn(entry -> entry.type().equals("takeDown.done"))
                .singleElement()
                .satisfies(entry -> assertThat(entry.details().toString())
                        .contains(reply.id().toString(), "https://network.example/why"));
        assertThat(replies.of(CaseReference.parse(reference)))
                .as("the record of what was said stays")
                .contains(reply);
        // and what is gone is offered no more
        ask("legal");
        assertThat(briefing(PREPARE, "legal")).doesNotContain(reply.id().toString());
        assertRefused(
                () -> driver.complete("legal", reference, PREPARE, values(reply.id())),
                "Please choose one of the posts of " + reference);
    }

    @Test
    void shouldTakeDownAReplyThatAChannelSent() {
        // given
        CommentDriver starter = new CommentDriver(cases, assessments, runtimeService, transaction);
        reference = starter.comment("A late parcel");
        starter.mention(web, jdbc, reference, "scripted", clock.instant());
        sendByChannel(starter);
        Publication sent = publishing.repliesOf(CaseReference.parse(reference)).get(0);
        assertThat(sent.state()).isEqualTo(PublicationState.SENT);
        paper = paperOf(reference);
        ask("legal");
        propose("legal", sent);
        countersign("management", "AGREE");

        // when it is gone on purpose
        channels.channel("network").show(new ReadBack.Gone());
        clock.advance(Duration.ofMinutes(10));
        publications.send();
        publications.follow();
        assertRefused(() -> done(null), "The newsroom does not show this text");
        done("https://network.example/why");

        // then
        assertThat(publishing.repliesOf(CaseReference.parse(reference)).get(0)).satisfies(publication -> {
            assertThat(publication.state()).isEqualTo(PublicationState.SENT);
            assertThat(publication.progress().takenDownAt()).isEqualTo(clock.instant());
        });
        assertThat(driver.acts(reference)).contains("takeDown.done").doesNotContain("publication.drifted");
    }

    private void done(String explainedAt) {
        Map<String, Object> values = new HashMap<>(Map.of("decision", "DONE", "proof", "Seen at ten o'clock"));
        values.put("explainedAt", explainedAt);
        driver.complete("communitymanager", reference, TAKE_DOWN, values);
    }

    private Reply replyByHand(String link) {
        CaseReference parsed = CaseReference.parse(reference);
        ReplyText text = ReplyText.of(Way.THREAD, "The kettle of " + UUID.randomUUID() + " is whole again.", false);
        return transaction.execute(status -> {
            Reply written = replies.write(parsed, text, new Actor("communitymanager"), Set.of());
            replies.agree(parsed, written.sha256(), null, new Actor("legal"));
            replies.send(parsed, written.sha256(), link, null, new Actor("communitymanager"));
            return replies.of(parsed).get(0);
        });
    }

    private void sendByChannel(CommentDriver starter) {
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
        driver.complete(
                "communitymanager",
                reference,
                "UserTask_WriteReply",
                Map.of("way", "THREAD", "text", "Your parcel lies at Anna's."));
        String sha256 = replies.of(CaseReference.parse(reference)).get(0).sha256();
        driver.complete("legal", reference, "UserTask_AgreeToReply", Map.of("decision", "AGREE", "sha256", sha256));
        clock.advance(CommentDriver.COOL_DOWN.plusSeconds(1));
        driver.runDueJobs(reference);
        publications.send();
        publications.follow();
    }

    @Test
    void shouldRefuseTheCountersignatureOfWhoeverTypedInIt() {
        // given
        ask("legal");
        String task = driver.task(reference, PREPARE).getId();
        new Typist(port, taskService).type(task, "management", Map.of("explanation", "It named"));

        // when
        propose("legal", post("newsroom"));

        // then
        assertThat(open().authors()).containsExactly("legal", "management");
        assertThatThrownBy(() -> countersign("management", "AGREE"))
                .hasMessageContaining("You wrote in this take-down");
        assertThat(open().decided()).isNull();
        // and the chain of command goes past them
        clock.advance(Duration.ofHours(1));
        driver.runJob(reference, "BoundaryEvent_CountersignatureOverdue");
        assertThat(taskService.getIdentityLinksForTask(
                        driver.task(reference, COUNTERSIGN).getId()))
                .extracting(IdentityLink::getUserId)
                .doesNotContain("legal", "management")
                .containsAnyOf("legal2", "management2");
        countersign("management2", "AGREE");
        assertThat(open().isAgreed()).isTrue();
    }

    @Test
    void shouldCallInTheChainForEachTaskThatNobodyAnswers() {
        // given
        ask("legal");
        clock.advance(Duration.ofHours(2));
        driver.runJob(reference, "BoundaryEvent_TakeDownPreparationOverdue");
        assertThat(escalations()).isEqualTo(1);

        propose("legal", post("newsroom"));
        clock.advance(Duration.ofHours(1));
        driver.runJob(reference, "BoundaryEvent_CountersignatureOverdue");
        assertThat(escalations()).isEqualTo(2);

        countersign("management", "AGREE");
        clock.advance(Duration.ofMinutes(30));
        driver.runJob(reference, "BoundaryEvent_RemovalOverdue");

        // then
        assertThat(escalations()).isEqualTo(3);
        driver.complete("communitymanager", reference, TAKE_DOWN, Map.of("decision", "DONE", "proof", "Gone"));
        driver.runDueJobs(reference);
        assertThat(driver.instance(reference, "TakeDown")).isNull();
    }

    private long escalations() {
        return driver.acts(reference).stream().filter("task.escalated"::equals).count();
    }

    private void ask(String user) {
        start(user, Map.of("case", reference, "request", "The court of 3 August"));
    }

    private void start(String user, Map<String, Object> values) {
        driver.as(user, () -> runtimeService.startProcessInstanceByKey("TakeDown", new HashMap<>(values)));
    }

    private void propose(String user, Publication post) {
        driver.complete(user, reference, PREPARE, values(post));
    }

    private Map<String, Object> values(Publication post) {
        return values(post.id());
    }

    private Map<String, Object> values(UUID post) {
        Map<String, Object> values = new HashMap<>();
        values.put("decision", "PROPOSE");
        values.put("publication", post.toString());
        values.put("reason", "COURT_ORDER");
        values.put("orderedBy", "The district court");
        values.put("paper", paper.toString());
        values.put("language", "en");
        values.put("title", "A court had this removed");
        values.put("explanation", "It named a person.");
        return values;
    }

    private NewProposal proposal(Publication post) {
        return new NewProposal(
                post.id(), TakeDownReason.COPYRIGHT, "Somebody", paper, "en", "Another title", "Another text", null);
    }

    private void countersign(String user, String decision) {
        driver.complete(
                user,
                reference,
                COUNTERSIGN,
                Map.of(
                        "decision",
                        decision,
                        "comments",
                        "Because",
                        "sha256",
                        open().proposal().sha256()));
    }

    /** By the Java API, past the engine: as somebody to whom the chain of command gave the task. */
    private void decide(String user, String seen) {
        transaction.executeWithoutResult(status -> takeDowns.decide(
                CaseReference.parse(reference), TakeDown.Decision.AGREE, null, seen, staff.person(user)));
    }

    private static boolean isDone(Runnable work) {
        try {
            work.run();
            return true;
        } catch (RuntimeException refused) {
            assertThat(Refusal.behind(refused)).hasMessageContaining("Nothing waits for a countersignature");
            return false;
        }
    }

    private TakeDown open() {
        return takeDowns.open(CaseReference.parse(reference)).orElseThrow();
    }

    private Publication post(String channel) {
        return publishing.of(reference).stream()
                .filter(publication -> publication.channel().equals(channel))
                .findFirst()
                .orElseThrow();
    }

    private static String path(String url) {
        return url.substring(url.indexOf("/newsroom/"));
    }

    private static void assertRefused(Runnable work, String... sentences) {
        assertThatThrownBy(work::run)
                .satisfies(failure ->
                        assertThat(Refusal.behind(failure).getMessage()).contains(sentences));
    }
}
