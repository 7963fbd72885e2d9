package io.firebreak.engine.guard;

import java.util.Map;
import org.camunda.bpm.engine.impl.ProcessInstantiationBuilderImpl;
import org.camunda.bpm.engine.impl.cmd.AssignTaskCmd;
import org.camunda.bpm.engine.impl.cmd.ClaimTaskCmd;
import org.camunda.bpm.engine.impl.cmd.CompleteTaskCmd;
import org.camunda.bpm.engine.impl.cmd.HandleTaskBpmnErrorCmd;
import org.camunda.bpm.engine.impl.cmd.HandleTaskEscalationCmd;
import org.camunda.bpm.engine.impl.cmd.ResolveTaskCmd;
import org.camunda.bpm.engine.impl.cmd.StartProcessInstanceAtActivitiesCmd;
import org.camunda.bpm.engine.impl.cmd.StartProcessInstanceCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitStartFormCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitTaskFormCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;

/** The commands of the engine by which people work on tasks and start processes, and where in them lies what. */
final class FormCommands {

    private FormCommands() {}

    static boolean isForm(Command<?> command) {
        return completesTask(command) || startsProcess(command);
    }

    static boolean completesTask(Command<?> command) {
        return command instanceof SubmitTaskFormCmd
                || command instanceof CompleteTaskCmd && !(command instanceof ResolveTaskCmd);
    }

    /** Ways to leave a task that no diagram of ours knows. */
    static boolean leavesTaskOtherwise(Command<?> command) {
        return command instanceof ResolveTaskCmd
                || command instanceof HandleTaskBpmnErrorCmd
                || command instanceof HandleTaskEscalationCmd;
    }

    static boolean startsProcess(Command<?> command) {
        return command instanceof SubmitStartFormCmd || command instanceof StartProcessInstanceCmd;
    }

    static boolean startsProcessWithoutForm(Command<?> command) {
        return command instanceof StartProcessInstanceCmd || startsInTheMiddle(command);
    }

    static boolean startsInTheMiddle(Command<?> command) {
        return command instanceof StartProcessInstanceAtActivitiesCmd;
    }

    static boolean claimsTask(Command<?> command) {
        return command instanceof ClaimTaskCmd;
    }

    static boolean assignsTask(Command<?> command) {
        return command instanceof AssignTaskCmd;
    }

    /** Whom a claim or an assignment makes the holder of the task; null when it releases it. */
    static String newHolderOf(Command<?> command) {
        return (String) CommandField.read(command, "userId");
    }

    static String taskOf(Command<?> command) {
        return (String) CommandField.read(command, "taskId");
    }

    /** The values that the command carries; changing the map changes the command. Null when it carries none. */
    @SuppressWarnings("unchecked")
    static Map<String, Object> valuesOf(Command<?> command) {
        if (command instanceof SubmitTaskFormCmd) {
            return (Map<String, Object>) CommandField.read(command, "properties");
        }
        if (command instanceof StartProcessInstanceCmd) {
            return builderOf(command).getVariables();
        }
        return (Map<String, Object>) CommandField.read(command, "variables");
    }

    static String processDefinitionIdOf(Command<?> command) {
        return command instanceof StartProcessInstanceCmd
                ? builderOf(command).getProcessDefinitionId()
                : (String) CommandField.read(command, "processDefinitionId");
    }

    static String processDefinitionKeyOf(Command<?> command) {
        return command instanceof StartProcessInstanceCmd ? builderOf(command).getProcessDefinitionKey() : null;
    }

    private static ProcessInstantiationBuilderImpl builderOf(Command<?> command) {
        return (ProcessInstantiationBuilderImpl) CommandField.read(command, "instantiationBuilder");
    }
}
