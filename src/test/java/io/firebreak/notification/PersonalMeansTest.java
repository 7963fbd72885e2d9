package io.firebreak.notification;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.firebreak.support.FirebreakTest;
import io.firebreak.support.TestClock;
import io.firebreak.support.Web;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** By which means people are reached, whether they work, and who may see it; mails go to the demo's own server. */
@FirebreakTest
class PersonalMeansTest {

    @LocalServerPort
    private int port;

    @Autowired
    private NoticeDriver driver;

    @Autowired
    private TestClock clock;

    @Autowired
    private JdbcClient jdbc;

    private Web web;

    @BeforeEach
    void connect() {
        web = new Web(port);
        driver.forgetEverything();
    }

    @AfterEach
    void forget() {
        driver.forgetEverything();
    }

    @Test
    void shouldSendATestAndRememberThatItWorked() throws Exception {
        // given
        int mail = positionOfMail("legal");
        JsonNode before = means("legal", "me").get(mail - 1);

        // when
        HttpResponse<String> answer = web.post("legal", "/api/people/me/means/" + mail + "/test", "");
        driver.send();

        // then
        JsonNode after = means("legal", "me").get(mail - 1);
        assertThat(before.has("lastWorkedAt")).isFalse();
        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(after.path("lastWorkedAt").asText())
                .isEqualTo(clock.instant().toString());
        assertThat(after.has("lastFailedAt")).isFalse();
        assertThat(after.path("address").asText()).isEqualTo("l…@demo.invalid");
        assertThat(web.get("legal", "/demo/mails").body()).contains("A test");
        assertThat(ledgerSays("means.tested", "legal has a test sent by e-mail."))
                .isTrue();
    }

    @Test
    void shouldNotBeUsedToFloodSomebody() throws Exception {
        // given
        String path = "/api/people/me/means/" + positionOfMail("legal") + "/test";
        web.post("legal", path, "");

        // when
        HttpResponse<String> again = web.post("legal", path, "");
        clock.advance(Duration.ofSeconds(61));
        HttpResponse<String> later = web.post("legal", path, "");

        // then
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(again.body()).contains("tested a moment ago");
        assertThat(later.statusCode()).isEqualTo(202);
    }

    @Test
    void shouldSayWhatCanNotBeTested() {
        assertThat(web.post("legal", "/api/people/me/means/1/test", "").body())
                .contains("The list of tasks is looked at, nothing is sent");
        assertThat(web.post("legal", "/api/people/me/means/99/test", "").statusCode())
                .isEqualTo(404);
        assertThat(web.post("legal", "/api/people/me/means/0/test", "").statusCode())
                .isEqualTo(404);
        assertThat(web.post("legal", "/api/people/me/means/x/test", "").statusCode())
                .isBetween(400, 404);
    }

    @Test
    void shouldShowTheMeansOfOthersToThoseWhoLookAfterTheChain() {
        for (String user : new String[] {"crisislead", "management", "admin", "legal"}) {
            assertThat(web.get(user, "/api/people/legal/means").statusCode())
                    .as(user)
                    .isEqualTo(200);
        }
        assertThat(web.get("legal2", "/api/people/legal/means").statusCode()).isEqualTo(403);
        assertThat(web.get("designer", "/api/people/me/means").statusCode()).isEqualTo(403);
        assertThat(web.get(null, "/api/people/me/means").statusCode()).isEqualTo(401);
        assertThat(web.get("admin", "/api/people/nobody/means").statusCode()).isEqualTo(404);
    }

    private JsonNode means(String user, String person) throws Exception {
        return new ObjectMapper()
                .readTree(web.get(user, "/api/people/" + person + "/means").body());
    }

    private int positionOfMail(String user) throws Exception {
        for (JsonNode means : means(user, "me")) {
            if (means.path("kind").asText().equals("EMAIL")) {
                return means.path("position").asInt();
            }
        }
        throw new IllegalStateException(user + " has no mail");
    }

    private boolean ledgerSays(String act, String sentence) {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM firebreak.ledger_entry WHERE act = ? AND sentence = ?)")
                .params(act, sentence)
                .query(Boolean.class)
                .single();
    }
}
