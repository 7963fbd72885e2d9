package io.firebreak.roster.coverage;

import java.util.UUID;

/** The tasks that ask for repairs. */
public interface GapTasks {

    /** All that the task asks for is closed: where it still waits, it is taken away. */
    void takeAway(UUID askedAs, String processInstanceId);
}
