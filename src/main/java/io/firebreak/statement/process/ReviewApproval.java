package io.firebreak.statement.process;

import io.firebreak.engine.FormInputs;
import io.firebreak.engine.TaskAct;
import io.firebreak.engine.TaskRule;
import io.firebreak.engine.TaskSubject;
import io.firebreak.statement.LoneReviews;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** <em>Review the approval alone</em>: somebody else says whether it was right, and what is learnt from it. */
@Component
class ReviewApproval implements TaskRule {

    private enum Outcome {
        JUSTIFIED,
        NOT_JUSTIFIED
    }

    private final LoneReviews reviews;

    ReviewApproval(LoneReviews reviews) {
        this.reviews = reviews;
    }

    @Override
    public String task() {
        return "UserTask_ReviewApproval";
    }

    @Override
    public Set<String> inputs() {
        return Set.of("outcome", "words", "lesson");
    }

    @Override
    public Map<String, String> barred(TaskSubject subject) {
        return reviews.toReview(subject.statement())
                .flatMap(version -> version.agreement().alone())
                .map(alone -> Map.of(alone.votedBy(), "approved this text alone"))
                .orElse(Map.of());
    }

    @Override
    public void complete(TaskAct act) {
        FormInputs inputs = act.inputs();
        Outcome outcome = inputs.choice("outcome", "The outcome", Outcome.class);
        reviews.review(
                act.statement(),
                outcome == Outcome.JUSTIFIED,
                inputs.text("words"),
                inputs.text("lesson"),
                act.actor());
    }
}
