package io.firebreak.statement.process;

import io.firebreak.crisis.CaseReference;
import io.firebreak.crisis.Cases;
import io.firebreak.crisis.CrisisCase;
import io.firebreak.crisis.PublicRecord;
import io.firebreak.engine.CaseVariables;
import io.firebreak.engine.ProcessBean;
import io.firebreak.engine.TaskDeadlines;
import io.firebreak.rule.Refusal;
import io.firebreak.statement.Promises;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.annotation.Lazy;

/** When a case has to speak next, before its statement is there. */
@ProcessBean("promisedWord")
public class PromisedWord {

    private final Cases cases;
    private final Promises promises;
    private final PublicRecord publicRecord;
    private final TaskDeadlines deadlines;
    private final TaskService taskService;
    private final Clock clock;

    PromisedWord(
            Cases cases,
            Promises promises,
            PublicRecord publicRecord,
            TaskDeadlines deadlines,
            @Lazy TaskService taskService,
            Clock clock) {
        this.cases = cases;
        this.promises = promises;
        this.publicRecord = publicRecord;
        this.deadlines = deadlines;
        this.taskService = taskService;
        this.clock = clock;
    }

    /** The moment that was promised last; before the first promise, when the holding statement is due. */
    public Date dueAt(DelegateExecution execution) {
        return Date.from(promises.owed(execution.getProcessBusinessKey())
                .map(Promises.Owed::dueAt)
                .orElseGet(() -> firstDueAt(execution)));
    }

    private Instant firstDueAt(DelegateExecution execution) {
        CrisisCase crisisCase = cases.get(CaseReference.parse(execution.getProcessBusinessKey()));
        if (crisisCase.timing() == null) {
            throw Refusal.conflict("The timing of " + crisisCase.reference() + " is not decided yet.");
        }
        Instant holding = crisisCase.timing().holdingStatementDueAt();
        return holding == null ? crisisCase.timing().statementDueAt() : holding;
    }

    /**
     * Early enough before the promised moment to write the next word: as long before as the table of deadlines says,
     * and no longer than half of what is left.
     */
    public Date nearlyDueAt(DelegateExecution execution, String event) {
        // an approval that no longer counts promised nothing: the word is to be given now
        Instant promised = promises.promisedBy(statement(execution)).orElseGet(clock::instant);
        Duration half = Duration.between(clock.instant(), promised).dividedBy(2);
        Duration lead = Duration.parse(deadlines.waitAtMost(execution, event));
        return Date.from(promised.minus(lead.compareTo(half) < 0 ? lead : half));
    }

    /** Whether something newer went out, or is about to: the next word, or the statement itself. */
    public boolean isGiven(DelegateExecution execution) {
        return promises.isGiven(statement(execution))
                || publicRecord.isStatementOnItsWay(CaseReference.parse(execution.getProcessBusinessKey()));
    }

    /** The id, in the diagram, of the task for which the word waits. */
    public String openTask(DelegateExecution execution) {
        return taskService.createTaskQuery().processInstanceId(execution.getProcessInstanceId()).list().stream()
                .map(Task::getTaskDefinitionKey)
                .findFirst()
                .orElse("");
    }

    private static UUID statement(DelegateExecution execution) {
        return CaseVariables.statementIn(execution.getVariable(CaseVariables.STATEMENT));
    }
}
