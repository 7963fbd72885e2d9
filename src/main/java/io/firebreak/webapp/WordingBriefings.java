package io.firebreak.webapp;

import io.firebreak.crisis.CaseReference;
import io.firebreak.crisis.Cases;
import io.firebreak.crisis.CrisisCase;
import io.firebreak.engine.VisibleTasks;
import io.firebreak.engine.VisibleTasks.Matter;
import io.firebreak.reply.ReplyReview;
import io.firebreak.reply.ReplyText;
import io.firebreak.reply.Way;
import io.firebreak.rule.Refusal;
import io.firebreak.statement.HoldingWords;
import io.firebreak.statement.StatementKind;
import io.firebreak.statement.StatementText;
import io.firebreak.statement.StatementVersion;
import io.firebreak.statement.StatementWords;
import io.firebreak.statement.Statements;
import io.firebreak.statement.TextReview;
import io.firebreak.takedown.ExplanationReview;
import io.firebreak.wording.Finding;
import io.firebreak.wording.Wording.Purpose;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the house rules say to a text that somebody is writing in a form; nothing is kept. */
@Service
class WordingBriefings {

    /**
     * @param findings in the order of the text
     */
    record Checked(List<Finding> findings) {}

    private final VisibleTasks tasks;
    private final Cases cases;
    private final Statements statements;
    private final StatementWords words;
    private final TextReview review;
    private final ReplyReview replyReview;
    private final ExplanationReview explanationReview;
    private final Clock clock;

    WordingBriefings(
            VisibleTasks tasks,
            Cases cases,
            Statements statements,
            StatementWords words,
            TextReview review,
            ReplyReview replyReview,
            ExplanationReview explanationReview,
            Clock clock) {
        this.tasks = tasks;
        this.cases = cases;
        this.statements = statements;
        this.words = words;
        this.review = review;
        this.replyReview = replyReview;
        this.explanationReview = explanationReview;
        this.clock = clock;
    }

    /**
     * @param typed the fields of the form, and as {@code purpose} what the text is for
     * @return empty when the signed-in person may not see the task
     * @throws Refusal when this is no text yet
     */
    @Transactional(readOnly = true)
    Optional<Checked> check(String taskId, Map<String, Object> typed) {
        return tasks.matterOf(taskId).map(matter -> new Checked(findings(matter, new Typed(typed))));
    }

    private List<Finding> findings(Matter matter, Typed typed) {
        return switch (typed.purpose()) {
            case STATEMENT -> statement(matter, typed);
            case HOLDING -> holding(matter, typed);
            case TRANSLATION -> translation(matter, typed);
            case REPLY -> reply(matter, typed);
            case EXPLANATION -> explanation(matter, typed);
        };
    }

    private List<Finding> statement(Matter matter, Typed typed) {
        StatementText text = StatementText.of(
                typed.text("language"), typed.text("title"), body(matter, typed), typed.ticked("apology"), null, false);
        return review.findings(matter.caseReference(), StatementKind.STATEMENT, text, null);
    }

    private String body(Matter matter, Typed typed) {
        String language = typed.text("language") == null ? matter.language() : typed.text("language");
        return words.withWrongPost(caseOf(matter), language, typed.text("body"));
    }

    private List<Finding> holding(Matter matter, Typed typed) {
        HoldingWords parts = HoldingWords.of(
                typed.text("knownFacts"), typed.text("beingChecked"), typed.text("nextWordAt"), clock.instant());
        String language = typed.text("language");
        StatementText text = StatementText.of(
                language,
                typed.text("title"),
                language == null ? null : words.holding(parts, language),
                false,
                null,
                false);
        return review.findings(matter.caseReference(), StatementKind.HOLDING, text, null);
    }

    private List<Finding> translation(Matter matter, Typed typed) {
        StatementVersion original = statements
                .find(matter.caseReference(), null)
                .flatMap(own -> statements.latestApprovedOf(own.id()))
                .orElseThrow(() -> Refusal.conflict("No statement of %s is approved, so there is nothing to translate."
                        .formatted(matter.caseReference())));
        StatementText text = StatementText.of(
                matter.language(),
                typed.text("title"),
                body(matter, typed),
                original.text().apology(),
                null,
                false);
        return review.findings(matter.caseReference(), StatementKind.TRANSLATION, text, original.id());
    }

    private List<Finding> reply(Matter matter, Typed typed) {
        ReplyText text = ReplyText.of(typed.way(), typed.text("text"), typed.ticked("apology"));
        CrisisCase crisisCase = caseOf(matter);
        return replyReview.findings(
                crisisCase.reference(), text, crisisCase.report().language());
    }

    private List<Finding> explanation(Matter matter, Typed typed) {
        StatementText text = StatementText.of(
                typed.text("language"), typed.text("title"), typed.text("explanation"), false, null, false);
        return explanationReview.findings(caseOf(matter).reference(), text);
    }

    private CrisisCase caseOf(Matter matter) {
        return cases.get(CaseReference.parse(matter.caseReference()));
    }

    /** What stands in the fields of a form. */
    private record Typed(Map<String, Object> values) {

        String text(String name) {
            return values.get(name) instanceof String text ? text : null;
        }

        boolean ticked(String name) {
            return Boolean.TRUE.equals(values.get(name));
        }

        Purpose purpose() {
            return one(Purpose.class, "purpose").orElse(Purpose.STATEMENT);
        }

        /** The thread, which asks most, as long as none is chosen. */
        Way way() {
            return one(Way.class, "way").orElse(Way.THREAD);
        }

        private <T extends Enum<T>> Optional<T> one(Class<T> type, String name) {
            return Arrays.stream(type.getEnumConstants())
                    .filter(value -> value.name().equals(text(name)))
                    .findFirst();
        }
    }
}
