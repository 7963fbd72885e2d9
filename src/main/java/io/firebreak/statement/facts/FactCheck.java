package io.firebreak.statement.facts;

import io.firebreak.crisis.CaseReference;
import io.firebreak.crisis.Cases;
import io.firebreak.statement.StatementKind;
import io.firebreak.statement.StatementText;
import io.firebreak.statement.StatementVersion;
import io.firebreak.statement.StatementWords;
import io.firebreak.statement.Statements;
import io.firebreak.statement.TextCheck;
import io.firebreak.wording.Finding;
import io.firebreak.wording.comparison.Fact;
import io.firebreak.wording.comparison.FactComparison;
import io.firebreak.wording.comparison.Passage;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Whether a text says what the fact sheet says, and a translation what its original says. */
@Component
public class FactCheck implements TextCheck {

    private final FactSheets sheets;
    private final Statements statements;
    private final StatementWords words;
    private final Cases cases;

    FactCheck(FactSheets sheets, Statements statements, StatementWords words, Cases cases) {
        this.sheets = sheets;
        this.statements = statements;
        this.words = words;
        this.cases = cases;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Finding> check(String caseReference, StatementKind kind, StatementText text, UUID original) {
        CaseReference reference = CaseReference.parse(caseReference);
        List<Fact> facts = sheets.of(reference).facts();
        Passage passage = new Passage(text.language(), text.title(), ownWords(reference, kind, text));
        List<Finding> findings = new ArrayList<>(FactComparison.withSheet(passage, facts));
        if (original != null) {
            statements.allVersionsOf(caseReference).stream()
                    .filter(version -> version.id().equals(original))
                    .map(StatementVersion::text)
                    .map(translated -> new Passage(translated.language(), translated.title(), translated.body()))
                    .forEach(translated -> findings.addAll(FactComparison.withOriginal(passage, translated, facts)));
        }
        return findings;
    }

    /** Without what Firebreak itself adds at the end: places in what is left stay as they are. */
    private String ownWords(CaseReference reference, StatementKind kind, StatementText text) {
        return words.withoutAdded(cases.get(reference), kind, text.language(), text.body());
    }
}
