package io.firebreak.webapp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.firebreak.support.CaseDriver;
import io.firebreak.support.FirebreakTest;
import io.firebreak.support.WebappSession;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Whom and what a form offers to choose from, and to whom. */
@FirebreakTest
class HouseBriefingTest {

    @LocalServerPort
    private int port;

    @Autowired
    private CaseDriver driver;

    @Autowired
    private ObjectMapper json;

    private String reference;

    @BeforeEach
    void report() {
        reference = driver.reportedOwnSlip("A wrong price");
        driver.startAlone(reference, "StatementApproval", Map.of());
    }

    @Test
    void shouldOfferWhoCanLeadAndNobodyElse() throws Exception {
        // when
        JsonNode leads = json.readTree(house("spokesperson").body()).path("leads");

        // then
        assertThat(leads.findValuesAsText("id"))
                .contains("crisislead", "management")
                .doesNotContain("spokesperson", "community", "legal");
    }

    @Test
    void shouldOfferLanguagesThatSomebodySpeaks() throws Exception {
        // when
        JsonNode offered = json.readTree(house("spokesperson").body()).path("languages");

        // then
        assertThat(offered.valueStream().map(JsonNode::asText))
                .contains("es", "it", "pl")
                .doesNotContain("fi");
    }

    @Test
    void shouldTellNobodyWhoMayNotSeeTheTask() {
        assertThat(house("areaowner").statusCode()).isEqualTo(404);
    }

    private HttpResponse<String> house(String user) {
        return WebappSession.signIn(port, user, "tasklist")
                .get("/api/tasklist/plugin/firebreak/default/tasks/%s/house"
                        .formatted(driver.task(reference, "UserTask_WriteStatement")
                                .getId()));
    }
}
