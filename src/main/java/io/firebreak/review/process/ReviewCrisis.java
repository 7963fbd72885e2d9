package io.firebreak.review.process;

import io.firebreak.crisis.CaseReference;
import io.firebreak.crisis.Cases;
import io.firebreak.engine.ReservedVariables;
import io.firebreak.engine.StaffProcesses;
import io.firebreak.engine.TaskAct;
import io.firebreak.engine.TaskRule;
import io.firebreak.review.LessonReader;
import io.firebreak.review.Lessons;
import java.util.Set;
import org.springframework.stereotype.Component;

/** <em>Review the crisis</em>: note the lessons, or have the published statement corrected first. */
@Component
class ReviewCrisis implements TaskRule, ReservedVariables, StaffProcesses {

    private static final String CORRECTION_NEEDED = "correctionNeeded";

    private final Cases cases;
    private final Lessons lessons;
    private final LessonReader reader;

    ReviewCrisis(Cases cases, Lessons lessons, LessonReader reader) {
        this.cases = cases;
        this.lessons = lessons;
        this.reader = reader;
    }

    @Override
    public String task() {
        return "UserTask_ReviewCrisis";
    }

    @Override
    public Set<String> processes() {
        return Set.of("PostCrisisReview", "CarryOutMeasure");
    }

    @Override
    public Set<String> inputs() {
        return Set.of(CORRECTION_NEEDED, "correctionReason", LessonReader.INPUT);
    }

    @Override
    public Set<String> names() {
        return Set.of(CORRECTION_NEEDED);
    }

    @Override
    public void complete(TaskAct act) {
        CaseReference reference = CaseReference.parse(act.caseReference());
        boolean correctionNeeded = act.inputs().answer(CORRECTION_NEEDED, "Whether the statement needs a correction");
        if (correctionNeeded) {
            cases.respondAgain(reference, act.inputs().text("correctionReason"), act.actor());
        } else {
            lessons.note(reference, reader.read(act.inputs().text(LessonReader.INPUT)), act.actor());
        }
        act.result(CORRECTION_NEEDED, correctionNeeded);
    }
}
