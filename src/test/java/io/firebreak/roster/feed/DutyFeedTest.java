package io.firebreak.roster.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.firebreak.support.FirebreakTest;
import io.firebreak.support.TestClock;
import io.firebreak.support.Web;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A person's duties in their calendar. */
@FirebreakTest
class DutyFeedTest {

    private static final String MINE = "/api/people/me/duties";

    @LocalServerPort
    private int port;

    @Autowired
    private TestClock clock;

    @Autowired
    private ObjectMapper json;

    @Autowired
    private JdbcClient jdbc;

    private String absence;

    @AfterEach
    void takeTheAbsenceBack() {
        if (absence != null) {
            web().post("crisislead", "/api/absences/" + absence + "/end", null);
        }
    }

    @Test
    void shouldShowMyDutiesOfNinetyDays() throws Exception {
        // when
        JsonNode mine = json.readTree(web().get("spokesperson", MINE).body());

        // then every week in one of two rotations by turns, and no more than 90 days of them
        assertThat(mine.at("/duties")).hasSizeBetween(12, 15).allSatisfy(duty -> {
            assertThat(duty.at("/rotation").asText()).startsWith("spokespeople");
            assertThat(Instant.parse(duty.at("/to").asText()))
                    .isBeforeOrEqualTo(clock.instant().plus(Duration.ofDays(90)));
        });
        assertThat(web().get(null, MINE).statusCode()).isEqualTo(401);
        assertThat(web().get("designer", MINE).statusCode()).isEqualTo(403);
        assertThat(web().post("designer", MINE + "/feed", "{}").statusCode()).isEqualTo(403);
    }

    @Test
    void shouldGiveTheDutiesToACalendarProgramWithoutSigningIn() throws Exception {
        // when
        HttpResponse<String> answer = web().get(null, newAddress("legal"));

        // then
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/calendar;charset=UTF-8");
        assertThat(answer.headers().firstValue("Cache-Control").orElseThrow()).contains("no-store");
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
        Calendar calendar = parse(answer.body());
        assertThat(calendar.validate().hasErrors()).isFalse();
        assertThat(answer.body())
                .contains("X-WR-CALNAME:Duties of legal")
                .contains("REFRESH-INTERVAL;VALUE=DURATION:PT1H");
        List<VEvent> events = calendar.getComponents(Component.VEVENT);
        assertThat(events).isNotEmpty().allSatisfy(event -> {
            assertThat(text(event, Property.SUMMARY)).startsWith("On call: legal ");
            assertThat(text(event, Property.DTSTART)).endsWith("Z");
        });
        assertThat(events).extracting(event -> text(event, Property.UID)).doesNotHaveDuplicates();
    }

    @Test
    void shouldSayWhoStandsInAndForWhom() throws Exception {
        // given
        String ana = newAddress("areaowner");
        String stand = newAddress("areaowner2");
        Instant from = clock.instant().plus(Duration.ofDays(1));
        absence = json.readTree(web().post(
                                "areaowner",
                                "/api/absences",
                                """
                                {"from": "%s", "to": "%s", "standIn": "areaowner2", "reason": "a secret illness"}
                                """
                                        .formatted(from, from.plus(Duration.ofDays(20))))
                        .body())
                .at("/id")
                .asText();

        // when
        String away = web().get(null, ana).body();
        String acting = web().get(null, stand).body();

        // then
        assertThat(events(away))
                .extracting(event -> text(event, Property.SUMMARY))
                .contains("areas: areaowner2 stands in for you");
        assertThat(events(acting))
                .extracting(event -> text(event, Property.SUMMARY))
                .contains("On call: areas, for areaowner");
        assertThat(away + acting).doesNotContain("illness");
    }

    @Test
    void shouldEndTheOldAddressWhenANewOneIsMade() {
        // given
        String old = newAddress("management");

        // when
        String fresh = newAddress("management");

        // then
        assertThat(web().get(null, old).statusCode()).isEqualTo(404);
        assertThat(web().get(null, fresh).statusCode()).isEqualTo(200);
    }

    @Test
    void shouldKeepNoAddressInTheDatabase() {
        // given
        String address = newAddress("communitymanager");
        String token = address.substring("/duties/".length(), address.length() - ".ics".length());

        // then
        assertThat(token).hasSizeGreaterThan(40);
        assertThat(jdbc.sql("SELECT token_sha256 FROM firebreak.duty_feed")
                        .query(String.class)
                        .list())
                .isNotEmpty()
                .noneMatch(kept -> kept.contains(token));
        assertThat(jdbc.sql(
                                "SELECT sentence || details::text FROM firebreak.ledger_entry WHERE act = 'duties.feed-made'")
                        .query(String.class)
                        .list())
                .isNotEmpty()
                .noneMatch(told -> told.contains(token));
    }

    @Test
    void shouldOpenNothingElseToThoseWhoDoNotSignIn() {
        assertThat(web().get(null, "/duties/guessed.ics").statusCode()).isEqualTo(404);
        assertThat(web().get(null, "/duties/").statusCode()).isEqualTo(404);
        assertThat(web().post(null, newAddress("legal2"), "{}").statusCode()).isEqualTo(404);
        assertThat(web().get(null, "/api/people/legal/duties").statusCode()).isEqualTo(401);
    }

    @Test
    void shouldCallTheSameTurnTheSameFromFetchToFetch() throws Exception {
        // given
        String address = newAddress("spokesperson2");
        HttpResponse<String> first = web().get(null, address);
        String tag = first.headers().firstValue("ETag").orElseThrow();

        // when nothing has changed
        HttpResponse<String> again = web().get(null, address, "If-None-Match", tag);

        // then
        assertThat(again.statusCode()).isEqualTo(304);

        // when time has passed
        clock.advance(Duration.ofDays(2));

        // then
        assertThat(events(web().get(null, address).body()))
                .extracting(event -> text(event, Property.UID))
                .containsAnyElementsOf(events(first.body()).stream()
                        .map(event -> text(event, Property.UID))
                        .toList());
    }

    /** As a path. */
    private String newAddress(String person) {
        HttpResponse<String> answer = web().post(person, MINE + "/feed", "{}");
        assertThat(answer.statusCode()).isEqualTo(201);
        try {
            return URI.create(json.readTree(answer.body()).at("/address").asText())
                    .getPath();
        } catch (java.io.IOException noJson) {
            throw new AssertionError(noJson);
        }
    }

    private static List<VEvent> events(String calendar) throws Exception {
        return parse(calendar).getComponents(Component.VEVENT);
    }

    private static Calendar parse(String calendar) throws Exception {
        return new CalendarBuilder().build(new StringReader(calendar));
    }

    private static String text(VEvent event, String property) {
        return event.getRequiredProperty(property).getValue();
    }

    private Web web() {
        return new Web(port);
    }
}
