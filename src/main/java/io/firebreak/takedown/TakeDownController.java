package io.firebreak.takedown;

import io.firebreak.crisis.CaseReference;
import io.firebreak.crisis.Cases;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Shows the forced take-downs of a case. They are asked for, countersigned and done in Tasklist. */
@RestController
@Tag(name = "Evidence")
class TakeDownController {

    private final TakeDowns takeDowns;
    private final Cases cases;

    TakeDownController(TakeDowns takeDowns, Cases cases) {
        this.takeDowns = takeDowns;
        this.cases = cases;
    }

    @GetMapping("/api/cases/{reference}/take-downs")
    @Operation(
            summary = "The forced take-downs of a case, oldest first",
            description =
                    "Who asked for each and why, what was proposed, who countersigned it, and who did it by hand.")
    List<TakeDown> list(@PathVariable String reference) {
        return takeDowns.of(cases.get(CaseReference.parse(reference)).reference());
    }
}
