package io.firebreak.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.firebreak.crisis.CaseReference;
import io.firebreak.crisis.Severity;
import io.firebreak.ledger.LedgerEntry;
import io.firebreak.mention.Posts;
import io.firebreak.publishing.PublicationDriver;
import io.firebreak.publishing.PublishingTest;
import io.firebreak.publishing.ScriptedChannels;
import io.firebreak.support.CaseDriver;
import io.firebreak.support.TestClock;
import io.firebreak.support.Web;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The short way to a reply: one form takes a comment in, and its case is on the way. */
@PublishingTest
class AnswerCommentTest {

    private static final String TEXT = "My parcel is late again!";

    @Autowired
    private CaseDriver driver;

    @Autowired
    private PublicationDriver publications;

    @Autowired
    private ScriptedChannels channels;

    @Autowired
    private Posts posts;

    @Autowired
    private RuntimeService runtimeService;

    @Autowired
    private HistoryService historyService;

    @Autowired
    private TestClock clock;

    @LocalServerPort
    private int port;

    private String link;

    @BeforeEach
    void seeAComment() {
        channels.reset();
        link = "https://network.example/" + UUID.randomUUID();
    }

    @AfterEach
    void leaveNothingForTheNextTest() {
        channels.reset();
        publications.forgetEverything();
    }

