package io.firebreak.mention;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.firebreak.crisis.CrisisCase;
import io.firebreak.crisis.Phase;
import io.firebreak.support.CaseDriver;
import io.firebreak.support.FirebreakTest;
import io.firebreak.support.TestClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Mentions that open a report, by the table Intake: once for what belongs together. */
@FirebreakTest
class ReportOpeningTest {

    @LocalServerPort
    private int port;

    @Autowired
    private TestClock clock;

    @Autowired
    private CaseDriver driver;

    private MentionCalls calls;

    @BeforeEach
    void open() {
        calls = new MentionCalls(port, clock.instant());
    }

    @Test
    void shouldReportAnInfluentialAuthorsHostileWordsInTheAuthorsName() {
        // given
        Map<String, Object> mention = calls.with(
                calls.from(calls.mention("Siete dei LADRI!\n<b>${7*7}</b>"), 40_000),
                "language",
                "it",
                "url",
                "https://social.example/flame");

        // when
        calls.deliver(mention, calls.mention("I like it"));

        // then
        assertThat(calls.cases()).hasSize(1);
        String reference = calls.cases().get(0);
        CrisisCase opened = driver.crisisCase(reference);
        assertThat(opened.phase()).isEqualTo(Phase.ASSESS);
        assertThat(opened.reportedBy()).isEqualTo(MentionCalls.USER);
        assertThat(opened.report().title()).isEqualTo("“Siete dei LADRI! <b>${7*7}</b>” (@loud, mastodon)");
        assertThat(opened.report().description())
                .startsWith("An influential author writes hostile words.")
                .contains("@loud, mastodon, reach 40,000", "“Siete dei LADRI!\n<b>${7*7}</b>”");
        assertThat(opened.report().language()).isEqualTo("it");
        assertThat(opened.report().sourceUrl()).isEqualTo("https://social.example/flame");
        assertThat(opened.brand()).isEqualTo(calls.brand());
        assertThat(driver.openTasks(reference)).contains("UserTask_AssessIncident");
        assertThat(driver.acts(reference))
                .containsOnlyOnce("incident.reported", "mention.openedReport", "mention.joined");
        JsonNode intake = calls.ofCase(reference).path("intake");
        assertThat(intake.path("influentialAuthor").asBoolean()).isTrue();
        assertThat(intake.path("spread").asText()).isEqualTo("STEADY");
        assertThat(calls.texts(reference)).hasSize(1);
        assertThat(calls.waiting()).isEqualTo(1);
    }

    @Test
    void shouldTakeTheThreadOfTheMentionAlong() {
        // given
        Map<String, Object> root = calls.mention("Just asking");
        Map<String, Object> answer = calls.with(calls.mention("Me too"), "threadId", root.get("externalId"));
        calls.deliver(root, answer);

        // when
        calls.deliver(calls.with(calls.from(calls.mention("Such liars"), 20_000), "threadId", root.get("externalId")));

        // then
        assertThat(calls.cases()).hasSize(1);
        assertThat(calls.texts(calls.cases().get(0))).containsExactlyInAnyOrder("Just asking", "Me too", "Such liars");
        assertThat(calls.waiting()).isZero();
    }

    @Test
    void shouldReportAThousandMentionsAtOnceOnce() {
        // when
        calls.deliver(calls.many(1_000, "What is going on?"));

        // then
        assertThat(calls.cases()).hasSize(1);
        assertThat(calls.ofCase(calls.cases().get(0)).path("total").asInt()).isEqualTo(1_000);
        assertThat(calls.ofCase(calls.cases().get(0))
                        .path("intake")
                        .path("spread")
                        .asText())
                .isEqualTo("EXTREME");
        assertThat(calls.waiting()).isZero();
    }

