package io.firebreak.engine;

import java.util.Set;

/** Tells who has typed into the form of a task that is not done yet, so that their words are not taken for another's. */
public interface TaskDrafters {

    /** The user ids of all who typed; empty where nobody did. */
    Set<String> of(String taskId);
}
