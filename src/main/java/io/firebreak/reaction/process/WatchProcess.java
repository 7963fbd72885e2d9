package io.firebreak.reaction.process;

import io.firebreak.engine.AsFirebreak;
import io.firebreak.engine.StaffProcesses;
import io.firebreak.reaction.ReactionsDelivered;
import java.util.Set;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells {@code WatchReactions} that nobody need count any more what a tool has delivered. */
@Component
class WatchProcess implements StaffProcesses {

    private static final String PROCESS = "WatchReactions";
    private static final String DELIVERED = "ReactionsDelivered";

    private final RuntimeService runtimeService;
    private final AsFirebreak asFirebreak;

    WatchProcess(@Lazy RuntimeService runtimeService, AsFirebreak asFirebreak) {
        this.runtimeService = runtimeService;
        this.asFirebreak = asFirebreak;
    }

    @Override
    public Set<String> processes() {
        return Set.of(PROCESS);
    }

    /**
     * Where nobody is asked at the moment, nothing happens: the count is kept and seen at the next look. Who judges holds
     * the case (see {@link io.firebreak.reaction.Reactions#trend}), so no count slips through in between.
     */
    @EventListener
    void on(ReactionsDelivered delivered) {
        asFirebreak.run(() -> runtimeService
                .createExecutionQuery()
                .processDefinitionKey(PROCESS)
                .processInstanceBusinessKey(delivered.reference().toString())
                .messageEventSubscriptionName(DELIVERED)
                .active()
                .list()
                .forEach(waiting -> runtimeService.messageEventReceived(DELIVERED, waiting.getId())));
    }
}
