package io.firebreak.statement.process;

import io.firebreak.engine.CaseVariables;
import io.firebreak.engine.FormInputs;
import io.firebreak.engine.TaskAct;
import io.firebreak.engine.TaskRule;
import io.firebreak.statement.StatementKind;
import io.firebreak.statement.StatementVersion;
import io.firebreak.statement.Statements;
import io.firebreak.statement.TextReview;
import io.firebreak.statement.TypedTexts;
import io.firebreak.statement.TypedTexts.Stage;
import io.firebreak.wording.Verdict;
import java.util.Set;
import org.springframework.stereotype.Component;

/** <em>Write the holding statement</em>: what is known, what is being checked, when the next word comes. */
@Component
class WriteHoldingStatement implements TaskRule {

    private final Statements statements;
    private final TypedTexts texts;
    private final TextReview review;

    WriteHoldingStatement(Statements statements, TypedTexts texts, TextReview review) {
        this.statements = statements;
        this.texts = texts;
        this.review = review;
    }

    @Override
    public String task() {
        return "UserTask_WriteHoldingStatement";
    }

    @Override
    public Set<String> inputs() {
        return Set.of("language", "title", "knownFacts", "beingChecked", "nextWordAt", Verdict.REASON);
    }

    @Override
    public void complete(TaskAct act) {
        FormInputs inputs = act.inputs();
        TypedTexts.Holding holding = texts.holding(inputs, Stage.HANDED_IN);
        Verdict verdict = review.require(
                act.caseReference(),
                StatementKind.HOLDING,
                holding.text(),
                null,
                inputs.text(Verdict.REASON),
                "knownFacts");
        StatementVersion version = statements.writeHolding(
                act.caseReference(), act.statement(), holding.text(), holding.words(), act.actor(), act.drafters());
        review.keep(act.caseReference(), version, verdict);
        act.result(CaseVariables.STATEMENT, version.statementId().toString());
    }
}
