package io.firebreak.mention;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.firebreak.access.Actor;
import io.firebreak.crisis.CaseMerged;
import io.firebreak.crisis.CaseReference;
import io.firebreak.ledger.LedgerEntry;
import io.firebreak.support.CaseDriver;
import io.firebreak.support.FirebreakTest;
import io.firebreak.support.TestClock;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** How mentions find their case, and how people move them. */
@FirebreakTest
class MentionsTest {

    @LocalServerPort
    private int port;

    @Autowired
    private TestClock clock;

    @Autowired
    private CaseDriver driver;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private ApplicationEventPublisher events;

    private MentionCalls calls;

    @BeforeEach
    void open() {
        calls = new MentionCalls(port, clock.instant());
    }

    @Test
    void shouldJoinByTheThreadOfAMentionOfTheCase() {
        // given
        String reference = calls.report("Broken bottles", null);
        calls.setTerms("crisislead", reference, "bottle");
        Map<String, Object> root = calls.mention("Look at this bottle");
        calls.deliver(root);

        // when
        Map<String, Object> answer = calls.with(calls.mention("Mine too"), "threadId", root.get("externalId"));
        Map<String, Object> otherSource =
                calls.with(calls.mention("Elsewhere"), "threadId", root.get("externalId"), "source", "bluesky");
        calls.deliver(answer, otherSource);

        // then
        assertThat(calls.texts(reference)).containsExactlyInAnyOrder("Look at this bottle", "Mine too");
        assertThat(calls.find(answer).path("joinedBy").asText()).isEqualTo("THREAD");
        assertThat(calls.waiting()).isEqualTo(1);
    }

    @Test
    void shouldJoinThePostToWhichTheReportLinksAndItsAnswers() {
        // given
        String reference = calls.report("Broken bottles", "https://social.example/post/1");

        // when
        calls.deliver(
                calls.with(calls.mention("The post"), "url", "https://social.example/post/1"),
                calls.with(calls.mention("An answer"), "threadId", "https://social.example/post/1"),
                calls.with(calls.mention("Another"), "url", "https://social.example/post/2"));

        // then
        assertThat(calls.texts(reference)).containsExactlyInAnyOrder("The post", "An answer");
    }

    @Test
    void shouldJoinByWholeWordsInAnyCaseAndScript() {
        // given
        String reference = calls.report("Broken bottles", null);
        calls.setTerms("crisislead", reference, "Flasche", "zażółć gęślą", "#Boycott", "火事", "C&A");

        // when
        calls.deliver(
                calls.mention("die FLASCHE!"),
                calls.mention("ZAŻÓŁĆ   GĘŚLĄ jaźń"),
                calls.mention("Zaz\u0307o\u0301\u0142c\u0301 ge\u0328s\u0301la\u0328"),
                calls.mention("now #boycott them"),
                calls.mention("今日は火事です"),
                calls.mention("Ｆｌａｓｃｈｅ"),
                calls.mention("die Fla\u00ADsche\u200B"),
                calls.mention("at C&A, again"));
        calls.deliver(
                calls.mention("Flaschenpost"),
                calls.mention("Trinkflasche"),
                calls.mention("#boycotters"),
                calls.mention("abc&ab"),
                calls.mention("gęślą zażółć"));

        // then
        assertThat(calls.texts(reference)).hasSize(8);
        assertThat(calls.waiting()).isEqualTo(5);
    }

    @Test
    void shouldJoinNoCaseOfAnotherBrandAndNoClosedOne() {
        // given
        MentionCalls other = new MentionCalls(port, clock.instant());
        String theirs = other.report("Theirs", calls.link());
        other.setTerms("crisislead", theirs, "bottle");
        String closed = calls.report("Closed", null);
        calls.setTerms("crisislead", closed, "bottle");
        jdbc.sql("UPDATE firebreak.crisis_case SET phase = 'CLOSED', outcome = 'FALSE_ALARM' WHERE reference = ?")
                .param(closed)
                .update();

        // when
        calls.deliver(calls.mention("My bottle"), calls.with(calls.mention("Link"), "threadId", calls.link()));

        // then
        assertThat(calls.waiting()).isEqualTo(2);
    }

