package io.firebreak.crisis;

import io.firebreak.access.Actor;
import io.firebreak.rule.Refusal;

/** Takes the rows of the case's fact sheet that a form hands in beside what its task is for. */
public interface FactEntries {

    /** The name under which forms hand them in. */
    String INPUT = "factSheet";

    /**
     * @param handedIn a JSON object with the version that was seen and all rows; null or blank where nobody touched them
     * @throws Refusal that names what is wrong, or what somebody else entered otherwise in the meantime
     */
    void take(CaseReference reference, String handedIn, Actor actor);
}
