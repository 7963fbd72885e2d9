package io.firebreak.statement.process;

import io.firebreak.engine.CaseVariables;
import io.firebreak.engine.TaskAct;
import io.firebreak.engine.TaskRule;
import io.firebreak.rule.LanguageTag;
import io.firebreak.statement.PictureFile;
import io.firebreak.statement.Speakers;
import io.firebreak.statement.Statement;
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
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** <em>Translate the statement</em>: a person who speaks the language says the approved text in it. */
@Component
class TranslateStatement implements TaskRule {

    private final Statements statements;
    private final TypedTexts texts;
    private final HandedInPictures handedIn;
    private final Speakers speakers;
    private final TextReview review;

    TranslateStatement(
            Statements statements, TypedTexts texts, HandedInPictures handedIn, Speakers speakers, TextReview review) {
        this.statements = statements;
        this.texts = texts;
        this.handedIn = handedIn;
        this.speakers = speakers;
        this.review = review;
    }

    @Override
    public String task() {
        return "UserTask_TranslateStatement";
    }

    @Override
    public Set<String> inputs() {
        return Set.of("title", "body", "correctionNote", "pictures", Verdict.REASON);
    }

    @Override
    public void complete(TaskAct act) {
        String language = LanguageTag.require("language", act.language());
        speakers.require(language, act::isFor, act.actor());
        StatementVersion original = texts.original(act.caseReference());
        List<StatementVersion> earlier = statements
                .translationInto(act.caseReference(), language)
                .map(Statement::id)
                .map(statements::versionsOf)
                .orElse(List.of());
        StatementText text = texts.translation(act.caseReference(), language, act.inputs(), Stage.HANDED_IN);
        Verdict verdict = review.require(
                act.caseReference(),
                StatementKind.TRANSLATION,
                text,
                original.id(),
                act.inputs().text(Verdict.REASON),
                "body");
        List<PictureFile> pictures = handedIn.read(
                act.inputs().text("pictures"),
                Stream.concat(Stream.of(original), earlier.stream()).toList(),
                statements::picturesOf);
        StatementVersion version =
                statements.translate(act.caseReference(), text, pictures, act.actor(), act.drafters());
        review.keep(act.caseReference(), version, verdict);
        act.result(CaseVariables.STATEMENT, version.statementId().toString());
    }
}
