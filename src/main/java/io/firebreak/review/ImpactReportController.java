package io.firebreak.review;

import io.firebreak.crisis.CaseReference;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.ArrayList;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MimeTypeUtils;
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
        if (!asksForPage(accept)) {
            return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(report);
        }
        ImpactReportPage.Rendered rendered = page.render(report);
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, ImpactReportPage.CONTENT_TYPE)
                .header("Content-Security-Policy", rendered.policy())
                .body(rendered.html());
    }

    /** A browser names HTML before all else; a program that names nothing, or anything, gets JSON. */
    private static boolean asksForPage(String accept) {
        if (accept == null || accept.isBlank()) {
            return false;
        }
        try {
            List<MediaType> wanted = new ArrayList<>(MediaType.parseMediaTypes(accept));
            MimeTypeUtils.sortBySpecificity(wanted);
            return wanted.stream()
                    .filter(type -> type.isCompatibleWith(MediaType.TEXT_HTML)
                            || type.isCompatibleWith(MediaType.APPLICATION_JSON))
                    .findFirst()
                    .filter(type -> !type.isWildcardType() && type.isCompatibleWith(MediaType.TEXT_HTML))
                    .isPresent();
        } catch (InvalidMediaTypeException unreadable) {
            return false;
        }
    }
}
