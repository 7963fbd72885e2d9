package io.firebreak.statement.process;

import io.firebreak.crisis.CaseReference;
import io.firebreak.crisis.FactEntries;
import io.firebreak.engine.CaseVariables;
import io.firebreak.engine.FormInputs;
import io.firebreak.engine.TaskAct;
import io.firebreak.engine.TaskRule;
import io.firebreak.rule.Refusal;
import io.firebreak.statement.PictureFile;
import io.firebreak.statement.Speakers;
import io.firebreak.statement.StatementKind;
import io.firebreak.statement.StatementText;
import io.firebreak.statement.StatementVersion;
import io.firebreak.statement.Statements;
import io.firebreak.statement.TextReview;
import io.firebreak.statement.TypedTexts;
import io.firebreak.statement.TypedTexts.Stage;
import io.firebreak.wording.Verdict;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** <em>Write the statement</em>: a person hands in a text for approval. */
@Component
class WriteStatement implements TaskRule {

    private final Statements statements;
    private final TypedTexts texts;
    private final HandedInPictures handedIn;
    private final Speakers speakers;
    private final FactEntries entries;
    private final TextReview review;

    WriteStatement(
            Statements statements,
            TypedTexts texts,
            HandedInPictures handedIn,
            Speakers speakers,
            FactEntries entries,
            TextReview review) {
        this.entries = entries;
        this.statements = statements;
        this.texts = texts;
        this.handedIn = handedIn;
        this.speakers = speakers;
        this.review = review;
    }

    @Override
    public String task() {
        return "UserTask_WriteStatement";
    }

    @Override
    public Set<String> inputs() {
        return Set.of(
                "language",
                "title",
                "body",
                "apology",
                "correctionNote",
                "pictures",
                "translations",
                FactEntries.INPUT,
                Verdict.REASON);
    }

    @Override
    public void complete(TaskAct act) {
        FormInputs inputs = act.inputs();
        // before the text, which is compared with it
        entries.take(CaseReference.parse(act.caseReference()), inputs.text(FactEntries.INPUT), act.actor());
        StatementText text = texts.statement(act.caseReference(), inputs, Stage.HANDED_IN);
        refuseThirdApology(act.caseReference(), text);
        Verdict verdict = review.require(
                act.caseReference(), StatementKind.STATEMENT, text, null, inputs.text(Verdict.REASON), "body");
        List<PictureFile> pictures = handedIn.read(
                inputs.text("pictures"), statements.versionsOf(act.caseReference()), statements::picturesOf);
        StatementVersion version = statements.write(
                act.caseReference(),
                text,
                pictures,
                speakers.translations(inputs.text("translations"), text.language()),
                act.actor(),
                act.drafters());
        review.keep(act.caseReference(), version, verdict);
        act.result(CaseVariables.STATEMENT, version.statementId().toString());
    }

    /** The gate would refuse it at the end; whoever writes should know at once. */
    private void refuseThirdApology(String caseReference, StatementText text) {
        if (text.apology() && statements.approvedApologies(caseReference) >= Statements.MAXIMUM_APOLOGIES) {
            throw Refusal.invalid(
                    "apology", "This case has apologised twice; please give facts and measures, and no apology.");
        }
    }
}
