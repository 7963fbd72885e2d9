package io.firebreak.reply.process;

import io.firebreak.crisis.CaseReference;
import io.firebreak.engine.AsFirebreak;
import io.firebreak.reply.ReplyProcess;
import io.firebreak.reply.ThreadReplies;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.EventSubscription;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Ends the wait of {@code ReplyToComment} for a channel. The name of the message stands in the diagram. */
@Component
class EngineReplyProcess implements ReplyProcess {

    private static final String REPLY_SETTLED = "ReplySettled";

    private final RuntimeService runtimeService;
    private final AsFirebreak asFirebreak;
    private final ThreadReplies replies;

    EngineReplyProcess(@Lazy RuntimeService runtimeService, AsFirebreak asFirebreak, ThreadReplies replies) {
        this.runtimeService = runtimeService;
        this.asFirebreak = asFirebreak;
        this.replies = replies;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void follow(CaseReference reference) {
        if (replies.isUnderWay(reference)) {
            return;
        }
        boolean sent = replies.isSent(reference);
        asFirebreak.run(() -> runtimeService
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(reference.toString())
                .active()
                .list()
                .forEach(instance -> endWaits(instance, sent)));
    }

    private void endWaits(ProcessInstance instance, boolean sent) {
        for (EventSubscription wait : runtimeService
                .createEventSubscriptionQuery()
                .processInstanceId(instance.getId())
                .eventType("message")
                .eventName(REPLY_SETTLED)
                .list()) {
            runtimeService.setVariable(instance.getId(), ReplyVariables.REPLY_SENT, sent);
            runtimeService.messageEventReceived(REPLY_SETTLED, wait.getExecutionId());
        }
    }

    @Override
    public Set<String> waitingCases() {
        return asFirebreak.call(
                () -> {
                    Set<String> instances = runtimeService
                            .createEventSubscriptionQuery()
                            .eventType("message")
                            .eventName(REPLY_SETTLED)
                            .list()
                            .stream()
                            .map(EventSubscription::getProcessInstanceId)
                            .collect(Collectors.toSet());
                    return instances.isEmpty() ? Set.of() : casesOf(instances);
                });
    }

    private Set<String> casesOf(Set<String> instances) {
        return runtimeService.createProcessInstanceQuery().processInstanceIds(instances).active().list().stream()
                .map(ProcessInstance::getBusinessKey)
                .filter(key -> key != null)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
