package io.firebreak.statement.process;

import io.firebreak.engine.CaseVariables;
import io.firebreak.engine.FormInputs;
import io.firebreak.engine.TaskAct;
import io.firebreak.engine.TaskRule;
import io.firebreak.rule.Problems;
import io.firebreak.statement.HoldingWords;
import io.firebreak.statement.StatementKind;
import io.firebreak.statement.StatementText;
import io.firebreak.statement.StatementVersion;
import io.firebreak.statement.StatementWords;
import io.firebreak.statement.Statements;
import io.firebreak.statement.TextReview;
import io.firebreak.wording.Verdict;
import java.time.Clock;
import java.util.Set;
import org.springframework.stereotype.Component;

/** <em>Write the holding statement</em>: what is known, what is being checked, when the next word comes. */
@Component
class WriteHoldingStatement implements TaskRule {

    private final Statements statements;
    private final StatementWords words;
    private final TextReview review;
    private final Clock clock;

    WriteHoldingStatement(Statements statements, StatementWords words, TextReview review, Clock clock) {
        this.statements = statements;
        this.words = words;
        this.review = review;
        this.clock = clock;
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
        Problems problems = new Problems();
        HoldingWords parts = problems.collect(() -> HoldingWords.of(
                inputs.text("knownFacts"), inputs.text("beingChecked"), inputs.text("nextWordAt"), clock.instant()));
        StatementText text = problems.collect(() -> text(inputs, parts));
        problems.refuseIfAny();
        Verdict verdict = review.require(
                act.caseReference(), StatementKind.HOLDING, text, null, inputs.text(Verdict.REASON), "knownFacts");
        StatementVersion version =
                statements.writeHolding(act.caseReference(), act.statement(), text, parts, act.actor(), act.drafters());
        review.keep(act.caseReference(), version, verdict);
        act.result(CaseVariables.STATEMENT, version.statementId().toString());
    }

    private StatementText text(FormInputs inputs, HoldingWords parts) {
        String language = inputs.text("language");
        // without its parts the text is refused anyway; the rest is checked in the same go
        String body = parts == null || language == null ? "-" : words.holding(parts, language);
        return StatementText.of(language, inputs.text("title"), body, false, null, false);
    }
}
