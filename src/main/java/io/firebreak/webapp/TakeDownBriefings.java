package io.firebreak.webapp;

import io.firebreak.crisis.CaseReference;
import io.firebreak.engine.VisibleTasks;
import io.firebreak.evidence.Evidence;
import io.firebreak.takedown.ExplanationReview;
import io.firebreak.takedown.TakeDown;
import io.firebreak.takedown.TakeDowns;
import io.firebreak.wording.Verdict;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Puts together what the forms about a take-down show beside the case. */
@Service
class TakeDownBriefings {

    private final VisibleTasks tasks;
    private final TakeDowns takeDowns;
    private final ExplanationReview review;
    private final Evidence evidence;

    TakeDownBriefings(VisibleTasks tasks, TakeDowns takeDowns, ExplanationReview review, Evidence evidence) {
        this.review = review;
        this.tasks = tasks;
        this.takeDowns = takeDowns;
        this.evidence = evidence;
    }

    /** Empty when the signed-in person may not see the task, or none is under way in its case. */
    @Transactional(readOnly = true)
    Optional<TakeDownBriefing> forTask(String taskId) {
        return tasks.matterOf(taskId)
                .map(matter -> CaseReference.parse(matter.caseReference()))
                .flatMap(reference -> takeDowns
                        .open(reference)
                        .map(takeDown -> TakeDownBriefing.of(
                                takeDown,
                                paperName(takeDown),
                                wordingOf(takeDown),
                                takeDowns.repliesByHand(reference))));
    }

    private Verdict wordingOf(TakeDown takeDown) {
        return takeDown.proposal() == null
                ? null
                : review.of(takeDown.proposal()).orElse(null);
    }

    private String paperName(TakeDown takeDown) {
        return takeDown.proposal() == null
                ? null
                : evidence.get(takeDown.proposal().paper()).file().name();
    }
}
