package io.firebreak.takedown.process;

import static java.util.stream.Collectors.toMap;

import io.firebreak.crisis.CaseReference;
import io.firebreak.engine.FormInputs;
import io.firebreak.engine.ReservedVariables;
import io.firebreak.engine.Staff;
import io.firebreak.engine.TaskAct;
import io.firebreak.engine.TaskRule;
import io.firebreak.engine.TaskSubject;
import io.firebreak.takedown.TakeDown;
import io.firebreak.takedown.TakeDown.Decision;
import io.firebreak.takedown.TakeDowns;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** <em>Countersign the take-down</em>: a second person, of Legal or Management, who wrote none of it. */
@Component
class CountersignTakeDown implements TaskRule, ReservedVariables {

    /** What the second person said, for the gateway. */
    static final String TAKE_DOWN_DECISION = "takeDownDecision";

    private final TakeDowns takeDowns;
    private final Staff staff;

    CountersignTakeDown(TakeDowns takeDowns, Staff staff) {
        this.takeDowns = takeDowns;
        this.staff = staff;
    }

    @Override
    public String task() {
        return "UserTask_CountersignTakeDown";
    }

    @Override
    public Set<String> inputs() {
        return Set.of("decision", "comments", "sha256");
    }

    @Override
    public Set<String> names() {
        return Set.of(TAKE_DOWN_DECISION);
    }

    @Override
    public Map<String, String> barred(TaskSubject subject) {
        return takeDowns
                .open(CaseReference.parse(subject.caseReference()))
                .map(TakeDown::authors)
                .map(authors -> authors.stream().collect(toMap(author -> author, author -> "wrote in this take-down")))
                .orElse(Map.of());
    }

    @Override
    public void complete(TaskAct act) {
        FormInputs inputs = act.inputs();
        Decision decision = inputs.choice("decision", "The decision", Decision.class);
        takeDowns.decide(
                CaseReference.parse(act.caseReference()),
                decision,
                inputs.text("comments"),
                inputs.text("sha256"),
                staff.person(act.actor().id()));
        act.result(TAKE_DOWN_DECISION, decision.name());
    }
}
