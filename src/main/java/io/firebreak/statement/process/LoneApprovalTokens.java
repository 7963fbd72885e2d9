package io.firebreak.statement.process;

import io.firebreak.access.Actor;
import io.firebreak.crisis.CaseReference;
import io.firebreak.crisis.Cases;
import io.firebreak.crisis.CrisisCase;
import io.firebreak.engine.AsFirebreak;
import io.firebreak.engine.AsPerson;
import io.firebreak.engine.CaseVariables;
import io.firebreak.rule.Refusal;
import io.firebreak.statement.LoneApprovalProcess;
import io.firebreak.statement.LoneBallot;
import io.firebreak.statement.Statements;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Completes tasks for those who approve alone, and starts {@code ReviewLoneApproval}: a process of its own, so that it
 * holds up nothing and ends with no phase.
 */
@Component
class LoneApprovalTokens implements LoneApprovalProcess {

    static final String REVIEW = "ReviewLoneApproval";

    private final Cases cases;
    private final Statements statements;
    private final RuntimeService runtimeService;
    private final TaskService taskService;
    private final AsFirebreak asFirebreak;
    private final AsPerson asPerson;

    LoneApprovalTokens(
            Cases cases,
            Statements statements,
            @Lazy RuntimeService runtimeService,
            @Lazy TaskService taskService,
            AsFirebreak asFirebreak,
            AsPerson asPerson) {
        this.cases = cases;
        this.statements = statements;
        this.runtimeService = runtimeService;
        this.taskService = taskService;
        this.asFirebreak = asFirebreak;
        this.asPerson = asPerson;
    }

    @Override
    public void beginReview(String caseReference, UUID statementId) {
        CrisisCase crisisCase = cases.get(CaseReference.parse(caseReference));
        asFirebreak.run(() -> runtimeService.startProcessInstanceByKey(
                REVIEW,
                caseReference,
                Map.of(
                        CaseVariables.CASE_REFERENCE, caseReference,
                        CaseVariables.CASE_TITLE, crisisCase.report().title(),
                        CaseVariables.SEVERITY, crisisCase.severity().name(),
                        CaseVariables.STATEMENT, statementId.toString())));
    }

    @Override
    public void completeFor(String caseReference, UUID statementId, LoneBallot ballot, Actor actor) {
        Task task = asFirebreak
                .call(() -> approvalOf(caseReference, statementId, actor))
                .orElseThrow(() -> Refusal.conflict(
                        "No task asks for agreement to this text now; please look at the process in Cockpit."));
        if (!actor.id().equals(task.getAssignee())) {
            asFirebreak.run(() -> taskService.setAssignee(task.getId(), actor.id()));
        }
        asPerson.run(actor, () -> taskService.complete(task.getId(), inputs(ballot)));
    }

    /** The person's own, else one that nobody holds, else any. */
    private Optional<Task> approvalOf(String caseReference, UUID statementId, Actor actor) {
        Comparator<Task> ownFirst = Comparator.comparing(task -> !actor.id().equals(task.getAssignee()));
        return taskService
                .createTaskQuery()
                .processInstanceBusinessKey(caseReference)
                .taskDefinitionKey(ApproveStatement.TASK)
                .list()
                .stream()
                .filter(task -> isAbout(task, caseReference, statementId))
                .min(ownFirst.thenComparing(task -> task.getAssignee() != null));
    }

    private boolean isAbout(Task task, String caseReference, UUID statementId) {
        UUID text = CaseVariables.statementIn(taskService.getVariable(task.getId(), CaseVariables.STATEMENT));
        return statements
                .find(caseReference, text)
                .filter(statement -> statement.id().equals(statementId))
                .isPresent();
    }

    private static Map<String, Object> inputs(LoneBallot ballot) {
        Map<String, Object> inputs = new HashMap<>();
        inputs.put("decision", ApproveStatement.Decision.APPROVE_ALONE.name());
        inputs.put("sha256", ballot.seen().sha256());
        inputs.put("factSheetVersion", ballot.seen().factSheet());
        inputs.put("comments", ballot.reason());
        inputs.put("goOnWithGaps", ballot.goingOn().without());
        inputs.put("gapReason", ballot.goingOn().reason());
        return inputs;
    }
}
