package io.firebreak.statement.process;

import io.firebreak.engine.FormInputs;
import io.firebreak.engine.TaskAct;
import io.firebreak.engine.TaskRule;
import io.firebreak.rule.Refusal;
import io.firebreak.statement.PictureFile;
import io.firebreak.statement.StatementText;
import io.firebreak.statement.Statements;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** <em>Write the statement</em>: a person hands in a text for approval. */
@Component
class WriteStatement implements TaskRule {

    private final Statements statements;
    private final HandedInPictures handedIn;

    WriteStatement(Statements statements, HandedInPictures handedIn) {
        this.statements = statements;
        this.handedIn = handedIn;
    }

    @Override
    public String task() {
        return "UserTask_WriteStatement";
    }

    @Override
    public Set<String> inputs() {
        return Set.of("language", "title", "body", "apology", "correctionNote", "pictures");
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
        refuseThirdApology(act.caseReference(), text);
        List<PictureFile> pictures = handedIn.read(
                inputs.text("pictures"), statements.versionsOf(act.caseReference()), statements::picturesOf);
        statements.write(act.caseReference(), text, pictures, act.actor());
    }

    /** The gate would refuse it at the end; whoever writes should know at once. */
    private void refuseThirdApology(String caseReference, StatementText text) {
        if (text.apology() && statements.approvedApologies(caseReference) >= Statements.MAXIMUM_APOLOGIES) {
            throw Refusal.invalid(
                    "apology", "This case has apologised twice; please give facts and measures, and no apology.");
        }
    }
}
