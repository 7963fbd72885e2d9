package io.firebreak.statement.facts;

import io.firebreak.access.Person;
import io.firebreak.crisis.CaseReference;
import io.firebreak.crisis.Cases;
import io.firebreak.statement.facts.FactRules.Row;
import io.firebreak.wording.comparison.Fact;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows the fact sheet of a case, and takes it changed. */
@RestController
@RequestMapping("/api/cases/{reference}/fact-sheet")
@Tag(name = "Cases")
class FactSheetController {

    private final FactSheets sheets;
    private final Cases cases;

    FactSheetController(FactSheets sheets, Cases cases) {
        this.sheets = sheets;
        this.cases = cases;
    }

    @GetMapping
    @Transactional(readOnly = true)
    @Operation(summary = "The fact sheet: what every text of the case has to agree with")
    View show(@PathVariable String reference) {
        return View.of(sheets.of(cases.get(CaseReference.parse(reference)).reference()));
    }

    @PutMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Transactional
    @Operation(
            summary = "Change the fact sheet",
            description =
                    "Get it, change it, put it back as a whole, with the version that you got. Refused when somebody"
                            + " changed it since. The same sheet again changes nothing.")
    View change(@PathVariable String reference, @RequestBody Sheet sheet, Authentication caller) {
        Person person = Person.of(caller);
        person.requireStaff();
        if (sheet.version() == null || sheet.facts() == null) {
            throw FactRules.refused(
                    "Please send the version that you got (0 when there was none) and the list of all facts.");
        }
        CaseReference known = cases.get(CaseReference.parse(reference)).reference();
        return View.of(sheets.replace(known, sheet.version(), sheet.facts(), person.actor()));
    }

    record Sheet(
            @Schema(
                            description = "The version that you got; 0 when there was none",
                            example = "0",
                            requiredMode = Schema.RequiredMode.REQUIRED)
                    Integer version,
            @Schema(
                            description =
                                    "All facts. kind: NUMBER (1250, 12.50 EUR, 3 %), DATE and PROMISE (2026-12-03 or"
                                            + " 2026-12-03T18:00 on the house's clocks), NAME, CONTACT (a mail address, a web"
                                            + " address, a telephone number). label: what it is about; of a promise, what is"
                                            + " promised. called: by language, the name, or of all else the label in it",
                            requiredMode = Schema.RequiredMode.REQUIRED)
                    List<Row> facts) {}

    record View(int version, List<Line> facts, String enteredBy, Instant enteredAt) {

        static View of(FactSheet sheet) {
            return new View(
                    sheet.version(),
                    sheet.facts().stream().map(Line::of).toList(),
                    sheet.enteredBy(),
                    sheet.enteredAt());
        }
    }

    record Line(Fact.Kind kind, String label, String value, Map<String, String> called) {

        static Line of(Fact fact) {
            return new Line(fact.kind(), fact.label(), fact.value(), fact.called());
        }
    }
}
