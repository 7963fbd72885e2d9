package io.firebreak.roster.feed;

import io.firebreak.access.Actor;
import io.firebreak.access.Person;
import io.firebreak.roster.Shift;
import io.firebreak.rule.Fingerprint;
import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Shows people their own duties, and gives them to calendar programs. */
@RestController
@Tag(name = "Absences and duties")
class DutyFeedController {

    private final DutyFeeds feeds;
    private final String baseUrl;

    DutyFeedController(DutyFeeds feeds, @Value("${firebreak.base-url}") String baseUrl) {
        this.feeds = feeds;
        this.baseUrl = baseUrl;
    }

    @GetMapping("/api/people/me/duties")
    @Operation(
            summary = "My duties of the next 90 days",
            description = "Those that I carry for others too, and those that others carry for me.")
    MyDuties mine(Authentication caller) {
        String person = staff(caller);
        return new MyDuties(feeds.ahead(person), feeds.madeAt(person).orElse(null));
    }

    @PostMapping("/api/people/me/duties/feed")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Make a secret address at which calendar programs fetch my duties",
            description = "It is told this once and not kept. One that was made before ends.")
    MyFeed make(Authentication caller) {
        String token = feeds.make(new Actor(staff(caller)));
        return new MyFeed(baseUrl + "/duties/" + token + ".ics");
    }

    /** Whoever knows the address reads it. */
    @Hidden
    @GetMapping("/duties/{token}.ics")
    ResponseEntity<String> calendar(@PathVariable String token) {
        String calendar = DutyCalendar.of(feeds.at(token));
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, "text/calendar;charset=UTF-8")
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"duties.ics\"")
                .eTag('"' + Fingerprint.of(List.of(calendar)) + '"')
                .body(calendar);
    }

    private static String staff(Authentication caller) {
        Person person = Person.of(caller);
        person.requireStaff();
        return person.actor().id();
    }

    record MyDuties(
            List<Shift> duties,
            @Schema(description = "When my secret address was made; missing where there is none") Instant feedMadeAt) {}

    record MyFeed(@Schema(description = "Keep it to yourself: whoever knows it reads my duties") String address) {}
}
