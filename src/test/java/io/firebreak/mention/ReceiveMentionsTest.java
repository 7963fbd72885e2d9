package io.firebreak.mention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import io.firebreak.ledger.LedgerEntry;
import io.firebreak.support.CaseDriver;
import io.firebreak.support.FirebreakTest;
import io.firebreak.support.TestClock;
import io.firebreak.support.WebappSession;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Posts that somebody brings along with the start form: first looked at, then taken in as those of tools are. */
@FirebreakTest
class ReceiveMentionsTest {

    @LocalServerPort
    private int port;

    @Autowired
    private TestClock clock;

    @Autowired
    private CaseDriver driver;

    @Autowired
    private RepositoryService repositoryService;

    @Autowired
    private HistoryService historyService;

    @Autowired
    private JdbcClient jdbc;

    private MentionCalls calls;
    private WebappSession session;

    @BeforeEach
    void signIn() {
        calls = new MentionCalls(port, clock.instant());
        session = WebappSession.signIn(port, "communitymanager", "tasklist");
    }

    @Test
    void shouldSayWhatWouldBeDoneAndKeepNothing() {
        // given
        String link = calls.link();
        String reference = calls.report("Broken bottles", link + "/case");
        String table =
                """
                link,author,text,brand,date
                %1$s/case,@anna,It broke,%2$s,
                %1$s/1,@bruno,Mine is fine,%2$s,2026-13-45
                %1$s/2,@carla,,%2$s,
                %1$s/3,@dora,Mine broke too,%2$s,
                %1$s/3,@dora,Mine broke too,%2$s,
                """
                        .formatted(link, calls.brand());

        // when
        JsonNode check = check("CSV", table);

        // then
        assertThat(check.path("received").asInt()).isEqualTo(5);
        assertThat(check.path("fresh").asInt()).isEqualTo(2);
        assertThat(check.path("repeated").asInt()).isEqualTo(1);
        assertThat(check.path("refused").asInt()).isEqualTo(2);
        assertThat(check.path("cases"))
                .isEqualTo(MentionCalls.tree(
                        "[{\"reference\": \"%s\", \"fresh\": 1, \"known\": 0}]".formatted(reference)));
        assertThat(check.path("broken").findValuesAsText("line")).containsExactly("3", "4");
        assertThat(check.path("broken").findValuesAsText("sentence"))
                .anyMatch(sentence -> sentence.contains("The moment of publication"))
                .anyMatch(sentence -> sentence.contains("The text"));
        assertThat(calls.waiting()).isZero();
    }

    @Test
    void shouldTakeInWhatIsRightAndTellWhereItIs() {
        // given
        String link = calls.link();
        String reference = calls.report("Broken bottles", link + "/case");
        String table =
                """
                brand;text;link;author;followers;date
                %2$s;It broke;%1$s/case;@anna;120;2026-01-02 18:30
                %2$s;<b>${7*7}</b> waits;%1$s/2;@bruno;;
                %2$s;;%1$s/3;@nobody;;
                """
                        .formatted(link, calls.brand());

        // when
        HttpResponse<String> answer = hand("CSV", table);

        // then
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(calls.texts(reference)).containsExactly("It broke");
        assertThat(calls.waiting()).isEqualTo(1);
        JsonNode kept = calls.find(Map.of("externalId", link + "/2"));
        assertThat(kept.path("text").asText()).isEqualTo("<b>${7*7}</b> waits");
        assertThat(kept.path("source").asText()).isEqualTo("social.example");
        assertThat(driver.ledger(reference))
                .extracting(LedgerEntry::type, LedgerEntry::actor)
                .contains(tuple("mention.joined", "communitymanager"));

        // when the form asks again
        JsonNode check = check("CSV", table);

        // then
        assertThat(check.path("fresh").asInt()).isZero();
        assertThat(check.path("known").asInt()).isEqualTo(2);
        assertThat(check.path("waiting").asInt()).isEqualTo(1);
        assertThat(check.at("/cases/0/known").asInt()).isEqualTo(1);

        // and nothing of the posts is left in the process
        assertThat(historyService
                        .createHistoricVariableInstanceQuery()
                        .processInstanceId(
                                MentionCalls.tree(answer.body()).path("id").asText())
                        .count())
                .isZero();
    }

