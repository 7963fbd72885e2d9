package io.firebreak.statement.facts;

import io.firebreak.access.Actor;
import io.firebreak.crisis.CaseFacts;
import io.firebreak.crisis.CaseReference;
import io.firebreak.statement.StatementVersion;
import io.firebreak.statement.Statements;
import io.firebreak.wording.Finding;
import io.firebreak.wording.comparison.FactComparison;
import io.firebreak.wording.comparison.Passage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Texts that were approved, or are public, when a fact changes: those who lead the case are asked whether what is said
 * still holds, as they are about any new fact.
 */
@Component
class ApprovedTexts {

    private final Statements statements;
    private final CaseFacts facts;

    ApprovedTexts(Statements statements, CaseFacts facts) {
        this.statements = statements;
        this.facts = facts;
    }

    /**
     * A fact that is added concerns nobody as long as no approved text says otherwise.
     *
     * @throws io.firebreak.rule.Refusal when the case is closed
     */
    void compare(CaseReference reference, FactSheet before, FactSheet after, SheetChanges changes, Actor actor) {
        List<StatementVersion> approved = approvedOf(reference);
        List<String> concerned = approved.stream()
                .filter(version -> changes.contradict() || differs(version, after) && !differs(version, before))
                .map(StatementVersion::named)
                .toList();
        if (!concerned.isEmpty()) {
            facts.tell(
                    reference,
                    "The fact sheet changed after the approval of: %s.\n\n%s"
                            .formatted(String.join(", ", concerned), String.join("\n", changes.all())),
                    actor);
        }
    }

    /** Of each text what was approved last. */
    private List<StatementVersion> approvedOf(CaseReference reference) {
        Map<UUID, StatementVersion> newest = new LinkedHashMap<>();
        statements.allVersionsOf(reference.toString()).stream()
                .filter(StatementVersion::isApproved)
                .forEach(version -> newest.put(version.statementId(), version));
        return List.copyOf(newest.values());
    }

    private static boolean differs(StatementVersion version, FactSheet sheet) {
        Passage passage = new Passage(
                version.text().language(),
                version.text().title(),
                version.text().body());
        return FactComparison.withSheet(passage, sheet.facts()).stream()
                .anyMatch(finding -> finding.rule().equals("fact.differs") && finding.level() == Finding.Level.WARNING);
    }
}
