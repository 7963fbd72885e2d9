package io.firebreak.crisis.process;

import io.firebreak.crisis.CaseProcess;
import io.firebreak.crisis.CaseReference;
import io.firebreak.crisis.Category;
import io.firebreak.crisis.CrisisCase;
import io.firebreak.crisis.Severity;
import io.firebreak.engine.AsFirebreak;
import io.firebreak.engine.CaseVariables;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Calls the engine for the case. The names of messages stand in the diagram {@code SocialMediaCrisis}. */
@Component
class CrisisProcess implements CaseProcess {

    static final String ID = "SocialMediaCrisis";

    /** Of {@code HoldingStatement}: nobody has to write it any more. */
    private static final String NEXT_WORD_GIVEN = "NextWordGiven";

    private final RuntimeService runtimeService;
    private final TaskService taskService;
    private final AsFirebreak asFirebreak;

    CrisisProcess(@Lazy RuntimeService runtimeService, @Lazy TaskService taskService, AsFirebreak asFirebreak) {
        this.runtimeService = runtimeService;
        this.taskService = taskService;
        this.asFirebreak = asFirebreak;
    }

    @Override
    public void start(CrisisCase opened) {
        asFirebreak.run(() ->
                runtimeService.startProcessInstanceByKey(ID, opened.reference().toString()));
    }

    @Override
    public void newFacts(CaseReference reference) {
        send("NewFacts", reference);
    }

    @Override
    public void respondAgain(CaseReference reference) {
        send("ResponseNeededAgain", reference);
    }

    @Override
    public void severityDecided(CaseReference reference, Severity severity) {
        asFirebreak.run(() -> instances(reference).stream()
                // one that ended in this transaction is still found
                .filter(instance -> !instance.isEnded())
                .forEach(instance ->
                        runtimeService.setVariable(instance.getId(), CaseVariables.SEVERITY, severity.name())));
    }

    @Override
    public void severityChanged(CaseReference reference, Severity before, Severity after) {
        severityDecided(reference, after);
        send("SeverityChanged", reference);
        if (after != Severity.S4) {
            send("CommentBecameCrisis", reference);
        }
    }

    /** A slip of our own is put right in public, however small it is. */
    @Override
    public void oneCommentAfterAll(CaseReference reference) {
        boolean ownSlip = asFirebreak.call(() -> leading(reference)
                .map(instance -> runtimeService.getVariable(instance.getId(), CaseVariables.CATEGORY))
                .filter(Category.OWN_SLIP.name()::equals)
                .isPresent());
        if (ownSlip) {
            return;
        }
        stopWritingHoldingStatement(reference);
        // one that is approved already goes out, and its promise has to be kept
        if (!isHolding(reference)) {
            send("OneCommentAfterAll", reference);
        }
    }

    private void stopWritingHoldingStatement(CaseReference reference) {
        asFirebreak.run(() -> instances(reference).stream()
                .filter(instance -> !instance.isEnded())
                .forEach(instance -> runtimeService
                        .createEventSubscriptionQuery()
                        .processInstanceId(instance.getId())
                        .eventType("message")
                        .eventName(NEXT_WORD_GIVEN)
                        .list()
                        .forEach(wait -> runtimeService.messageEventReceived(NEXT_WORD_GIVEN, wait.getExecutionId()))));
    }

    @Override
    public void replyWanted(CaseReference reference) {
        send("ReplyWanted", reference);
    }

    @Override
    public boolean isAnswering(CaseReference reference) {
        return asFirebreak.call(() -> runtimeService
                        .createProcessInstanceQuery()
                        .processDefinitionKey("ReplyToComment")
                        .processInstanceBusinessKey(reference.toString())
                        .count()
                > 0);
    }

    @Override
    public void earlyEndAsked(CaseReference reference) {
        send("EarlyEndAsked", reference);
    }

    @Override
    public void merged(CaseReference reference) {
        send("CaseMergedAway", reference);
    }

    @Override
    public void falseAlarm(CaseReference reference) {
        send("FalseAlarm", reference);
    }

    @Override
    public boolean isHolding(CaseReference reference) {
        return asFirebreak.call(() -> runtimeService
                        .createProcessInstanceQuery()
                        .processDefinitionKey("HoldingStatement")
                        .processInstanceBusinessKey(reference.toString())
                        .count()
                > 0);
    }

    @Override
    public void leadChanged(CaseReference reference, String before, String after) {
        asFirebreak.run(() -> taskService
                .createTaskQuery()
                .processInstanceBusinessKey(reference.toString())
                .taskAssignee(before)
                .list()
                .forEach(task -> taskService.setAssignee(task.getId(), canTake(task.getId(), after) ? after : null)));
    }

    private boolean canTake(String taskId, String user) {
        return taskService
                        .createTaskQuery()
                        .taskId(taskId)
                        .taskCandidateUser(user)
                        .includeAssignedTasks()
                        .count()
                > 0;
    }

    /** The message goes to the process that leads the case, if it waits for it there. */
    private void send(String message, CaseReference reference) {
        asFirebreak.run(() -> leading(reference)
                .filter(instance -> waitsFor(message, instance))
                .ifPresent(instance -> runtimeService
                        .createMessageCorrelation(message)
                        .processInstanceId(instance.getId())
                        .correlate()));
    }

    private boolean waitsFor(String message, ProcessInstance instance) {
        return runtimeService
                        .createEventSubscriptionQuery()
                        .processInstanceId(instance.getId())
                        .eventType("message")
                        .eventName(message)
                        .count()
                > 0;
    }

    private Optional<ProcessInstance> leading(CaseReference reference) {
        return Optional.ofNullable(runtimeService
                .createProcessInstanceQuery()
                .processDefinitionKey(ID)
                .processInstanceBusinessKey(reference.toString())
                .singleResult());
    }

    private List<ProcessInstance> instances(CaseReference reference) {
        return runtimeService
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(reference.toString())
                .list();
    }
}
