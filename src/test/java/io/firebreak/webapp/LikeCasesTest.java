package io.firebreak.webapp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.firebreak.access.Actor;
import io.firebreak.crisis.IncidentReport;
import io.firebreak.crisis.Incidents;
import io.firebreak.support.FirebreakTest;
import io.firebreak.support.WebappSession;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What a form shows of open cases, while somebody is about to report the same again. */
@FirebreakTest
class LikeCasesTest {

    @LocalServerPort
    private int port;

    @Autowired
    private Incidents incidents;

    @Autowired
    private ObjectMapper json;

    private final String link = "https://social.example/" + UUID.randomUUID();
    private String reference;

    @BeforeEach
    void report() {
        IncidentReport report =
                IncidentReport.of("Wasps found in jars of apricot marmalade", "It happened.", "en", link);
        reference = incidents
                .report(report, new Actor("communitymanager"))
                .reference()
                .toString();
    }

    @Test
    void shouldShowTheCaseWithTheSameLinkFirst() throws Exception {
        // when
        JsonNode found =
                json.readTree(ask("legal", "Something else entirely", link).body());

        // then
        assertThat(found.at("/0/reference").asText()).isEqualTo(reference);
        assertThat(found.at("/0/sameLink").asBoolean()).isTrue();
    }

    @Test
    void shouldShowOpenCasesWithATitleThatSaysTheSame() throws Exception {
        assertThat(ask("legal", "wasp found in jar of apricot marmalade!", "").body())
                .contains(reference);
        assertThat(ask("legal", "The chief executive insulted a journalist", "").body())
                .doesNotContain(reference);
    }

    @Test
    void shouldShowThemToStaffOnly() {
        assertThat(ask("designer", "Wasps found in jars", "").statusCode()).isEqualTo(403);
    }

    private HttpResponse<String> ask(String user, String title, String address) {
        return WebappSession.signIn(port, user, user.equals("designer") ? "cockpit" : "tasklist")
                .get("/api/tasklist/plugin/firebreak/default/start/like-cases?title=%s&link=%s"
                        .formatted(
                                URLEncoder.encode(title, StandardCharsets.UTF_8),
                                URLEncoder.encode(address, StandardCharsets.UTF_8)));
    }
}