    @Test
    void shouldTakeWaitingMentionsInWhenATermIsSet() {
        // given
        calls.deliver(calls.mention("My bottle broke"), calls.mention("Nothing"));
        String reference = calls.report("Broken bottles", null);

        // when
        HttpResponse<String> answer = calls.setTerms("crisislead", reference, " Bottle ", "bottle", "glass");
        calls.setTerms("crisislead", reference, "glass", "BOTTLE");

        // then
        assertThat(MentionCalls.tree(answer.body()))
                .isEqualTo(MentionCalls.tree("{\"terms\": [\"Bottle\", \"glass\"]}"));
        assertThat(calls.texts(reference)).containsExactly("My bottle broke");
        assertThat(calls.get("/api/cases/" + reference + "/search-terms").path("terms"))
                .hasSize(2);
        assertThat(sentences(reference))
                .contains("Mentions with one of these join this case: Bottle, glass.")
                .contains("One mention joined the case and is kept as evidence: 1 by a search term.");
    }

    @Test
    void shouldRefuseUnusableTerms() {
        // given
        String reference = calls.report("Broken bottles", null);

        // then
        assertThat(calls.setTerms("crisislead", reference, "a").body()).contains("needs 2 characters");
        assertThat(calls.setTerms("crisislead", reference, "!!").body()).contains("a letter or digit among them");
        assertThat(calls.setTerms("crisislead", reference, "a\u0000b").body()).contains("U+0000");
        assertThat(calls.setTerms("crisislead", reference, "x".repeat(101)).body())
                .contains("at most 100");
        assertThat(calls.setTerms("crisislead", reference, new String[51]).statusCode())
                .isEqualTo(422);
        assertThat(calls.setTerms("crisislead", "CR-1999-0001", "ab").statusCode())
                .isEqualTo(404);
        assertThat(calls.setTerms("designer", reference, "ab").statusCode()).isEqualTo(403);
        assertThat(calls.setTerms("admin", reference, "ab").statusCode()).isEqualTo(403);
        assertThat(calls.get("/api/cases/" + reference + "/search-terms").path("terms"))
                .isEmpty();
    }

    @Test
    void shouldMoveAMentionWithItsEvidenceAndTellBothCases() {
        // given
        Map<String, Object> mention = calls.mention("Belongs elsewhere");
        Map<String, Object> answer = calls.with(calls.mention("Right"), "threadId", mention.get("externalId"));
        calls.deliver(mention, answer);
        String first = calls.report("First", null);
        String second = calls.report("Second", null);

        // when
        HttpResponse<String> moved = calls.move("crisislead", calls.find(mention), first);
        HttpResponse<String> again = calls.move("crisislead", calls.find(mention), first);
        HttpResponse<String> onwards = calls.move("crisislead2", calls.find(mention), second);

        // then
        assertThat(List.of(moved, again, onwards))
                .allSatisfy(one -> assertThat(one.statusCode()).isEqualTo(200));
        assertThat(again.body()).isEqualTo(moved.body());
        assertThat(calls.texts(first)).containsExactly("Right");
        assertThat(calls.texts(second)).containsExactly("Belongs elsewhere");
        assertThat(evidence(first)).containsExactly("Right");
        assertThat(evidence(second)).containsExactly("Belongs elsewhere");
        assertThat(sentences(first))
                .containsSubsequence(
                        "A mention came from the list of unassigned mentions; one waiting mention of its thread followed.",
                        "A mention went to " + second + ".");
        assertThat(sentences(second)).contains("A mention came from " + first + ".");
        assertThat(driver.acts(first).stream().filter("mention.moved"::equals)).hasSize(1);
        assertThat(calls.waiting()).isZero();
    }

    @Test
    void shouldLetWhatComesLaterFollowTheMention() {
        // given
        Map<String, Object> mention = calls.mention("Belongs elsewhere");
        calls.deliver(mention);
        String first = calls.report("First", null);
        String second = calls.report("Second", null);
        calls.move("crisislead", calls.find(mention), first);
        clock.advance(Duration.ofSeconds(1));
        calls.move("crisislead", calls.find(mention), second);

        // when
        calls.deliver(calls.with(calls.mention("Later"), "threadId", mention.get("externalId")));

        // then
        assertThat(calls.texts(second)).containsExactlyInAnyOrder("Belongs elsewhere", "Later");
    }

