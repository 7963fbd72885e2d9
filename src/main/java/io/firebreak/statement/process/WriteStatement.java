package io.firebreak.statement.process;

import io.firebreak.engine.FormInputs;
import io.firebreak.engine.TaskAct;
import io.firebreak.engine.TaskRule;
import io.firebreak.statement.StatementText;
import io.firebreak.statement.Statements;
import java.util.Set;
import org.springframework.stereotype.Component;

/** <em>Write the statement</em>: a person hands in a text for approval. */
@Component
class WriteStatement implements TaskRule {

    private final Statements statements;

    WriteStatement(Statements statements) {
        this.statements = statements;
    }

    @Override
    public String task() {
        return "UserTask_WriteStatement";
    }

    @Override
    public Set<String> inputs() {
        return Set.of("language", "title", "body", "apology", "correctionNote");
    }

    @Override
    public void complete(TaskAct act) {
        FormInputs inputs = act.inputs();
        StatementText text = StatementText.of(
                inputs.text("language"),
                inputs.text("title"),
                inputs.text("body"),
                inputs.ticked("apology"),
                inputs.text("correctionNote"),
                statements.nextIsCorrection(act.caseReference()));
        statements.write(act.caseReference(), text, act.actor());
    }
}
