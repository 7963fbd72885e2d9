package io.firebreak.statement.process;

import io.firebreak.engine.DecisionTables;
import io.firebreak.statement.ApproverFacts;
import io.firebreak.statement.Approvers;
import io.firebreak.statement.Required;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Asks the table {@code Approvers}. */
@Component
class TableOfApprovers implements Approvers {

    private static final String TABLE = "Approvers";

    private final DecisionTables tables;

    TableOfApprovers(DecisionTables tables) {
        this.tables = tables;
    }

    @Override
    public List<Required> of(ApproverFacts facts) {
        return read(tables.newest(TABLE, inputs(facts)));
    }

    /** By the table that belongs to a process. */
    List<Required> of(ApproverFacts facts, String processDefinitionId) {
        return read(tables.of(processDefinitionId, TABLE, inputs(facts)));
    }

    static List<Required> read(List<Map<String, Object>> rows) {
        return rows.stream()
                .map(row -> new Required(
                        ((Number) row.get("step")).intValue(), (String) row.get("role"), Required.Needs.valueOf((String)
                                row.get("needs"))))
                .toList();
    }

    private static Map<String, Object> inputs(ApproverFacts facts) {
        return Map.of(
                "kind", facts.kind(),
                "severity", facts.severity(),
                "category", facts.category(),
                "posture", facts.posture(),
                "apologises", facts.apologises());
    }
}
