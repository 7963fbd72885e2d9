package io.firebreak.roster.process;

import io.firebreak.engine.AsFirebreak;
import io.firebreak.engine.CaseVariables;
import io.firebreak.roster.coverage.GapTasks;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Takes away tasks of {@code ReachabilityCheck}. The name of the message stands in the diagram. */
@Component
class EngineGapTasks implements GapTasks {

    private static final String GAP_CLOSED = "GapClosed";

    private final RuntimeService runtimeService;
    private final AsFirebreak asFirebreak;

    EngineGapTasks(@Lazy RuntimeService runtimeService, AsFirebreak asFirebreak) {
        this.runtimeService = runtimeService;
        this.asFirebreak = asFirebreak;
    }

    @Override
    public void takeAway(UUID askedAs, String processInstanceId) {
        asFirebreak.run(() -> runtimeService
                .createEventSubscriptionQuery()
                .processInstanceId(processInstanceId)
                .eventType("message")
                .eventName(GAP_CLOSED)
                .list()
                .stream()
                .filter(wait ->
                        askedAs.toString().equals(runtimeService.getVariable(wait.getExecutionId(), CaseVariables.GAP)))
                .forEach(wait -> runtimeService.messageEventReceived(GAP_CLOSED, wait.getExecutionId())));
    }
}
