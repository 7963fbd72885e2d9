package io.firebreak.engine.guard;

import io.firebreak.ledger.Ledger;
import io.firebreak.ledger.LedgerEntry;
import io.firebreak.rule.Refusal;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.HistoricProcessInstanceEntity;
import org.camunda.bpm.engine.impl.persistence.entity.HistoricTaskInstanceEntity;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Tells whoever comes too late to a task who was faster, and when. Only within a command of the engine. */
@Component
public class FinishedTasks {

    private static final Set<String> ENDS = Set.of("task.completed", "task.removed");

    private final Ledger ledger;

    FinishedTasks(@Lazy Ledger ledger) {
        this.ledger = ledger;
    }

    /**
     * @param taskId of a task that is there no more; null, or of none that ever was, is answered too
     */
    public Refusal refusal(String taskId) {
        return Refusal.notFound("%s; please choose the next one in the list."
                .formatted(Optional.ofNullable(taskId)
                        .flatMap(FinishedTasks::caseOf)
                        .flatMap(reference -> end(reference, taskId))
                        .map(FinishedTasks::told)
                        .orElse("Somebody has finished this task in the meantime")));
    }

    private static String told(LedgerEntry end) {
        String at = end.at().truncatedTo(ChronoUnit.SECONDS).toString();
        return end.type().equals("task.completed")
                ? "%s has finished this task in the meantime, at %s".formatted(end.actor(), at)
                : "The case has gone on without this task in the meantime, by an act of %s at %s"
                        .formatted(end.actor(), at);
    }

    private Optional<LedgerEntry> end(String reference, String taskId) {
        List<LedgerEntry> ends = ledger.of(reference).stream()
                .filter(entry -> ENDS.contains(entry.type())
                        && taskId.equals(entry.details().get("taskId")))
                .toList();
        return ends.stream().reduce((earlier, later) -> later);
    }

    private static Optional<String> caseOf(String taskId) {
        CommandContext context = Context.getCommandContext();
        HistoricTaskInstanceEntity task =
                context.getHistoricTaskInstanceManager().findHistoricTaskInstanceById(taskId);
        if (task == null || task.getProcessInstanceId() == null) {
            return Optional.empty();
        }
        return Optional.ofNullable(context.getHistoricProcessInstanceManager()
                        .findHistoricProcessInstance(task.getProcessInstanceId()))
                .map(HistoricProcessInstanceEntity::getBusinessKey);
    }
}
