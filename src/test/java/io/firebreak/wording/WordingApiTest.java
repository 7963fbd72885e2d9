package io.firebreak.wording;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.firebreak.support.CaseDriver;
import io.firebreak.support.FirebreakTest;
import io.firebreak.support.Web;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who may have a text checked, and what a case adds to it. */
@FirebreakTest
class WordingApiTest {

    @LocalServerPort
    private int port;

    @Autowired
    private CaseDriver driver;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private ObjectMapper json;

    @Test
    void shouldLetStaffAskAndNobodyElse() throws IOException {
        // given
        Map<String, Object> text = Map.of(
                "purpose", "REPLY", "language", "en", "body", "We are sorry if you were upset.", "apology", true);

        // when, then
        assertThat(check(null, text).statusCode()).isEqualTo(401);
        assertThat(check("designer", text).statusCode()).isEqualTo(403);
        HttpResponse<String> answer = check("communitymanager", text);
        assertThat(answer.statusCode()).isEqualTo(200);
        JsonNode finding = json.readTree(answer.body()).at("/findings/0");
        assertThat(finding.path("rule").asText()).isEqualTo("apology.conditional");
        assertThat(finding.path("level").asText()).isEqualTo("ERROR");
        assertThat(finding.at("/place/from").asInt()).isEqualTo(7);
        assertThat(finding.path("found").asText()).startsWith("sorry if you");
        assertThat(finding.path("remedy").asText()).isNotBlank();
    }

    @Test
    void shouldAddWhatTheCaseKnowsAndChangeNothing() throws IOException {
        // given a case whose posture is to rebuild
        String reference = driver.reportedOwnSlip("A wrong price");
        List<String> before = driver.acts(reference);
        Map<String, Object> text = new HashMap<>(
                Map.of("purpose", "STATEMENT", "language", "en", "title", "Bread", "body", "The price is 9 euros."));

        // when
        List<String> alone = rules(check("legal", text));
        text.put("caseReference", reference);
        List<String> ofCase = rules(check("legal", text));

        // then
        assertThat(alone).isEmpty();
        assertThat(ofCase).contains("part.responsibility", "part.apology", "part.contact");
        assertThat(driver.acts(reference)).isEqualTo(before);
    }

    @Test
    void shouldNotLetThoseBeNamedWhosePostsAreKept() throws IOException {
        // given
        String reference = driver.reportAbout("Tea House " + UUID.randomUUID(), "Poisoned tea");
        keepPostOf(reference, "pia_99", "Pia Holm");
        keepPostOf(reference, "ours", driver.crisisCase(reference).brand());

        // when
        JsonNode findings = json.readTree(check(
                                "legal",
                                Map.of(
                                        "purpose",
                                        "REPLY",
                                        "language",
                                        "en",
                                        "body",
                                        "What Pia Holm and @pia_99 wrote is right. We are the %s."
                                                .formatted(driver.crisisCase(reference)
                                                        .brand()),
                                        "caseReference",
                                        reference))
                        .body())
                .path("findings");

        // then
        assertThat(findings.findValuesAsText("found")).containsExactly("Pia Holm", "@pia_99");
        assertThat(findings.findValuesAsText("level")).containsExactly("ERROR", "ERROR");
    }

    private void keepPostOf(String reference, String handle, String name) {
        jdbc.sql(
                        """
                        INSERT INTO firebreak.evidence
                          (id, case_reference, kind, source, text, author_handle, author_name, published_at, sha256, kept_by, kept_at)
                        VALUES (?, ?, 'POST', 'network.example', 'Poisoned!', ?, ?, now(), repeat('0', 64), 'firebreak', now())
                        """)
                .params(UUID.randomUUID(), reference, handle, name)
                .update();
    }

    @Test
    void shouldSayWhatIsWrongWithTheQuestion() {
        // when
        HttpResponse<String> unknown = check(
                "legal",
                Map.of("purpose", "REPLY", "language", "en", "body", "Well.", "caseReference", "CR-1999-0001"));
        HttpResponse<String> empty = check("legal", Map.of("language", "xx-klingon"));

        // then
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(empty.statusCode()).isEqualTo(422);
        assertThat(empty.body())
                .contains("please give one of STATEMENT, HOLDING, TRANSLATION, REPLY")
                .contains("The language is missing or unknown")
                .contains("The text is missing");
    }

    private List<String> rules(HttpResponse<String> answer) throws IOException {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json.readTree(answer.body()).path("findings").findValuesAsText("rule");
    }

    private HttpResponse<String> check(String user, Map<String, Object> text) {
        try {
            return new Web(port).post(user, "/api/wording/check", json.writeValueAsString(text));
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
