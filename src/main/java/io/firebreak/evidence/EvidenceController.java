package io.firebreak.evidence;

import io.firebreak.access.Person;
import io.firebreak.access.Role;
import io.firebreak.crisis.CaseReference;
import io.firebreak.crisis.CaseSearch;
import io.firebreak.crisis.Cases;
import io.firebreak.rule.Refusal;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows what is kept as proof, and takes content away where the law demands it. */
@RestController
@RequestMapping("/api")
@Tag(name = "Evidence")
class EvidenceController {

    private final Evidence evidence;
    private final Cases cases;

    EvidenceController(Evidence evidence, Cases cases) {
        this.evidence = evidence;
        this.cases = cases;
    }

    @GetMapping("/cases/{reference}/evidence")
    @Operation(
            summary = "The evidence of a case, newest first",
            description =
                    "Each piece with its SHA-256, over source, handle, name, moment, link and text, each after its"
                            + " length in bytes and a colon; of a file over its bytes.")
    EvidencePage list(
            @PathVariable String reference,
            @Parameter(description = "Only evidence of this kind") @RequestParam(required = false)
                    EvidenceItem.Kind kind,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size) {
        CaseSearch part = new CaseSearch(null, null, false, page, size);
        return evidence.of(cases.get(CaseReference.parse(reference)).reference(), kind, part.page(), part.size());
    }

    @GetMapping("/evidence/{id}")
    @Operation(summary = "One piece of evidence")
    EvidenceItem one(@PathVariable String id) {
        return evidence.get(EvidenceId.parse(id));
    }

    @PostMapping(path = "/evidence/{id}/redaction", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Take the content of a piece of evidence away because the law demands it",
            description =
                    "For the role Legal. Text, author and link, or the bytes and the name of a file, are gone for ever;"
                            + " hash and reason stay.")
    EvidenceItem redact(@PathVariable String id, @RequestBody Redaction redaction, Authentication caller) {
        Person person = Person.of(caller);
        if (!person.isAny(Role.LEGAL)) {
            throw Refusal.notAllowed(
                    "Only the role Legal takes the content of evidence away; please ask somebody of it.");
        }
        return evidence.redact(EvidenceId.parse(id), redaction.reason(), person.actor());
    }

    record Redaction(
            @Schema(
                            description = "Which law or order demands it, and who asked",
                            maxLength = 2_000,
                            requiredMode = Schema.RequiredMode.REQUIRED)
                    String reason) {}
}
