package io.firebreak.roster.coverage;

import java.time.Duration;
import java.util.Set;

/** How long a chain of command may take until it has asked a second person, as the tables of times say. */
public interface PromisedTime {

    /** The roles whose chains are called in by the tables, by their group ids. */
    Set<String> rolesAsked();

    /**
     * @param role whose chain it is, by its group id
     * @param severity S1 to S4; null before it is decided
     */
    Duration secondPersonWithin(String role, String severity);
}