    @Test
    void shouldOpenACaseThatIsOnItsWayToTheReply() {
        // when
        String reference = start("communitymanager", Map.of());

        // then
        assertThat(driver.openTasks(reference)).containsExactly("UserTask_VerifyAuthor");
        assertThat(driver.crisisCase(reference)).satisfies(opened -> {
            assertThat(opened.severity()).isEqualTo(Severity.S4);
            assertThat(opened.report().title()).isEqualTo("“My parcel is late again!” (@angry, scripted)");
            assertThat(opened.report().description()).isEqualTo(TEXT);
            assertThat(opened.report().sourceUrl()).isEqualTo(link);
            assertThat(opened.coolDownEndsAt()).isAfter(clock.instant());
        });
        assertThat(driver.ledger(reference))
                .extracting(LedgerEntry::type, LedgerEntry::actor)
                .containsSubsequence(
                        tuple("incident.reported", "communitymanager"),
                        tuple("incident.assessed", "communitymanager"),
                        tuple("mention.moved", "communitymanager"));
        assertThat(new Web(port)
                        .get("communitymanager", "/api/cases/" + reference + "/evidence")
                        .body())
                .contains(TEXT, "@angry", link);
        assertThat(driver.instance(reference, "AnswerComment")).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "mastodon, https://social.example/@angry/109876, 109876",
        "wordpress, https://press.example/recall/#comment-7, comment-7",
        "bluesky, https://bsky.app/profile/did:plc:abc/post/3k2a, https://bsky.app/profile/did:plc:abc/post/3k2a"
    })
    void shouldNameThePostAsAChannelFindsIt(String network, String address, String externalId) {
        // given
        String unique = UUID.randomUUID().toString().substring(0, 8);
        String here = address.replace(".example", ".example:8443")
                .replace("recall", unique)
                .replace("abc", unique)
                .replace("109876", Long.toString(System.nanoTime()));

        // when
        String reference = start("communitymanager", Map.of("network", network, "link", here));

        // then
        assertThat(posts.newestOf(CaseReference.parse(reference), "angry")).hasValueSatisfying(post -> {
            assertThat(post.source()).isEqualTo(network);
            assertThat(post.url()).isEqualTo(here);
            assertThat(post.externalId())
                    .isEqualTo(externalId.equals(address) ? here : here.replaceFirst(".*[/#]", ""));
        });
    }

    @Test
    void shouldGoOnAsACrisisWhereTheTableTakesItMoreGravely() {
        // when
        String reference = start("crisislead", Map.of("safetyRisk", true));

        // then
        assertThat(driver.crisisCase(reference).severity()).isEqualTo(Severity.S1);
        assertThat(driver.openTasks(reference)).contains("UserTask_NameLead").doesNotContain("UserTask_AssessIncident");
        // it holds back all else of the brand
        new Web(port)
                .post(
                        "crisislead",
                        "/api/cases/" + reference + "/false-alarm",
                        "{\"reason\": \"The test is over.\"}",
                        "Idempotency-Key",
                        reference);
        assertThat(driver.crisisCase(reference).isOpen()).isFalse();
    }

    @Test
    void shouldBeginTheReplyInACaseThatIsOpen() {
        // given
        String crisis = driver.reportedOffence("A campaign that offends people");

        // when
        String reference = start("spokesperson", Map.of("case", " " + crisis + " "));

        // then
        assertThat(reference).isEqualTo(crisis);
        assertThat(driver.instance(crisis, "ReplyToComment")).isNotNull();
        assertThat(driver.ledger(crisis))
                .filteredOn(entry -> entry.type().equals("reply.wanted"))
                .extracting(LedgerEntry::actor, LedgerEntry::reason)
                .containsExactly(tuple("spokesperson", "@angry wrote on scripted."));
        assertThat(new Web(port)
                        .get("communitymanager", "/api/cases/" + crisis + "/mentions")
                        .body())
                .contains(link);
        assertThatThrownBy(() -> start("spokesperson", Map.of("case", crisis)))
                .hasMessageContaining("is being worked on already");
    }

    @Test
    void shouldRehearseWithACommentThatSomebodyMadeUp() {
        // when
        String reference = start("communitymanager", Map.of("drill", true, "link", ""));

        // then
        assertThat(driver.crisisCase(reference).report().drill()).isTrue();
        assertThat(driver.openTasks(reference)).containsExactly("UserTask_VerifyAuthor");
        assertThatThrownBy(() -> start("communitymanager", Map.of("drill", true)))
                .as("a real post")
                .hasMessageContaining("please leave the link out");
        assertThatThrownBy(() -> start("spokesperson", Map.of("case", reference)))
                .as("a real post in the case of a drill")
                .hasMessageContaining("please leave the link out");
    }

    @Test
    void shouldTakeNoRehearsalIntoACaseThatIsNone() {
        // given
        String crisis = driver.reportedOffence("A campaign that offends people");

        // when / then
        assertThatThrownBy(() -> start("spokesperson", Map.of("case", crisis, "drill", true, "link", "")))
                .hasMessageContaining(crisis + " is no drill: what is answered there goes out.");
        assertThat(driver.instance(crisis, "ReplyToComment")).isNull();
    }

    @Test
    void shouldTakeThePostThatAToolDeliveredBeforeToTheCase() {
        // given
        new Web(port)
                .post(
                        "communitymanager",
                        "/api/mentions",
                        """
                        {"mentions": [{"source": "scripted", "externalId": "%s", "author": {"handle": "@angry", "reach": 7},
                          "publishedAt": "%s", "url": "%s", "text": "As the tool saw it"}]}
                        """
                                .formatted(UUID.randomUUID(), clock.instant(), link));

        // when
        String reference = start("communitymanager", Map.of());

        // then
        assertThat(new Web(port)
                        .get("communitymanager", "/api/cases/" + reference + "/mentions")
                        .body())
                .contains("As the tool saw it", "\"reach\":7", "\"total\":1");
    }

    @Test
    void shouldAnswerAPostInTheCaseToWhichItBelongs() {
        // given
        String first = start("communitymanager", Map.of());

        // when / then
        assertThatThrownBy(() -> start("communitymanager", Map.of()))
                .hasMessageContaining("This post belongs to " + first + " already");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    text       | ''             | The comment is missing
                    author     | ''             | The name of the author's account is missing
                    network    | ''             | The network is missing
                    language   | xx             | The language is missing or unknown
                    link       | javascript:x   | The link is no web address
                    category   | ''             | The kind of trouble is missing
                    category   | OWN_SLIP       | more than one comment; please report it as an incident
                    case       | CR-2001-0001   | There is no case
                    """)
    void shouldSayWhatIsWrongAndLeaveNothingBehind(String field, String value, String sentence) {
        // given
        long before = cases();

        // when / then
        assertThatThrownBy(() -> start("communitymanager", Map.of(field, value)))
                .hasMessageContaining(sentence);
        assertThat(cases()).isEqualTo(before);
    }

    @Test
    void shouldLetThoseAnswerWhoMay() {
        assertThatThrownBy(() -> start("legal", Map.of())).hasMessageContaining("Community managers and crisis leads");
        assertThatThrownBy(() -> start("spokesperson", Map.of()))
                .hasMessageContaining("please report it as an incident");
        String crisis = driver.reportedOffence("A campaign that offends people");
        assertThatThrownBy(() -> start("legal", Map.of("case", crisis)))
                .hasMessageContaining("asked for by community managers, spokespeople and crisis leads");
        assertThatThrownBy(() -> runtimeService.startProcessInstanceByKey("AnswerComment"))
                .hasMessageContaining("handed in by a person");
    }

    private long cases() {
        return historyService
                .createHistoricProcessInstanceQuery()
                .processDefinitionKey("SocialMediaCrisis")
                .count();
    }

    private String start(String user, Map<String, Object> changed) {
        Map<String, Object> values = new HashMap<>(Map.of(
                "network", "scripted",
                "link", link,
                "author", "@angry",
                "text", TEXT,
                "language", "en",
                "category", "CUSTOMER_COMPLAINT",
                "safetyRisk", false));
        values.putAll(changed);
        ProcessInstance begun =
                driver.as(user, () -> runtimeService.startProcessInstanceByKey("AnswerComment", values));
        return historyService
                .createHistoricProcessInstanceQuery()
                .processInstanceId(begun.getId())
                .singleResult()
                .getBusinessKey();
    }
}
