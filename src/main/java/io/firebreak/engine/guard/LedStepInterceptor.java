package io.firebreak.engine.guard;

import io.firebreak.engine.LedSteps;
import io.firebreak.rule.Refusal;
import java.util.Map;
import org.camunda.bpm.engine.impl.cmd.FetchExternalTasksCmd;
import org.camunda.bpm.engine.impl.cmd.HandleExternalTaskCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.persistence.entity.ExternalTaskEntity;

/**
 * Keeps everybody but Firebreak from taking, completing and failing the steps that it leads on itself, administrators
 * included. How often such a step may still be tried can be set by whoever has the right: that is "Retry" in Cockpit.
 */
class LedStepInterceptor extends CommandInterceptor {

    @Override
    public <T> T execute(Command<T> command) {
        if (Context.getCommandContext().getAuthentication() != null && concernsLedStep(command)) {
            throw Refusal.notAllowed(
                    "Firebreak alone leads this step on, as its record of publications says. Please use the tasks.");
        }
        return next.execute(command);
    }

    private static boolean concernsLedStep(Command<?> command) {
        if (command instanceof FetchExternalTasksCmd) {
            Map<?, ?> topics = (Map<?, ?>) CommandField.read(command, "fetchInstructions");
            return topics.containsKey(LedSteps.PUBLICATION);
        }
        return command instanceof HandleExternalTaskCmd && isLed((String) CommandField.read(command, "externalTaskId"));
    }

    private static boolean isLed(String externalTaskId) {
        if (externalTaskId == null) {
            return false;
        }
        ExternalTaskEntity step =
                Context.getCommandContext().getExternalTaskManager().findExternalTaskById(externalTaskId);
        return step != null && LedSteps.PUBLICATION.equals(step.getTopicName());
    }
}
