package io.firebreak.escalation;

import java.util.List;
import java.util.Optional;

/** The tasks of the engine, as escalation moves them: on Firebreak's own account, after it has decided who may. */
public interface TaskDesk {

    /** Empty when there is no such task, or it belongs to no case. */
    Optional<EscalatedTask> find(String taskId);

    /** The open tasks that a person holds, of all cases. */
    List<EscalatedTask> heldBy(String person);

    /** Whether the person can take the task, by a group or by name. */
    boolean isFor(String taskId, String person);

    /** Whether the rule of the task lets the person in at this moment although it is for others. */
    boolean admits(EscalatedTask task, String person);

    /** From now on the person can take the task, whatever groups they are in. */
    void offer(String taskId, String person);

    /**
     * @param person who holds it from now on; null: nobody, it is free for all who can take it
     */
    void hold(String taskId, String person);
}
