package io.firebreak.webapp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.firebreak.access.Actor;
import io.firebreak.publishing.PublishingTest;
import io.firebreak.publishing.ScriptedChannels;
import io.firebreak.statement.Approvals;
import io.firebreak.statement.Ballot;
import io.firebreak.statement.StatementKind;
import io.firebreak.statement.StatementText;
import io.firebreak.statement.StatementVersion;
import io.firebreak.statement.Statements;
import io.firebreak.support.CaseDriver;
import io.firebreak.support.TestClock;
import io.firebreak.support.WebappSession;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionTemplate;

/** How a text looks on each channel, while somebody writes it and as it waits for approval. */
@PublishingTest
class LiveFormsTest {

    private static final String WRITE = "UserTask_WriteStatement";
    private static final String HOLD = "UserTask_WriteHoldingStatement";
    private static final String TRANSLATE = "UserTask_TranslateStatement";
    private static final String APPROVE = "UserTask_ApproveStatement";
    private static final String POST = "https://social.example/1";

    @LocalServerPort
    private int port;

    @Autowired
    private CaseDriver driver;

    @Autowired
    private ScriptedChannels channels;

    @Autowired
    private Statements statements;

    @Autowired
    private Approvals approvals;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private TestClock clock;

    @Autowired
    private ObjectMapper json;

    @BeforeEach
    void resetChannels() {
        channels.reset();
    }

    @Test
    void shouldShowEachChannelInTheOrderInWhichTheTextGoesOut() {
        // given
        String reference = writing();

        // when
        JsonNode forms = live(reference, WRITE, text("The price is 9 euros."));

        // then
        assertThat(values(forms, "channel"))
                .startsWith("intranet")
                .endsWith("fan-club")
                .contains("network", "press-list", "shop-notice");
        assertThat(values(forms, "audience"))
                .startsWith("STAFF")
                .contains("PUBLIC")
                .endsWith("ALLIES");
        assertThat(form(forms, "shop-notice").path("byHand").asBoolean()).isTrue();
        assertThat(form(forms, "network").path("byHand").asBoolean()).isFalse();
    }

    @Test
    void shouldCountEachPostOfAThreadAsItsChannelDoes() {
        // given
        channels.channel("network").takeAtMost(20);
        String reference = writing();

        // when
        JsonNode forms = live(reference, WRITE, text("One two three four. Five six seven eight."));

        // then
        JsonNode parts = form(forms, "network").path("parts");
        assertThat(values(parts, "text")).first().asString().endsWith("(1/%d)".formatted(parts.size()));
        assertThat(parts).hasSizeGreaterThan(1).allSatisfy(part -> {
            assertThat(part.at("/count/used").asInt())
                    .isEqualTo(part.path("text").asText().length());
            assertThat(part.at("/count/most").asInt()).isEqualTo(20);
            assertThat(part.at("/count/unit").asText()).isEqualTo("CHARACTERS");
        });
        assertThat(form(forms, "intranet").at("/parts/0/count/most").isNull()).isTrue();
    }

    @Test
    void shouldSayWhyATextCannotGoOutSomewhereAndShowTheOthers() {
        // given
        channels.channel("network").takeAtMost(12);
        String reference = writing();

        // when
        JsonNode forms = live(reference, WRITE, text("Donaudampfschifffahrtsgesellschaft https://brand.example/long"));

        // then
        assertThat(form(forms, "network").path("problems").path(0).asText()).contains("alone is too long");
        assertThat(form(forms, "network").path("parts")).isEmpty();
        assertThat(form(forms, "intranet").path("problems")).isEmpty();
        assertThat(form(forms, "intranet").path("parts")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The price is 9 euros.",
                "One\n\ntwo\r\n\r\nthree\n---\nfour  \n",
                "<img src=x onerror=alert(1)> {{constructor.constructor('alert(1)')()}} ${7*7} #{7*7}",
                "مرحبا 👨‍👩‍👧‍👦 \u202Etxt\u202C Zażółć gęślą jaźń",
                "  See https://brand.example/a?b=c&d=%20#e, @anna and #sorry."
            })
    void shouldShowWhatIsKeptWhenTheTextIsHandedIn(String body) {
        // given
        channels.channel("network").takeAtMost(60);
        String reference = driver.reportedOwnSlip("A typo", POST);

        // when
        JsonNode before = live(reference, WRITE, text(body));
        driver.complete("spokesperson", reference, WRITE, text(body));

        // then
        assertThat(inShort(before)).isEqualTo(inShort(driver.latestVersion(reference)));
        JsonNode kept = get("legal", reference, APPROVE, "/forms");
        assertThat(kept).as("what an approver sees is what its author saw").isEqualTo(before);
        assertThat(kept.toString()).as("the post that is put right").contains(POST);
    }

