package io.firebreak.engine;

import io.firebreak.rule.Refusal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Asks decision tables from within Firebreak; diagrams ask them by themselves. */
@Component
public class DecisionTables {

    private final DecisionService decisionService;
    private final RepositoryService repositoryService;
    private final AsFirebreak asFirebreak;
    private final Map<Use, String> tables = new ConcurrentHashMap<>();

    /** A table that a process uses. */
    private record Use(String processDefinitionId, String table) {}

    DecisionTables(
            @Lazy DecisionService decisionService, @Lazy RepositoryService repositoryService, AsFirebreak asFirebreak) {
        this.decisionService = decisionService;
        this.repositoryService = repositoryService;
        this.asFirebreak = asFirebreak;
    }

    /**
     * The rows that fit. The table of the deployment to which the process belongs decides, so that a changed table does
     * not change running cases; for a process that was deployed without one, the newest.
     *
     * @return the outputs of each row by their names
     * @throws Refusal when there is no such table
     */
    public List<Map<String, Object>> of(String processDefinitionId, String table, Map<String, Object> inputs) {
        String id = tables.computeIfAbsent(new Use(processDefinitionId, table), this::tableFor);
        return asFirebreak.call(() -> decisionService
                .evaluateDecisionTableById(id)
                .variables(inputs)
                .evaluate()
                .getResultList());
    }

    /** The same of the newest table. */
    public List<Map<String, Object>> newest(String table, Map<String, Object> inputs) {
        return asFirebreak.call(() -> decisionService
                .evaluateDecisionTableByKey(table)
                .variables(inputs)
                .evaluate()
                .getResultList());
    }

    private String tableFor(Use use) {
        return asFirebreak.call(() -> {
            ProcessDefinition process = repositoryService.getProcessDefinition(use.processDefinitionId());
            return bundledWith(process, use.table())
                    .or(() -> latest(use.table()))
                    .orElseThrow(() -> Refusal.conflict("The table %s is not deployed; please deploy it with %s."
                            .formatted(use.table(), process.getKey())))
                    .getId();
        });
    }

    private Optional<DecisionDefinition> bundledWith(ProcessDefinition process, String table) {
        return Optional.ofNullable(repositoryService
                .createDecisionDefinitionQuery()
                .deploymentId(process.getDeploymentId())
                .decisionDefinitionKey(table)
                .singleResult());
    }

    private Optional<DecisionDefinition> latest(String table) {
        return Optional.ofNullable(repositoryService
                .createDecisionDefinitionQuery()
                .decisionDefinitionKey(table)
                .latestVersion()
                .singleResult());
    }
}
