package io.firebreak.roster.coverage;

import java.util.UUID;

/** The tasks that ask for repairs. */
public interface GapTasks {

    /** The gap is closed: its task, where it still waits, is taken away. */
    void takeAway(UUID gap, String processInstanceId);
}
