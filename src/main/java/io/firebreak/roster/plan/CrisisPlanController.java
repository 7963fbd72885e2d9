package io.firebreak.roster.plan;

import io.firebreak.access.Actor;
import io.firebreak.roster.CrisisPlans;
import io.firebreak.rule.Refusal;
import io.firebreak.yaml.Mistake;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.Principal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows the crisis plan, checks one for editors and pipelines, and has the file read again. */
@RestController
@RequestMapping("/api/crisis-plan")
@Tag(name = "Crisis plan")
class CrisisPlanController {

    private static final String SCHEMA = "crisis-plan/crisis-plan.schema.json";

    private final PlanImport plans;
    private final PlanVersions versions;
    private final CrisisPlans inForce;
    private final EngineInstallation installation;

    CrisisPlanController(
            PlanImport plans, PlanVersions versions, CrisisPlans inForce, EngineInstallation installation) {
        this.plans = plans;
        this.versions = versions;
        this.inForce = inForce;
        this.installation = installation;
    }

    @GetMapping
    @Operation(summary = "The crisis plan in force")
    Shown show() {
        return versions.find(inForce.version())
                .map(version -> new Shown(version.number(), version.importedAt(), version.importedBy(), version.text()))
                .orElse(new Shown(0, null, null, null));
    }

    @GetMapping(path = "/schema", produces = "application/schema+json")
    @Operation(summary = "The JSON Schema of the crisis plan's file, for editors")
    Resource schema() {
        return new ClassPathResource(SCHEMA);
    }

    @PostMapping(
            path = "/check",
            consumes = {MediaType.TEXT_PLAIN_VALUE, MediaType.APPLICATION_YAML_VALUE, "application/x-yaml", "text/yaml"
            })
    @Operation(summary = "All mistakes of a crisis plan, none when it is right; changes nothing")
    Checked check(@RequestBody(required = false) byte[] plan) {
        byte[] file = Optional.ofNullable(plan).orElse(new byte[0]);
        return new Checked(new PlanReader(installation).read(file).mistakes());
    }

    @PostMapping("/import")
    @Operation(summary = "Read the file of the crisis plan again now; for administrators")
    @ApiResponse(responseCode = "200", description = "It is in force")
    @ApiResponse(responseCode = "422", description = "It has mistakes; what was in force before still is")
    ResponseEntity<Object> importNow(Principal caller) {
        ImportAttempt attempt = plans.now(new Actor(caller.getName()));
        if (!attempt.found()) {
            throw Refusal.notFound(
                    "There is no crisis plan at %s; please put the file there.".formatted(attempt.source()));
        }
        if (attempt.refused()) {
            return ResponseEntity.unprocessableEntity()
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .body(problem(attempt));
        }
        return ResponseEntity.ok(new Imported(attempt.version()));
    }

    private static ProblemDetail problem(ImportAttempt attempt) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(
                HttpStatus.UNPROCESSABLE_ENTITY,
                "The crisis plan has mistakes; please mend them. What was in force before still is.");
        problem.setProperty("mistakes", attempt.mistakes());
        return problem;
    }

    record Checked(List<Mistake> mistakes) {}

    record Imported(@Schema(description = "the version in force") int version) {}

    record Shown(
            @Schema(
                            description =
                                    "0: none was imported, and everybody of a role is asked, then crisis leads, then management")
                    int version,
            @Schema(description = "when it came into force") Instant since,
            String importedBy,
            @Schema(description = "the file as it was imported") String yaml) {}
}
