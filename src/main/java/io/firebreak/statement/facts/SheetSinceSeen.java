package io.firebreak.statement.facts;

import io.firebreak.crisis.CaseReference;
import io.firebreak.statement.KnownFacts;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The fact sheet, compared with the version of it that a voter has read. */
@Component
class SheetSinceSeen implements KnownFacts {

    private final FactSheets sheets;

    SheetSinceSeen(FactSheets sheets) {
        this.sheets = sheets;
    }

    @Override
    @Transactional(readOnly = true)
    public int version(String caseReference) {
        return sheets.of(CaseReference.parse(caseReference)).version();
    }

    @Override
    @Transactional(readOnly = true)
    public List<String> changesSince(String caseReference, int seen) {
        CaseReference reference = CaseReference.parse(caseReference);
        FactSheet current = sheets.of(reference);
        return seen == current.version()
                ? List.of()
                : new SheetChanges(sheets.factsIn(reference, seen), current.facts()).all();
    }
}
