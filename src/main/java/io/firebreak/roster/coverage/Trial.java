package io.firebreak.roster.coverage;

import java.time.Instant;

/** Something that can be found to be covered, or not, at a moment. */
interface Trial {

    /** What the chain is like for a task that begins to wait at the moment. */
    Finding at(Instant moment);
}
