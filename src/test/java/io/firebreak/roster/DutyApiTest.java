package io.firebreak.roster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.firebreak.support.FirebreakTest;
import io.firebreak.support.TestClock;
import io.firebreak.support.Web;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Duties are changed and swapped over the API, by those whose duties they are. */
@FirebreakTest
class DutyApiTest {

    private static final String ROTATION = "crisis leads";

    @LocalServerPort
    private int port;

    @Autowired
    private ObjectMapper json;

    @Autowired
    private TestClock clock;

    @Autowired
    private JdbcClient jdbc;

    private Web web;

    @BeforeEach
    void connect() {
        web = new Web(port);
    }

    @AfterEach
    void asPlanned() {
        jdbc.sql("DELETE FROM firebreak.duty_change").update();
    }

    @Test
    void shouldPutSomebodyOnCallAndTakeItBack() throws Exception {
        // given
        Turn turn = turns().get(1);
        String other = turn.person().equals("crisislead") ? "crisislead2" : "crisislead";
        String wanted = json.writeValueAsString(Map.of(
                "rotation", ROTATION, "person", other, "from", turn.from(), "to", turn.to(), "reason", "A wedding"));

        // when
        HttpResponse<String> changed = web.post(other, "/api/duties/changes", wanted);

        // then
        assertThat(changed.statusCode()).as(changed.body()).isEqualTo(201);
        assertThat(onCall(turn.from())).isEqualTo(other);
        assertThat(web.post(other, "/api/duties/changes", wanted).statusCode()).isEqualTo(200);
        JsonNode listed = json.readTree(web.get("legal", "/api/duties/changes").body());
        assertThat(listed).hasSize(1);
        assertThat(listed.get(0).path("reason").asText()).isEqualTo("A wedding");

        // when
        HttpResponse<String> ended = web.post(
                other, "/api/duties/changes/" + listed.get(0).path("id").asText() + "/end", null);

        // then
        assertThat(ended.statusCode()).as(ended.body()).isEqualTo(200);
        assertThat(onCall(turn.from())).isEqualTo(turn.person());
    }

    @Test
    void shouldSwapTheDutiesOfTwo() throws Exception {
        // given
        Turn first = turns().get(1);
        Turn second = turns().get(2);
        String wanted = json.writeValueAsString(
                Map.of("rotation", ROTATION, "first", first, "second", second, "reason", "Each has a wedding"));

        // when
        HttpResponse<String> swapped = web.post(first.person(), "/api/duties/swaps", wanted);

        // then
        assertThat(swapped.statusCode()).as(swapped.body()).isEqualTo(201);
        assertThat(json.readTree(swapped.body())).hasSize(2);
        assertThat(onCall(first.from())).isEqualTo(second.person());
        assertThat(onCall(second.from())).isEqualTo(first.person());
        assertThat(web.post("legal", "/api/duties/swaps", wanted).statusCode()).isEqualTo(403);
    }

    record Turn(String person, String from, String to) {}

    /** The whole turns of five weeks. */
    private List<Turn> turns() throws Exception {
        Instant from = clock.instant();
        List<Turn> turns = new ArrayList<>();
        for (JsonNode shift : shifts(from, from.plus(Duration.ofDays(35)))) {
            turns.add(new Turn(
                    shift.path("person").asText(),
                    shift.path("from").asText(),
                    shift.path("to").asText()));
        }
        return turns;
    }

    private String onCall(String at) throws Exception {
        Instant from = Instant.parse(at);
        return shifts(from, from.plusSeconds(60)).get(0).path("person").asText();
    }

    private JsonNode shifts(Instant from, Instant to) throws Exception {
        HttpResponse<String> answer = web.get("legal", "/api/duties?from=" + from + "&to=" + to);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        for (JsonNode duties : json.readTree(answer.body())) {
            if (duties.path("rotation").asText().equals(ROTATION)) {
                return duties.path("shifts");
            }
        }
        throw new AssertionError(answer.body());
    }
}
