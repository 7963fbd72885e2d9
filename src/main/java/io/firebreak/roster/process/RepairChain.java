package io.firebreak.roster.process;

import io.firebreak.engine.TaskAct;
import io.firebreak.engine.TaskRule;
import io.firebreak.roster.coverage.Gaps;
import io.firebreak.rule.Refusal;
import java.util.Set;
import org.springframework.stereotype.Component;

/** <em>Repair the chain</em>: somebody says what was done. */
@Component
class RepairChain implements TaskRule {

    private final Gaps gaps;

    RepairChain(Gaps gaps) {
        this.gaps = gaps;
    }

    @Override
    public String task() {
        return "UserTask_RepairChain";
    }

    @Override
    public Set<String> inputs() {
        return Set.of("decision", "note");
    }

    @Override
    public void complete(TaskAct act) {
        if (act.gap() == null) {
            throw Refusal.conflict("This task is about no gap; please ask who designs the processes.");
        }
        Gaps.Answer answer = act.inputs().choice("decision", "What was done", Gaps.Answer.class);
        gaps.answer(act.gap(), answer, act.inputs().text("note"), act.actor());
    }
}