    @Test
    void shouldReportAFloodOnceThatTwoCallsBringAtTheSameTime() throws Exception {
        // given
        CyclicBarrier together = new CyclicBarrier(2);
        List<Callable<JsonNode>> deliveries = new ArrayList<>();
        for (int call = 0; call < 2; call++) {
            deliveries.add(() -> {
                List<Map<String, Object>> mentions = calls.many(150, "Flood");
                together.await();
                return calls.deliver(mentions);
            });
        }

        // when
        ExecutorService threads = Executors.newFixedThreadPool(2);
        for (Future<JsonNode> receipt : threads.invokeAll(deliveries)) {
            assertThat(receipt.get().path("new").asInt()).isEqualTo(150);
        }
        threads.shutdown();

        // then
        assertThat(calls.cases()).hasSize(1);
        assertThat(calls.ofCase(calls.cases().get(0)).path("total").asInt()).isEqualTo(300);
    }

    @Test
    void shouldReportAFloodThatComesOneByOneAndInAnyOrderOnce() {
        // given
        calls.deliver(calls.many(90, "Drops").stream()
                .map(mention -> calls.before(mention, Duration.ofMinutes(4)))
                .toList());
        assertThat(calls.cases()).isEmpty();

        // when
        for (int index = 0; index < 20; index++) {
            calls.deliver(calls.before(calls.mention("Drop"), Duration.ofSeconds(30L * ((index * 7) % 20))));
        }

        // then
        assertThat(calls.cases()).hasSize(1);
        assertThat(calls.ofCase(calls.cases().get(0)).path("total").asInt()).isEqualTo(110);
        assertThat(calls.waiting()).isZero();
    }

    @Test
    void shouldNotReportAsManyMentionsOverALongerTime() {
        // given
        List<Map<String, Object>> mentions = new ArrayList<>();
        for (int index = 0; index < 200; index++) {
            mentions.add(calls.before(calls.mention("Steady"), Duration.ofMinutes(2L * index)));
        }

        // when
        calls.deliver(mentions);

        // then
        assertThat(calls.cases()).isEmpty();
        assertThat(calls.waiting()).isEqualTo(200);
    }

    @Test
    void shouldReportASmallerFloodOnlyWhenItIsHostile() {
        // given
        calls.deliver(calls.many(25, "Good news"));
        assertThat(calls.cases()).isEmpty();

        // when
        calls.deliver(calls.many(3, "What a scam"));

        // then
        assertThat(calls.cases()).hasSize(1);
        assertThat(calls.ofCase(calls.cases().get(0)).path("total").asInt()).isEqualTo(28);
    }

    @Test
    void shouldOpenOneReportForManyHostileMentionsOfOneCall() {
        // given
        List<Map<String, Object>> mentions = new ArrayList<>();
        for (int index = 0; index < 10; index++) {
            mentions.add(calls.before(
                    calls.mention("You liars, you thieves, what a scam " + index), Duration.ofHours(index)));
        }

        // when
        calls.deliver(mentions);

        // then
        assertThat(calls.cases()).hasSize(1);
        assertThat(calls.texts(calls.cases().get(0))).hasSize(10);
    }

    @Test
    void shouldReportNothingFromAnArchive() {
        // when
        calls.deliver(calls.many(300, "Liars thieves scam").stream()
                .map(mention -> calls.before(mention, Duration.ofDays(30)))
                .toList());

        // then
        assertThat(calls.cases()).isEmpty();
    }

    @Test
    void shouldKeepFloodsOfTwoBrandsApart() {
        // given
        MentionCalls other = new MentionCalls(port, clock.instant());
        List<Map<String, Object>> mentions = new ArrayList<>(calls.many(120, "Ours"));
        mentions.addAll(other.many(120, "Theirs"));

        // when
        calls.deliver(mentions);

        // then
        assertThat(calls.cases()).hasSize(1);
        assertThat(other.cases()).hasSize(1);
        assertThat(calls.ofCase(calls.cases().get(0)).path("total").asInt()).isEqualTo(120);
    }
}