    @Test
    void shouldShowWhatIsKeptOfAHoldingStatement() {
        // given
        String reference = driver.reportedDanger("Glass in the yoghurt");
        driver.startAlone(reference, "HoldingStatement", Map.of());
        Map<String, Object> typed = Map.of(
                "purpose", "HOLDING",
                "language", "en",
                "title", "Glass",
                "knownFacts", "  Some glasses broke. ",
                "beingChecked", "We check which.",
                "nextWordAt", clock.instant().plus(Duration.ofHours(2)).toString());

        // when
        JsonNode before = live(reference, HOLD, typed);
        driver.complete("spokesperson", reference, HOLD, without(typed, "purpose"));

        // then
        assertThat(inShort(before)).isEqualTo(inShort(driver.latestVersion(reference, StatementKind.HOLDING)));
        assertThat(get("legal", reference, APPROVE, "/forms")).isEqualTo(before);
    }

    @Test
    void shouldShowWhatIsKeptOfATranslation() {
        // given
        String reference = driver.reportedOwnSlip("A typo", POST);
        transaction.executeWithoutResult(status -> {
            StatementVersion version = statements.write(
                    reference,
                    new StatementText("en", "The price", "It is 9 euros.", false, null),
                    new Actor("communitymanager"));
            approvals.agree(reference, null, Ballot.of(version.sha256(), null), new Actor("legal2"));
        });
        driver.startAlone(reference, "TranslateStatement", Map.of("language", "pl"));
        Map<String, Object> typed = Map.of("purpose", "TRANSLATION", "title", "Cena", "body", "9 euro.");

        // when
        JsonNode before = live(reference, TRANSLATE, typed);
        driver.complete("spokesperson", reference, TRANSLATE, without(typed, "purpose"));

        // then
        assertThat(inShort(before)).isEqualTo(inShort(driver.latestVersion(reference, StatementKind.TRANSLATION)));
        assertThat(get("legal", reference, APPROVE, "/forms")).isEqualTo(before);
    }

    @Test
    void shouldShowWhatIsThereOfATextThatIsBegun() {
        // given
        String reference = writing();

        // when
        JsonNode forms = live(reference, WRITE, Map.of("language", "en", "body", "It is"));

        // then
        assertThat(form(forms, "network").at("/parts/0/text").asText()).isEqualTo("It is");
    }

    @Test
    void shouldNameTheLinksOfAForm() {
        // given
        String reference = writing();

        // when
        JsonNode part = form(live(reference, WRITE, text("See https://brand.example/x.")), "network")
                .path("parts")
                .path(0);

        // then
        JsonNode link = part.path("links").path(0);
        assertThat(part.path("text")
                        .asText()
                        .substring(link.path("from").asInt(), link.path("to").asInt()))
                .isEqualTo("https://brand.example/x");
    }

    @Test
    void shouldSayWhatIsWrongWithPicturesBeforeTheyAreHandedIn() {
        // given
        String reference = writing();
        Map<String, Object> picture = Map.of("name", "kettle.png", "altText", "", "type", "image/png", "size", 999);

        // when
        JsonNode forms = live(reference, WRITE, with(text("Look."), "pictures", List.of(picture)));

        // then
        assertThat(form(forms, "newsroom").at("/parts/0/pictures/0").asInt(-1)).isZero();
        assertThat(form(forms, "network").at("/parts/0/pictures")).isEmpty();
        assertRefused(
                reference,
                with(text("Look."), "pictures", List.of(picture, picture, picture, picture, picture)),
                "There are more pictures than are taken (4).");
        assertRefused(
                reference,
                with(text("Look."), "pictures", List.of(with(picture, "altText", "x".repeat(1_001)))),
                "The description of what the picture shows is too long");
        assertRefused(
                reference,
                with(text("Look."), "pictures", List.of(with(picture, "size", 2_000_001))),
                "A picture may have at most 2,000,000 bytes");
        assertRefused(reference, with(text("Look."), "pictures", List.of("kettle")), "Each picture needs name");
    }

