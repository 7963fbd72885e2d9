package io.firebreak.webapp;

import io.firebreak.crisis.CaseReference;
import io.firebreak.crisis.Cases;
import io.firebreak.crisis.CrisisCase;
import io.firebreak.engine.FormInputs;
import io.firebreak.engine.VisibleTasks;
import io.firebreak.engine.VisibleTasks.Matter;
import io.firebreak.reply.ReplyReview;
import io.firebreak.reply.ReplyText;
import io.firebreak.rule.Refusal;
import io.firebreak.statement.StatementKind;
import io.firebreak.statement.StatementText;
import io.firebreak.statement.TextReview;
import io.firebreak.statement.TextReview.Reviewed;
import io.firebreak.statement.TypedTexts;
import io.firebreak.statement.TypedTexts.Stage;
import io.firebreak.takedown.ExplanationReview;
import io.firebreak.wording.Finding.Field;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the house rules say to a text that somebody is writing in a form; nothing is kept. */
@Service
class WordingBriefings {

    private final VisibleTasks tasks;
    private final Cases cases;
    private final TypedTexts texts;
    private final TextReview review;
    private final ReplyReview replyReview;
    private final ExplanationReview explanationReview;

    WordingBriefings(
            VisibleTasks tasks,
            Cases cases,
            TypedTexts texts,
            TextReview review,
            ReplyReview replyReview,
            ExplanationReview explanationReview) {
        this.explanationReview = explanationReview;
        this.tasks = tasks;
        this.cases = cases;
        this.texts = texts;
        this.review = review;
        this.replyReview = replyReview;
    }

    /**
     * @param typed the fields of the form, and as {@code purpose} what the text is for; what is missing yet may be
     * @return empty when the signed-in person may not see the task
     * @throws Refusal when something in it can't be taken
     */
    @Transactional(readOnly = true)
    Optional<WordingBriefing> check(String taskId, Map<String, Object> typed) {
        return tasks.matterOf(taskId).map(matter -> {
            FormInputs inputs = new FormInputs(typed);
            return switch (TypedPurpose.of(typed)) {
                case STATEMENT ->
                    of(
                            matter,
                            StatementKind.STATEMENT,
                            texts.statement(matter.caseReference(), inputs, Stage.BEGUN),
                            null,
                            whole(inputs));
                case HOLDING ->
                    of(
                            matter,
                            StatementKind.HOLDING,
                            texts.holding(inputs, Stage.BEGUN).text(),
                            null,
                            inTwo(inputs));
                case TRANSLATION ->
                    of(
                            matter,
                            StatementKind.TRANSLATION,
                            texts.translation(matter.caseReference(), matter.language(), inputs, Stage.BEGUN),
                            texts.original(matter.caseReference()).id(),
                            whole(inputs));
                case REPLY -> reply(matter, inputs);
                case EXPLANATION -> explanation(matter, inputs);
            };
        });
    }

    private WordingBriefing of(
            Matter matter, StatementKind kind, StatementText text, UUID original, TypedPlaces places) {
        Reviewed reviewed = review.review(matter.caseReference(), kind, text, original);
        return WordingBriefing.of(reviewed.findings(), reviewed.parts(), places);
    }

    private WordingBriefing reply(Matter matter, FormInputs inputs) {
        ReplyText text = TypedReply.of(inputs);
        CrisisCase crisisCase = cases.get(CaseReference.parse(matter.caseReference()));
        return WordingBriefing.of(
                replyReview.findings(
                        crisisCase.reference(), text, crisisCase.report().language()),
                new TypedPlaces().then(Field.BODY, "text", inputs.text("text")));
    }

    private WordingBriefing explanation(Matter matter, FormInputs inputs) {
        StatementText text = StatementText.begun(
                inputs.text("language"), inputs.text("title"), inputs.text("explanation"), false, null, false);
        return WordingBriefing.of(
                explanationReview.findings(CaseReference.parse(matter.caseReference()), text),
                titled(inputs).then(Field.BODY, "explanation", inputs.text("explanation")));
    }

    private static TypedPlaces whole(FormInputs inputs) {
        return titled(inputs).then(Field.BODY, "body", inputs.text("body"));
    }

    private static TypedPlaces inTwo(FormInputs inputs) {
        return titled(inputs)
                .then(Field.BODY, "knownFacts", inputs.text("knownFacts"))
                .then(Field.BODY, "beingChecked", inputs.text("beingChecked"));
    }

    private static TypedPlaces titled(FormInputs inputs) {
        return new TypedPlaces().then(Field.TITLE, "title", inputs.text("title"));
    }
}
