package io.firebreak.compensation.process;

import static java.util.stream.Collectors.toMap;

import io.firebreak.compensation.Compensation;
import io.firebreak.compensation.Compensations;
import io.firebreak.engine.FormInputs;
import io.firebreak.engine.ReservedVariables;
import io.firebreak.engine.TaskAct;
import io.firebreak.engine.TaskRule;
import io.firebreak.engine.TaskSubject;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** <em>Agree to the compensation</em>: somebody who wrote none of it agrees, or says why not. */
@Component
class AgreeToCompensation implements TaskRule, ReservedVariables {

    private static final String COMPENSATION_AGREED = "compensationAgreed";

    private enum Decision {
        AGREE,
        REFUSE
    }

    private final Compensations compensations;

    AgreeToCompensation(Compensations compensations) {
        this.compensations = compensations;
    }

    @Override
    public String task() {
        return "UserTask_AgreeToCompensation";
    }

    @Override
    public Set<String> inputs() {
        return Set.of("decision", "affected", "reason");
    }

    @Override
    public Set<String> names() {
        return Set.of(COMPENSATION_AGREED);
    }

    @Override
    public Map<String, String> barred(TaskSubject subject) {
        return Optional.ofNullable(subject.compensation())
                .flatMap(compensations::find)
                .map(Compensation::authors)
                .map(authors -> authors.stream().collect(toMap(author -> author, author -> "wrote in this proposal")))
                .orElse(Map.of());
    }

    @Override
    public void complete(TaskAct act) {
        FormInputs inputs = act.inputs();
        Decision decision = inputs.choice("decision", "The decision", Decision.class);
        if (decision == Decision.AGREE) {
            compensations.agree(act.compensation(), inputs.text("affected"), act.actor());
        } else {
            compensations.refuse(act.compensation(), inputs.text("reason"), act.actor());
        }
        act.result(COMPENSATION_AGREED, decision == Decision.AGREE);
    }
}