    @Test
    void shouldSayWhatIsWrongWithATextThatNobodyCouldHandIn() {
        // given
        String reference = writing();

        // when, then
        assertRefused(reference, text("x".repeat(20_001)), "The text is too long: 20,001 characters");
        assertRefused(reference, with(text("It."), "title", "x".repeat(201)), "The title is too long");
        assertRefused(reference, with(text("It."), "title", "a\u0000b"), "a character that is no text");
        assertRefused(reference, with(text("It."), "language", "xx"), "The language is missing or unknown");
        assertRefused(reference, with(text("It."), "body", 7), "The value \"body\" must be a text.");
        assertRefused(reference, Map.of("purpose", "EXPLANATION", "explanation", "Gone."), "goes to one place alone");
        assertRefused(reference, Map.of("purpose", "REPLY", "text", "x".repeat(10_001)), "The reply is too long");
    }

    @Test
    void shouldKeepNothing() {
        // given
        String reference = writing();
        List<String> acts = driver.acts(reference);

        // when
        live(reference, WRITE, text("The price is 9 euros."));

        // then
        assertThat(driver.acts(reference)).isEqualTo(acts);
        assertThat(statements.versionsOf(reference)).isEmpty();
    }

    @Test
    void shouldShowNothingToWhoMayNotSeeTheTask() {
        // given
        String reference = writing();
        String task = driver.task(reference, WRITE).getId();
        WebappSession stranger = WebappSession.signIn(port, "areaowner", "tasklist");

        // when, then
        assertThat(stranger.post(address(task, "/forms"), written(text("It."))).statusCode())
                .isEqualTo(404);
        assertThat(stranger.get(address(task, "/forms")).statusCode()).isEqualTo(404);
        assertThat(stranger.post(address("no-such-task", "/forms"), written(text("It.")))
                        .statusCode())
                .isEqualTo(404);
    }

    private String writing() {
        return driver.reportedOwnSlip("A typo");
    }

    private static Map<String, Object> text(String body) {
        return Map.of("language", "en", "title", "The price", "body", body);
    }

    private static Map<String, Object> with(Map<String, Object> values, String name, Object value) {
        Map<String, Object> all = new HashMap<>(values);
        all.put(name, value);
        return all;
    }

    private static Map<String, Object> without(Map<String, Object> values, String name) {
        Map<String, Object> all = new HashMap<>(values);
        all.remove(name);
        return all;
    }

    private void assertRefused(String reference, Map<String, Object> typed, String sentence) {
        HttpResponse<String> answer = post(reference, WRITE, typed);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
        assertThat(read(answer).path("message").asText()).contains(sentence);
    }

    private JsonNode live(String reference, String task, Map<String, Object> typed) {
        HttpResponse<String> answer = post(reference, task, typed);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return read(answer);
    }

    private HttpResponse<String> post(String reference, String task, Map<String, Object> typed) {
        return WebappSession.signIn(port, "spokesperson", "tasklist")
                .post(address(driver.task(reference, task).getId(), "/forms"), written(typed));
    }

    private JsonNode get(String person, String reference, String task, String path) {
        return read(WebappSession.signIn(port, person, "tasklist")
                .get(address(driver.task(reference, task).getId(), path)));
    }

    private static String address(String task, String path) {
        return "/api/tasklist/plugin/firebreak/default/tasks/" + task + path;
    }

    private String written(Map<String, Object> typed) {
        try {
            return json.writeValueAsString(typed);
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

    private static JsonNode form(JsonNode forms, String channel) {
        return StreamSupport.stream(forms.spliterator(), false)
                .filter(form -> form.path("channel").asText().equals(channel))
                .findFirst()
                .orElseThrow(() -> new AssertionError(forms.toString()));
    }

    private static List<String> values(JsonNode nodes, String field) {
        return StreamSupport.stream(nodes.spliterator(), false)
                .map(node -> node.path(field).asText())
                .toList();
    }

    private static List<String> inShort(JsonNode forms) {
        List<String> all = new ArrayList<>();
        forms.forEach(form -> form.path("parts")
                .forEach(part -> all.add(form.path("channel").asText() + part.path("pictures") + " "
                        + part.path("text").asText())));
        return all;
    }

    private static List<String> inShort(StatementVersion version) {
        return version.renderings().stream()
                .map(rendering -> rendering.channel() + rendering.pictures() + " " + rendering.text())
                .toList();
    }
}
