package io.firebreak.crisis;

import io.firebreak.access.Actor;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.security.Principal;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Takes reports from tools that watch the networks. */
@RestController
@RequestMapping("/api/incidents")
@Tag(name = "Incidents")
class IncidentController {

    private final Incidents incidents;

    IncidentController(Incidents incidents) {
        this.incidents = incidents;
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Report an incident", description = "Opens a case; somebody is asked to assess it at once.")
    ResponseEntity<CaseView> report(@RequestBody NewIncident incident, Principal caller) {
        IncidentReport report = IncidentReport.of(
                        incident.title(), incident.description(), incident.language(), incident.sourceUrl())
                .asDrill(Boolean.TRUE.equals(incident.drill()))
                .about(incident.brand());
        CrisisCase opened = incidents.report(report, new Actor(caller.getName()));
        return ResponseEntity.created(URI.create("/api/cases/" + opened.reference()))
                .body(CaseView.of(opened));
    }

    record NewIncident(
            @Schema(
                            description = "What is happening, on one line",
                            maxLength = IncidentReport.MAXIMUM_TITLE,
                            requiredMode = Schema.RequiredMode.REQUIRED)
                    String title,
            @Schema(
                            description = "What was seen, in the reporter's or the public's own words",
                            maxLength = IncidentReport.MAXIMUM_DESCRIPTION,
                            requiredMode = Schema.RequiredMode.REQUIRED)
                    String description,
            @Schema(
                            description = "Language of both, a BCP 47 tag",
                            example = "es",
                            requiredMode = Schema.RequiredMode.REQUIRED)
                    String language,
            @Schema(
                            description = "Where it can be seen: an http or https address",
                            maxLength = IncidentReport.MAXIMUM_URL)
                    String sourceUrl,
            @Schema(description = "A rehearsal: everything is done but the last call to each channel") Boolean drill,
            @Schema(
                            description = "The brand that it is about; without it the brand of the house",
                            maxLength = IncidentReport.MAXIMUM_BRAND)
                    String brand) {}
}
