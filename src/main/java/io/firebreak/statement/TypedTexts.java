package io.firebreak.statement;

import io.firebreak.crisis.CaseReference;
import io.firebreak.crisis.Cases;
import io.firebreak.engine.FormInputs;
import io.firebreak.rule.Problems;
import io.firebreak.rule.Refusal;
import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes texts out of what people type in the forms: the same one when it is handed in and when somebody looks at it before,
 * so that what is shown is what will be kept.
 */
@Component
public class TypedTexts {

    /** How far a text is. */
    public enum Stage {
        /** Something may be missing; it is for looking at. */
        BEGUN,
        /** Nothing may be missing. */
        HANDED_IN
    }

    /**
     * A holding statement.
     *
     * @param text put together from them
     */
    public record Holding(HoldingWords words, StatementText text) {}

    private final Cases cases;
    private final Statements statements;
    private final StatementWords words;
    private final Clock clock;

    TypedTexts(Cases cases, Statements statements, StatementWords words, Clock clock) {
        this.cases = cases;
        this.statements = statements;
        this.words = words;
        this.clock = clock;
    }

    /**
     * The text of <em>Write the statement</em>.
     *
     * @throws Refusal that names everything that is wrong with it
     */
    @Transactional(readOnly = true)
    public StatementText statement(String caseReference, FormInputs inputs, Stage stage) {
        return text(
                caseReference,
                inputs.text("language"),
                inputs,
                inputs.ticked("apology"),
                statements.nextIsCorrection(caseReference),
                stage);
    }

    /**
     * The text of <em>Translate the statement</em>. It apologises if its original does.
     *
     * @param language BCP 47
     * @throws Refusal that names everything that is wrong with it, also when there is nothing to translate
     */
    @Transactional(readOnly = true)
    public StatementText translation(String caseReference, String language, FormInputs inputs, Stage stage) {
        boolean correction = statements
                .translationInto(caseReference, language)
                .map(before -> statements.nextIsCorrection(before.id()))
                .orElse(false);
        return text(
                caseReference, language, inputs, original(caseReference).text().apology(), correction, stage);
    }

    /**
     * What a translation of the case's statement says in its language.
     *
     * @throws Refusal when nothing is approved
     */
    @Transactional(readOnly = true)
    public StatementVersion original(String caseReference) {
        return statements
                .find(caseReference, null)
                .flatMap(own -> statements.latestApprovedOf(own.id()))
                .orElseThrow(() -> Refusal.conflict(
                        "No statement of %s is approved, so there is nothing to translate.".formatted(caseReference)));
    }

    /**
     * The text of <em>Write the holding statement</em>.
     *
     * @throws Refusal that names everything that is wrong with it
     */
    public Holding holding(FormInputs inputs, Stage stage) {
        Problems problems = new Problems();
        HoldingWords parts = problems.collect(() -> words(inputs, stage));
        String language = inputs.text("language");
        // without its parts the text is refused anyway; the rest is checked in the same go
        String body = parts == null || language == null ? "-" : words.holding(parts, language);
        StatementText text =
                problems.collect(() -> made(language, inputs.text("title"), body, false, null, false, stage));
        problems.refuseIfAny();
        return new Holding(parts, text);
    }

    private HoldingWords words(FormInputs inputs, Stage stage) {
        String known = inputs.text("knownFacts");
        String checked = inputs.text("beingChecked");
        String next = inputs.text("nextWordAt");
        return stage == Stage.BEGUN
                ? HoldingWords.begun(known, checked, next, clock.instant())
                : HoldingWords.of(known, checked, next, clock.instant());
    }

    private StatementText text(
            String caseReference,
            String language,
            FormInputs inputs,
            boolean apology,
            boolean correction,
            Stage stage) {
        String body = inputs.text("body");
        String whole = language == null
                ? body
                : words.withWrongPost(cases.get(CaseReference.parse(caseReference)), language, body);
        return made(language, inputs.text("title"), whole, apology, inputs.text("correctionNote"), correction, stage);
    }

    private static StatementText made(
            String language,
            String title,
            String body,
            boolean apology,
            String correctionNote,
            boolean correction,
            Stage stage) {
        return stage == Stage.BEGUN
                ? StatementText.begun(language, title, body, apology, correctionNote, correction)
                : StatementText.of(language, title, body, apology, correctionNote, correction);
    }
}
