package io.firebreak.statement.process;

import io.firebreak.engine.ProcessBean;
import java.util.List;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.runtime.EventSubscription;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.context.annotation.Lazy;

/** The statement goes out: whoever still writes a holding statement of the case need not any more. */
@ProcessBean("nextWordGiven")
class NextWordGiven implements ExecutionListener {

    private static final String PROCESS = "HoldingStatement";
    private static final String MESSAGE = "NextWordGiven";

    private final RuntimeService runtimeService;

    NextWordGiven(@Lazy RuntimeService runtimeService) {
        this.runtimeService = runtimeService;
    }

    /** Nobody may be waiting, which is fine. */
    @Override
    public void notify(DelegateExecution execution) {
        runtimeService
                .createProcessInstanceQuery()
                .processDefinitionKey(PROCESS)
                .processInstanceBusinessKey(execution.getProcessBusinessKey())
                .list()
                .stream()
                .flatMap(instance -> waitsIn(instance).stream())
                .forEach(wait -> runtimeService.messageEventReceived(MESSAGE, wait.getExecutionId()));
    }

    private List<EventSubscription> waitsIn(ProcessInstance instance) {
        return runtimeService
                .createEventSubscriptionQuery()
                .processInstanceId(instance.getId())
                .eventType("message")
                .eventName(MESSAGE)
                .list();
    }
}