    @Test
    void shouldSayWhenNothingIsNew() {
        // given
        String post = "%s/1 @anna It broke".formatted(calls.link());
        hand("PASTED", post);

        // when
        HttpResponse<String> again = hand("PASTED", post);

        // then
        assertThat(again.statusCode()).isEqualTo(400);
        assertThat(again.body()).contains("All of these posts were taken in before.");
    }

    @Test
    void shouldSayWhenNothingCanBeRead() {
        assertThat(hand("PASTED", "https://social.example/" + UUID.randomUUID()).body())
                .contains("None of the posts can be taken in. Line 1: ");
        assertThat(hand("PASTED", " ").body()).contains("There is no post yet");
        assertThat(hand("CSV", "text\n").body()).contains("There is no post below the first line");
        assertThat(hand("SPOKEN", "It broke").body()).contains("The form is missing or unknown");
        assertThat(hand("PASTED", "x".repeat(6_000_001)).body()).contains("at most 6,000,000 are taken at a time");
    }

    @Test
    void shouldLetOnlyStaffIn() {
        // given
        WebappSession designer = WebappSession.signIn(port, "designer", "cockpit");

        // when
        HttpResponse<String> check = designer.post(checkPath(), body("PASTED", "It broke"));
        HttpResponse<String> start = calls.web()
                .post(
                        "designer",
                        "/engine-rest/process-definition/key/ReceiveMentions/start",
                        variables("PASTED", "It broke"));

        // then
        assertThat(check.statusCode()).isEqualTo(403);
        assertThat(start.statusCode()).isEqualTo(403);
        assertThat(calls.web()
                        .post(null, "/camunda" + checkPath(), body("PASTED", "It broke"))
                        .statusCode())
                .isIn(401, 403);
    }

    @Test
    void shouldTakeTheSameRulesByEveryWay() {
        // when
        HttpResponse<String> answer = calls.web()
                .post(
                        "communitymanager",
                        "/engine-rest/process-definition/key/ReceiveMentions/start",
                        "{\"businessKey\": \"CR-2026-0001\", "
                                + variables("PASTED", "It broke").substring(1));

        // then
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("please leave the business key empty");
    }

    @Test
    void shouldTakeInTenThousandAtOnce() {
        // given
        String table = IntStream.range(0, 10_000)
                .mapToObj(index -> "%s/%d,@author%d,\"Post number %d, which says nothing of interest\",%s"
                        .formatted(calls.link(), index, index % 700, index, calls.brand()))
                .collect(Collectors.joining("\n", "link,author,text,brand\n", ""));

        // then
        assertThat(check("CSV", table).path("fresh").asInt()).isEqualTo(10_000);
        HttpResponse<String> answer = hand("CSV", table);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(jdbc.sql("SELECT count(*) FROM firebreak.mention WHERE brand = ?")
                        .param(calls.brand())
                        .query(Integer.class)
                        .single())
                .isEqualTo(10_000);
    }

    private JsonNode check(String form, String posts) {
        HttpResponse<String> answer = session.post(checkPath(), body(form, posts));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return MentionCalls.tree(answer.body());
    }

    private static String checkPath() {
        return "/api/tasklist/plugin/firebreak/default/start/mentions/check";
    }

    private static String body(String form, String posts) {
        return MentionCalls.json(Map.of("form", form, "posts", posts));
    }

    /** As Tasklist hands a start form in. */
    private HttpResponse<String> hand(String form, String posts) {
        String definition = repositoryService
                .createProcessDefinitionQuery()
                .processDefinitionKey("ReceiveMentions")
                .latestVersion()
                .singleResult()
                .getId();
        return session.post(
                "/api/engine/engine/default/process-definition/%s/submit-form".formatted(definition),
                variables(form, posts));
    }

    private static String variables(String form, String posts) {
        Map<String, Object> variables = new HashMap<>();
        List.of(Map.entry("form", form), Map.entry("posts", posts))
                .forEach(entry -> variables.put(entry.getKey(), Map.of("value", entry.getValue(), "type", "String")));
        return MentionCalls.json(Map.of("variables", variables));
    }
}
