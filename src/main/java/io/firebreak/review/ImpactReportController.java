package io.firebreak.review;

import io.firebreak.access.StandalonePage;
import io.firebreak.crisis.CaseReference;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows the impact report of a case: to programs as JSON, to people as a page. */
@RestController
@RequestMapping("/api/cases/{reference}/impact-report")
@Tag(name = "Cases")
class ImpactReportController {

    private final ImpactReports reports;
    private final ImpactReportPage page;

    ImpactReportController(ImpactReports reports, ImpactReportPage page) {
        this.reports = reports;
        this.page = page;
    }

    @GetMapping
    @Operation(
            summary = "What a crisis did and what was done about it",
            description = "JSON, or a page to read and print where text/html is accepted.")
    ResponseEntity<?> now(
            @PathVariable String reference, @RequestHeader(name = HttpHeaders.ACCEPT, required = false) String accept) {
        return answer(reports.of(CaseReference.parse(reference)), accept);
    }

    @GetMapping("/kept/{number}")
    @Operation(
            summary = "The impact report as it stood when a review began",
            description = "Counted from 1; a case that was corrected after its review has more than one.")
    ResponseEntity<?> kept(
            @PathVariable String reference,
            @PathVariable int number,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) String accept) {
        return answer(reports.kept(CaseReference.parse(reference), number), accept);
    }

    private ResponseEntity<?> answer(ImpactReport report, String accept) {
        return StandalonePage.isWanted(accept)
                ? page.render(report).answer()
                : ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(report);
    }
}
