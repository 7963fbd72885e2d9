package io.firebreak.escalation.process;

import io.firebreak.engine.AsFirebreak;
import io.firebreak.escalation.ChainProcess;
import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.EventSubscription;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Moves the tokens of {@code ChainOfCommand}. The names of messages stand in the diagram. */
@Component
class ChainTokens implements ChainProcess {

    private static final String ACKNOWLEDGED = "Acknowledged";
    private static final String EVERYBODY_DECLINED = "EverybodyDeclined";
    private static final String GIVEN_BACK = "GivenBack";
    private static final String TASK_SETTLED = "TaskSettled";
    private static final String CHAIN_BROKEN = "chainBroken";

    private final RuntimeService runtimeService;
    private final ManagementService managementService;
    private final AsFirebreak asFirebreak;

    ChainTokens(
            @Lazy RuntimeService runtimeService, @Lazy ManagementService managementService, AsFirebreak asFirebreak) {
        this.runtimeService = runtimeService;
        this.managementService = managementService;
        this.asFirebreak = asFirebreak;
    }

    @Override
    public void rest(String processInstanceId) {
        asFirebreak.run(() -> {
            if (!send(processInstanceId, ACKNOWLEDGED)) {
                moveTimers(processInstanceId);
            }
        });
    }

    @Override
    public void askOn(String processInstanceId) {
        asFirebreak.run(() -> {
            if (!send(processInstanceId, EVERYBODY_DECLINED)) {
                send(processInstanceId, GIVEN_BACK);
            }
        });
    }

    @Override
    public void end(String processInstanceId) {
        asFirebreak.run(() -> send(processInstanceId, TASK_SETTLED));
    }

    @Override
    public void showBroken(String processInstanceId, String sentence) {
        asFirebreak.run(
                () -> runtimeService.createIncident(CHAIN_BROKEN, processInstanceId, processInstanceId, sentence));
    }

    @Override
    public void showAnswered(String processInstanceId) {
        asFirebreak.run(() -> runtimeService
                .createIncidentQuery()
                .processInstanceId(processInstanceId)
                .incidentType(CHAIN_BROKEN)
                .list()
                .forEach(incident -> runtimeService.resolveIncident(incident.getId())));
    }

    /** Gives whether the process waited for it. */
    private boolean send(String processInstanceId, String message) {
        List<EventSubscription> waits = runtimeService
                .createEventSubscriptionQuery()
                .processInstanceId(processInstanceId)
                .eventType("message")
                .eventName(message)
                .list();
        waits.forEach(wait -> runtimeService.messageEventReceived(message, wait.getExecutionId()));
        return !waits.isEmpty();
    }

    private void moveTimers(String processInstanceId) {
        managementService
                .createJobQuery()
                .processInstanceId(processInstanceId)
                .timers()
                .list()
                .forEach(timer -> managementService.recalculateJobDuedate(timer.getId(), false));
    }
}
