package io.firebreak.statement.process;

import io.firebreak.engine.ProcessBean;
import io.firebreak.statement.StatementVersion;
import io.firebreak.statement.Statements;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** In which languages the case's statement goes out besides its own, as its author said and its approver saw. */
@ProcessBean("translations")
public class Translations {

    private final Statements statements;

    Translations(Statements statements) {
        this.statements = statements;
    }

    /** BCP 47 tags. */
    public List<String> languages(DelegateExecution execution) {
        return statements
                .find(execution.getProcessBusinessKey(), null)
                .flatMap(statement -> statements.latestApprovedOf(statement.id()))
                .map(StatementVersion::translations)
                .orElse(List.of());
    }
}
