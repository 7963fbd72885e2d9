package io.firebreak.reply.process;

import io.firebreak.crisis.CaseReference;
import io.firebreak.engine.ProcessBean;
import io.firebreak.reply.ThreadReplies;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** <em>Hand it to the channel</em>: a channel that can sends the reply in the thread, else a person does. */
@ProcessBean("routeReply")
class RouteReply implements JavaDelegate {

    private final ThreadReplies replies;

    RouteReply(ThreadReplies replies) {
        this.replies = replies;
    }

    @Override
    public void execute(DelegateExecution execution) {
        boolean handedOver = replies.handOver(CaseReference.parse(execution.getProcessBusinessKey()));
        execution.setVariable(ReplyVariables.REPLY_ON_CHANNEL, handedOver);
    }
}