    @Test
    void shouldRefuseToMoveWhatOrWhereItCannot() {
        // given
        Map<String, Object> mention = calls.mention("Stays");
        calls.deliver(mention);
        JsonNode kept = calls.find(mention);
        String closed = calls.report("Closed", null);
        jdbc.sql("UPDATE firebreak.crisis_case SET phase = 'CLOSED', outcome = 'FALSE_ALARM' WHERE reference = ?")
                .param(closed)
                .update();

        // then
        assertThat(calls.move("crisislead", kept, closed).body()).contains("is closed");
        assertThat(calls.move("crisislead", kept, "CR-1999-0001").statusCode()).isEqualTo(404);
        assertThat(calls.move("crisislead", kept, "nonsense").statusCode()).isEqualTo(404);
        assertThat(calls.move("admin", kept, closed).statusCode()).isEqualTo(403);
        assertThat(calls.web()
                        .post("crisislead", "/api/mentions/" + kept.path("id").asText() + "/move", "{}")
                        .body())
                .contains("The case is missing");
        assertThat(calls.web()
                        .post("crisislead", "/api/mentions/nonsense/move", "{\"to\": \"CR-2026-0001\"}")
                        .statusCode())
                .isEqualTo(404);
        assertThat(calls.waiting()).isEqualTo(1);
    }

    @Test
    void shouldMoveMentionsEvidenceAndTermsWithAMergedCase() {
        // given
        String from = calls.report("Twin", calls.link());
        String into = calls.report("The real one", null);
        calls.setTerms("crisislead", from, "bottle", "glass");
        calls.setTerms("crisislead", into, "glass");
        Map<String, Object> mention = calls.mention("My bottle");
        calls.deliver(mention);

        // when
        merge(from, into);
        calls.deliver(
                calls.mention("Another bottle"),
                calls.with(calls.mention("An answer"), "threadId", mention.get("externalId")),
                calls.with(calls.mention("The post"), "url", calls.link()));

        // then
        assertThat(calls.texts(from)).isEmpty();
        assertThat(calls.texts(into)).containsExactlyInAnyOrder("My bottle", "Another bottle", "An answer", "The post");
        assertThat(evidence(into)).hasSize(4);
        assertThat(calls.get("/api/cases/" + into + "/search-terms").path("terms"))
                .hasSize(2);
        assertThat(sentences(into))
                .contains(
                        "One mention and 2 search terms came from " + from + ".",
                        "The evidence of " + from + " is filed here: 1 pieces.");
    }

    @Test
    void shouldListNewestFirstInPages() {
        // given
        for (int minutes : List.of(2, 1, 3)) {
            calls.deliver(calls.before(calls.mention(minutes + " minutes ago"), Duration.ofMinutes(minutes)));
        }
        String path =
                "/api/mentions?unassigned=true&size=2&brand=" + calls.brand().replace(" ", "%20");

        // when
        JsonNode first = calls.get(path);
        JsonNode second = calls.get(path + "&page=1");

        // then
        assertThat(first.path("mentions").findValuesAsText("text")).containsExactly("1 minutes ago", "2 minutes ago");
        assertThat(second.path("mentions").findValuesAsText("text")).containsExactly("3 minutes ago");
        assertThat(first.path("total").asInt()).isEqualTo(3);
    }

    private void merge(String from, String into) {
        jdbc.sql("UPDATE firebreak.crisis_case SET phase = 'CLOSED', outcome = 'MERGED', merged_into = ?"
                        + " WHERE reference = ?")
                .params(into, from)
                .update();
        transaction.executeWithoutResult(status -> events.publishEvent(
                new CaseMerged(CaseReference.parse(from), CaseReference.parse(into), new Actor("crisislead"))));
    }

    private List<String> evidence(String reference) {
        return calls.get("/api/cases/" + reference + "/evidence")
                .path("evidence")
                .findValuesAsText("text");
    }

    private List<String> sentences(String reference) {
        return driver.ledger(reference).stream().map(LedgerEntry::sentence).toList();
    }
}
