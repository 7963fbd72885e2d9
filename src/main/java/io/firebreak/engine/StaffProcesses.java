package io.firebreak.engine;

import java.util.Set;

/**
 * Processes that nobody on the staff starts, but in which they have tasks: they may see there what the task list shows
 * of a task.
 */
public interface StaffProcesses {

    /** The ids of the processes. */
    Set<String> processes();
}
