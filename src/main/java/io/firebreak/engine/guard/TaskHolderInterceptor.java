package io.firebreak.engine.guard;

import io.firebreak.rule.Refusal;
import java.util.Objects;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;

/**
 * Who may take a task and give it back. The engine lets every candidate claim a task for somebody else, and take it from
 * its holder by claiming it for nobody; but it does not let the holder give it back, which is called an assignment.
 */
class TaskHolderInterceptor extends CommandInterceptor {

    @Override
    public <T> T execute(Command<T> command) {
        Authentication person = Context.getCommandContext().getAuthentication();
        if (person == null) {
            return next.execute(command);
        }
        if (FormCommands.claimsTask(command)) {
            refuseClaimForOthers(command, person.getUserId());
        }
        if (FormCommands.assignsTask(command) && givesBack(command, person.getUserId())) {
            return withoutRightToAssign(command);
        }
        return next.execute(command);
    }

    private static void refuseClaimForOthers(Command<?> command, String person) {
        String newHolder = FormCommands.newHolderOf(command);
        boolean forOneself = newHolder == null ? isHeldBy(command, person) : newHolder.equals(person);
        if (!forOneself) {
            throw Refusal.notAllowed("A task is taken for oneself, and given back by the one who holds it.");
        }
    }

    private static boolean givesBack(Command<?> command, String person) {
        return FormCommands.newHolderOf(command) == null && isHeldBy(command, person);
    }

    private static boolean isHeldBy(Command<?> command, String person) {
        String taskId = FormCommands.taskOf(command);
        TaskEntity task = taskId == null
                ? null
                : Context.getCommandContext().getTaskManager().findTaskById(taskId);
        return task != null && Objects.equals(task.getAssignee(), person);
    }

    private <T> T withoutRightToAssign(Command<T> command) {
        return Context.getCommandContext().runWithoutAuthorization(() -> next.execute(command));
    }
}
