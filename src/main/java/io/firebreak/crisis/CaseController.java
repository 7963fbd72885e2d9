package io.firebreak.crisis;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.firebreak.ledger.Ledger;
import io.firebreak.ledger.LedgerEntry;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows cases and what was done in them. */
@RestController
@RequestMapping("/api/cases")
@Tag(name = "Cases")
class CaseController {

    private final Cases cases;
    private final Ledger ledger;

    CaseController(Cases cases, Ledger ledger) {
        this.cases = cases;
        this.ledger = ledger;
    }

    @GetMapping
    @Operation(summary = "List cases, newest first")
    CaseList list(
            @RequestParam(required = false) Phase phase,
            @RequestParam(required = false) Severity severity,
            @RequestParam(defaultValue = "false") boolean open,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size) {
        CasePage found = cases.list(new CaseSearch(phase, severity, open, page, size));
        return new CaseList(
                found.cases().stream().map(CaseView::of).toList(), found.page(), found.size(), found.total());
    }

    @GetMapping("/{reference}")
    @Operation(summary = "One case with its ledger, oldest entry first")
    CaseWithLedger show(@PathVariable String reference) {
        CrisisCase found = cases.get(CaseReference.parse(reference));
        return new CaseWithLedger(
                CaseView.of(found), ledger.of(found.reference().toString()));
    }

    /**
     * @param page counted from 0
     * @param total how many cases the whole list has
     */
    record CaseList(List<CaseView> cases, int page, int size, long total) {}

    record CaseWithLedger(@JsonUnwrapped CaseView crisisCase, List<LedgerEntry> ledger) {}
}
