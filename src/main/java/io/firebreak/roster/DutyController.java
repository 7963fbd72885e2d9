package io.firebreak.roster;

import io.firebreak.access.Person;
import io.firebreak.roster.DutyChanges.Changed;
import io.firebreak.roster.DutyChanges.NewDutyChange;
import io.firebreak.roster.DutyChanges.NewSwap;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who is on call when. */
@RestController
@RequestMapping("/api/duties")
@Tag(name = "Absences and duties")
class DutyController {

    private static final Duration SHOWN = Duration.ofDays(14);
    private static final Duration MAXIMUM = Duration.ofDays(92);

    private final Roster roster;
    private final DutyChanges changes;
    private final Clock clock;
    private final ZoneId zone;

    DutyController(Roster roster, DutyChanges changes, Clock clock, @Value("${firebreak.time-zone}") ZoneId zone) {
        this.roster = roster;
        this.changes = changes;
        this.clock = clock;
        this.zone = zone;
    }

    @GetMapping
    @Operation(
            summary = "Who is on call when, by rotation",
            description = "With whoever acts for those who are away, as far as is known now. Without from and to the 14"
                    + " days to come; at most 92 days. Both with an offset, or on the clocks of the house, or a day.")
    List<DutiesOfRotation> duties(
            @RequestParam(required = false) String from, @RequestParam(required = false) String to) {
        Span asked = asked(from, to);
        Resolver resolver = roster.resolver(asked.from());
        return resolver.rotations().stream()
                .map(rotation -> new DutiesOfRotation(rotation, resolver.shifts(rotation, asked.from(), asked.to())))
                .toList();
    }

    private Span asked(String from, String to) {
        Instant now = clock.instant();
        String begin = from == null ? now.toString() : from;
        String end = to == null ? now.plus(SHOWN).toString() : to;
        return new StretchRule("", zone).require(begin, end, MAXIMUM);
    }

    @GetMapping("/changes")
    @Operation(summary = "Changes of duty that are not over, in the order in which they were entered")
    List<ChangeView> changes() {
        return changes.list().stream().map(ChangeView::of).toList();
    }

    @PostMapping(path = "/changes", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Put somebody on call for a time",
            description =
                    "Oneself, in a rotation that one is in; anybody who works on cases by crisis leads, management"
                            + " and administrators. Of several that cover a moment, the last entered counts. The same again"
                            + " changes nothing and answers 200.")
    ResponseEntity<List<ChangeView>> change(@RequestBody NewDutyChange change, Authentication caller) {
        return answer(changes.change(change, Person.of(caller)));
    }

    @PostMapping("/changes/{id}/end")
    @Operation(
            summary = "Take a change back from now on",
            description = "A swap as a whole. Done again, it changes nothing.")
    List<ChangeView> end(@PathVariable String id, Authentication caller) {
        return changes.end(id, Person.of(caller)).stream().map(ChangeView::of).toList();
    }

    @PostMapping(path = "/swaps", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Swap duty",
            description =
                    "Each of the two gives the duty that they have in a time. By one of them, or by a crisis lead."
                            + " The same again changes nothing and answers 200.")
    ResponseEntity<List<ChangeView>> swap(@RequestBody NewSwap swap, Authentication caller) {
        return answer(changes.swap(swap, Person.of(caller)));
    }

    private static ResponseEntity<List<ChangeView>> answer(Changed changed) {
        return ResponseEntity.status(changed.isNew() ? HttpStatus.CREATED : HttpStatus.OK)
                .body(changed.entries().stream().map(ChangeView::of).toList());
    }

    record DutiesOfRotation(String rotation, List<Shift> shifts) {}

    record ChangeView(
            UUID id,
            UUID act,
            String rotation,
            String person,
            Instant from,
            Instant to,
            String reason,
            String enteredBy,
            Instant enteredAt,
            Instant endedAt) {

        static ChangeView of(DutyChangeEntry entry) {
            DutyChange change = entry.change();
            return new ChangeView(
                    change.id(),
                    entry.act(),
                    change.rotation(),
                    change.person(),
                    change.from(),
                    change.to(),
                    entry.reason(),
                    entry.enteredBy(),
                    entry.enteredAt(),
                    entry.endedAt());
        }
    }
}
