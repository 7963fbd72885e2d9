package io.firebreak.roster;

import io.firebreak.access.Person;
import io.firebreak.roster.Absences.NewAbsence;
import io.firebreak.roster.Absences.Reported;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
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

/** Who is away. */
@RestController
@RequestMapping("/api/absences")
@Tag(name = "Absences and duties")
class AbsenceController {

    private final Absences absences;

    AbsenceController(Absences absences) {
        this.absences = absences;
    }

    @GetMapping
    @Operation(
            summary = "Who is away, now and later",
            description = "In the order in which it was entered. Why is shown to the person themselves, crisis leads,"
                    + " management and administrators.")
    List<Away> list(@RequestParam(required = false) String person, Authentication caller) {
        Person reader = Person.of(caller);
        return absences.of(person).stream()
                .map(entry -> Away.of(entry, List.of(), reader))
                .toList();
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Report an absence",
            description =
                    "For oneself; for others by crisis leads, management and administrators. The same again changes"
                            + " nothing and answers 200, so a call may be repeated. What is wrong with the stand-in is told in the"
                            + " answer and doesn't keep it from being entered.")
    ResponseEntity<Away> report(@RequestBody Absent absent, Authentication caller) {
        Person reporter = Person.of(caller);
        Reported reported = absences.report(absent.asAbsence(), reporter);
        return ResponseEntity.status(reported.isNew() ? HttpStatus.CREATED : HttpStatus.OK)
                .body(Away.of(reported.entry(), reported.warnings(), reporter));
    }

    @PostMapping("/{id}/end")
    @Operation(
            summary = "End an absence now",
            description = "One that has not begun never begins. Done again, it changes nothing.")
    Away end(@PathVariable String id, Authentication caller) {
        Person person = Person.of(caller);
        return Away.of(absences.end(id, person), List.of(), person);
    }

    record Absent(
            @Schema(description = "User id; without it whoever reports") String person,
            @Schema(
                            description = "With an offset, or on the clocks of the person's zone, or a day",
                            example = "2026-12-24T09:00",
                            requiredMode = Schema.RequiredMode.REQUIRED)
                    String from,
            @Schema(
                            description = "Likewise, not included; a day is included as a whole",
                            example = "2026-12-31",
                            requiredMode = Schema.RequiredMode.REQUIRED)
                    String to,
            @Schema(description = "User id; without it whom the crisis plan names") String standIn,
            @Schema(description = "Need not be given", maxLength = 500) String reason) {

        NewAbsence asAbsence() {
            return new NewAbsence(person, from, to, standIn, reason);
        }
    }

    record Away(
            UUID id,
            String person,
            Instant from,
            Instant to,
            String standIn,
            String reason,
            String enteredBy,
            Instant enteredAt,
            Instant endedAt,
            List<String> warnings) {

        static Away of(AbsenceEntry entry, List<String> warnings, Person reader) {
            Absence absence = entry.absence();
            boolean mayKnowWhy = reader.actor().id().equals(absence.person()) || RosterRights.isForOthers(reader);
            return new Away(
                    absence.id(),
                    absence.person(),
                    absence.from(),
                    absence.to(),
                    absence.standIn(),
                    mayKnowWhy ? entry.reason() : null,
                    entry.enteredBy(),
                    entry.enteredAt(),
                    entry.endedAt(),
                    warnings);
        }
    }
}
