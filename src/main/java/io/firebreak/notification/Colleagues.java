package io.firebreak.notification;

import java.util.List;
import java.util.Set;

/** The people whom a message about a task is for. */
public interface Colleagues {

    /** The mail addresses of the assignee, or, when nobody holds the task, of all members of the groups. */
    List<String> mailAddresses(String assignee, Set<String> groups);
}
