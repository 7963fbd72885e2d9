package io.firebreak.roster.coverage;

import io.firebreak.access.StandalonePage;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows whether everybody can be reached: to programs as JSON, to people as a page. */
@RestController
@RequestMapping("/api/reachability")
@Tag(name = "Absences and duties")
class ReachabilityController {

    private final Coverages coverages;
    private final CoveragePage page;

    ReachabilityController(Coverages coverages, CoveragePage page) {
        this.coverages = coverages;
        this.page = page;
    }

    @GetMapping
    @Operation(
            summary = "How the chains of command are covered in the next 14 days, and by whom",
            description = "JSON, or a page to read and print where text/html is accepted.")
    ResponseEntity<?> show(@RequestHeader(name = HttpHeaders.ACCEPT, required = false) String accept) {
        Coverage coverage = coverages.now();
        return StandalonePage.isWanted(accept)
                ? page.render(coverage).answer()
                : ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(coverage);
    }
}
