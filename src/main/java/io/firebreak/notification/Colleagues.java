package io.firebreak.notification;

import java.util.List;
import java.util.Set;

/** The people whom a message about a task is for. */
public interface Colleagues {

    /** The user ids of the assignee alone, or, when nobody holds the task, of all members of the groups, each once. */
    List<String> whoCanTake(String assignee, Set<String> groups);
}
