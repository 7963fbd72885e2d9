package io.firebreak.escalation.process;

import io.firebreak.engine.AsFirebreak;
import io.firebreak.engine.CaseVariables;
import io.firebreak.engine.HandedIn;
import io.firebreak.roster.AbsenceEnded;
import io.firebreak.roster.AbsenceReported;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Calls the engine for absences. The names of messages stand in the diagram {@code ReportAbsence}. */
@Component
class AbsenceProcess {

    static final String ID = "ReportAbsence";

    private static final String ENDED_EARLY = "AbsenceEndedEarly";

    private final RuntimeService runtimeService;
    private final AsFirebreak asFirebreak;

    AbsenceProcess(@Lazy RuntimeService runtimeService, AsFirebreak asFirebreak) {
        this.runtimeService = runtimeService;
        this.asFirebreak = asFirebreak;
    }

    /** One that was reported with the start form has its process already: the one that keeps it. */
    @EventListener
    void on(AbsenceReported reported) {
        if (HandedIn.atStart().isEmpty()) {
            asFirebreak.run(() -> runtimeService.startProcessInstanceByKey(
                    ID, Map.of(CaseVariables.ABSENCE, reported.absence().id().toString())));
        }
    }

    @EventListener
    void on(AbsenceEnded ended) {
        asFirebreak.run(() -> runtimeService
                .createExecutionQuery()
                .processDefinitionKey(ID)
                .processVariableValueEquals(
                        CaseVariables.ABSENCE, ended.absence().id().toString())
                .messageEventSubscriptionName(ENDED_EARLY)
                .list()
                .forEach(wait -> runtimeService.messageEventReceived(ENDED_EARLY, wait.getId())));
    }
}
