package io.firebreak.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.firebreak.author.Findings;
import io.firebreak.crisis.CaseActs;
import io.firebreak.crisis.CaseReference;
import io.firebreak.crisis.Severity;
import io.firebreak.engine.Staff;
import io.firebreak.reply.Replies;
import io.firebreak.reply.Reply;
import io.firebreak.support.CaseDriver;
import io.firebreak.support.FirebreakTest;
import io.firebreak.support.TestClock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** A comment that becomes a crisis, a crisis that was one comment after all, and people of a crisis who are answered. */
@FirebreakTest
class ToCrisisAndBackTest {

    @Autowired
    private CaseDriver driver;

    @Autowired
    private CaseActs acts;

    @Autowired
    private Staff staff;

    @Autowired
    private Replies replies;

    @Autowired
    private Findings findings;

    @Autowired
    private TestClock clock;

    @Autowired
    private TransactionTemplate transaction;

    private final String author = "@" + UUID.randomUUID();
    private String reference;

    @BeforeEach
    void report() {
        reference = driver.reportAbout("Brand " + UUID.randomUUID(), "One cold soup");
    }

    @Test
    void shouldTakeACommentToACrisisAndBackWithoutLosingAnything() {
        // given
        driver.assess(reference, "CUSTOMER_COMPLAINT");
        bringToSending("The next one is hot: the kitchen has a new stove.");

        // when
        changeSeverity(Severity.S2, "Two hundred people say the same.");

        // then
        assertThat(driver.openTasks(reference))
                .doesNotContain("UserTask_SendReply")
                .contains("UserTask_NameLead");
        assertThat(last().withdrawal().reason()).isEqualTo("It is more than one comment now.");

        // when
        changeSeverity(Severity.S4, "They were the cook's own friends.");

        // then
        assertThat(driver.openTasks(reference)).containsExactly("UserTask_VerifyAuthor");
        assertThat(findings.of(parsed()).orElseThrow().check().handle()).isEqualTo(author);
        assertThat(replies.of(parsed())).singleElement().satisfies(reply -> {
            assertThat(reply.text().text()).startsWith("The next one is hot");
            assertThat(reply.isSent()).isFalse();
        });
        bringToSending("Your soup was cold because the stove had failed; it is new since this morning.");
        driver.complete(
                "communitymanager",
                reference,
                "UserTask_SendReply",
                Map.of("decision", "SENT", "sha256", last().sha256(), "link", "https://network.example/1#reply"));
        driver.complete("communitymanager", reference, "UserTask_SettleComment", Map.of("outcome", "CALM"));
        assertThat(driver.crisisCase(reference).isOpen()).isFalse();
        assertThat(driver.acts(reference))
                .containsSubsequence(
                        "reply.agreed",
                        "severity.raised",
                        "reply.withdrawn",
                        "severity.lowered",
                        "reply.sent",
                        "case.closed");
    }

    @Test
    void shouldAnswerSomebodyOfACrisisBesideEverythingElse() {
        // given
        driver.assess(reference, "CUSTOMER_COMPLAINT");
        changeSeverity(Severity.S2, "Two hundred people say the same.");
        List<String> before = driver.openTasks(reference);

        // when
        wantReply("communitymanager");

        // then
        assertThat(driver.openTasks(reference)).containsAll(before).contains("UserTask_VerifyAuthor");
        assertThatThrownBy(() -> wantReply("crisislead")).hasMessageContaining("is being worked on already");
        bringToSending("Your soup was cold because the stove had failed; it is new since this morning.");
        driver.complete(
                "communitymanager",
                reference,
                "UserTask_SendReply",
                Map.of("decision", "SENT", "sha256", last().sha256(), "link", "https://network.example/1#reply"));
        driver.complete("communitymanager", reference, "UserTask_SettleComment", Map.of("outcome", "CALM"));
        assertThat(driver.openTasks(reference)).containsExactlyInAnyOrderElementsOf(before);
        assertThat(driver.crisisCase(reference).isOpen()).isTrue();
    }

    @Test
    void shouldStayACrisisWhenSomethingIsPublicAlready() {
        // given
        driver.assess(reference, "CUSTOMER_COMPLAINT");
        bringToSending("The next one is hot: the kitchen has a new stove.");
        driver.complete(
                "communitymanager",
                reference,
                "UserTask_SendReply",
                Map.of("decision", "SENT", "sha256", last().sha256(), "link", "https://network.example/1#reply"));
        changeSeverity(Severity.S2, "Two hundred people say the same.");

        // when
        changeSeverity(Severity.S4, "It calms down.");

        // then
        assertThat(driver.openTasks(reference)).contains("UserTask_NameLead").doesNotContain("UserTask_VerifyAuthor");
    }

    @Test
    void shouldAskForNoReplyForThoseWhoSpeakToNobody() {
        // given
        driver.assess(reference, "CUSTOMER_COMPLAINT");

        // when, then
        assertThatThrownBy(() -> wantReply("areaowner")).hasMessageContaining("asked for by community managers");
    }

    private void changeSeverity(Severity severity, String reason) {
        driver.as("crisislead", () -> {
            transaction.executeWithoutResult(
                    status -> acts.changeSeverity(parsed(), severity, reason, staff.person("crisislead")));
            return null;
        });
        driver.runDueJobs(reference);
    }

    private void wantReply(String user) {
        transaction.executeWithoutResult(
                status -> acts.wantReply(parsed(), "The first who told us.", staff.person(user)));
    }

    private void bringToSending(String text) {
        Map<String, Object> seen = new HashMap<>(Map.of("handle", author, "place", "network.example"));
        seen.put("orderMatched", false);
        List.of("youngAccount", "nearDuplicates", "sharedLinkBurst", "noOtherTopics", "synchronousActivity")
                .forEach(signal -> seen.put(signal, "UNKNOWN"));
        driver.complete("communitymanager", reference, "UserTask_VerifyAuthor", seen);
        driver.complete("communitymanager", reference, "UserTask_PlanReply", Map.of("need", "ANSWER"));
        driver.complete("communitymanager", reference, "UserTask_WriteReply", Map.of("way", "THREAD", "text", text));
        driver.complete(
                "spokesperson",
                reference,
                "UserTask_AgreeToReply",
                Map.of("decision", "AGREE", "sha256", last().sha256()));
        clock.advance(Duration.ofMinutes(30));
        driver.runDueJobs(reference);
    }

    private Reply last() {
        List<Reply> all = replies.of(parsed());
        return all.get(all.size() - 1);
    }

    private CaseReference parsed() {
        return CaseReference.parse(reference);
    }
}
