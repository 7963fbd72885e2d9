package io.firebreak.roster.plan;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a plan may count on outside of its file. */
interface Installation {

    /**
     * Those of the users that the engine knows.
     *
     * @return by user id, whether the engine knows a mail address of theirs
     */
    Map<String, Boolean> users(Collection<String> userIds);

    /** The ids of all groups of the engine. */
    Set<String> groups();

    /** The user ids of those in a group. */
    Set<String> membersOf(String group);

    /** The names of the accounts on channels. */
    Set<String> channels();

    /** Whether the settings hold this secret for notifications. */
    boolean hasSecret(String name);

    /**
     * A calendar file beside the plan.
     *
     * @return empty when there is none that can be read; no more than a byte more than the limit of such a file
     */
    Optional<byte[]> calendarFile(String name);
}
