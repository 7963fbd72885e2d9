package io.firebreak.engine.task;

import io.firebreak.access.Actor;
import io.firebreak.engine.TaskHeld;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.PropertyChange;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;

/** Reads out of the engine how the holder of a task changes in the command under way. */
final class Holding {

    private Holding() {}

    static TaskHeld of(DelegateTask task, Actor by) {
        TaskEntity entity = (TaskEntity) task;
        PropertyChange change = entity.getPropertyChanges().get(TaskEntity.ASSIGNEE);
        boolean isNew = Context.getCommandContext()
                .getDbEntityManager()
                .getDbEntityCache()
                .isTransient(entity);
        return new TaskHeld(
                task.getId(), task.getAssignee(), change == null ? null : change.getOrgValueString(), isNew, by);
    }
}
