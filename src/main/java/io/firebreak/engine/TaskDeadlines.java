package io.firebreak.engine;

import io.firebreak.rule.Refusal;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.springframework.context.annotation.Lazy;

/**
 * How long a human task may take, as the decision table {@code TaskTiming} says. The table of the deployment to which
 * the process belongs decides, so that a changed table does not change running cases; for a process that was deployed
 * without one, the newest.
 */
@ProcessBean("taskDeadlines")
public class TaskDeadlines {

    private static final String TABLE = "TaskTiming";

    private final DecisionService decisionService;
    private final RepositoryService repositoryService;
    private final AsFirebreak asFirebreak;
    private final Map<String, String> tableByProcess = new ConcurrentHashMap<>();

    TaskDeadlines(
            @Lazy DecisionService decisionService, @Lazy RepositoryService repositoryService, AsFirebreak asFirebreak) {
        this.decisionService = decisionService;
        this.repositoryService = repositoryService;
        this.asFirebreak = asFirebreak;
    }

    /** How long after its creation the task is due. */
    public Duration dueIn(DelegateExecution execution, String task) {
        return Duration.parse(decide(execution, task, "dueIn"));
    }

    /** A repeating interval ({@code R/PT5M}) for reminders, as long as the task is open. */
    public String reminderCycle(DelegateExecution execution, String task) {
        return "R/" + decide(execution, task, "remindEvery");
    }

    /** How long an event of the diagram waits at most, as an ISO duration; its row is found by its id as for tasks. */
    public String waitAtMost(DelegateExecution execution, String event) {
        return decide(execution, event, "dueIn");
    }

    /** How long after its creation the chain of command is called, as an ISO duration. */
    public String escalateAfter(DelegateExecution execution, String task) {
        return decide(execution, task, "escalateAfter");
    }

    /** The role whose chain of command is asked, by its group id. */
    public String escalateTo(DelegateExecution execution, String task) {
        return decide(execution, task, "escalateTo");
    }

    private String decide(DelegateExecution execution, String task, String output) {
        Object severity = execution.getVariable(CaseVariables.SEVERITY);
        Map<String, Object> inputs = Map.of("task", task, "severity", severity == null ? "" : severity);
        String table = tableByProcess.computeIfAbsent(execution.getProcessDefinitionId(), this::tableFor);
        return asFirebreak.call(() -> decisionService
                .evaluateDecisionTableById(table)
                .variables(inputs)
                .evaluate()
                .getSingleResult()
                .getEntry(output));
    }

    private String tableFor(String processDefinitionId) {
        return asFirebreak.call(() -> {
            ProcessDefinition process = repositoryService.getProcessDefinition(processDefinitionId);
            return bundledWith(process)
                    .or(this::latest)
                    .orElseThrow(() -> Refusal.conflict("The table %s is not deployed; please deploy it with %s."
                            .formatted(TABLE, process.getKey())))
                    .getId();
        });
    }

    private Optional<DecisionDefinition> bundledWith(ProcessDefinition process) {
        return Optional.ofNullable(repositoryService
                .createDecisionDefinitionQuery()
                .deploymentId(process.getDeploymentId())
                .decisionDefinitionKey(TABLE)
                .singleResult());
    }

    private Optional<DecisionDefinition> latest() {
        return Optional.ofNullable(repositoryService
                .createDecisionDefinitionQuery()
                .decisionDefinitionKey(TABLE)
                .latestVersion()
                .singleResult());
    }
}
