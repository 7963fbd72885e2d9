package io.firebreak.engine;

import java.util.Set;
import org.springframework.stereotype.Component;

/** The variables that the process of every case has: what the task list shows. All else is in our tables. */
@Component
public class CaseVariables implements ReservedVariables {

    /** The case's reference, which is the business key too. */
    public static final String CASE_REFERENCE = "caseReference";

    /** What is happening, on one line; foreign text. */
    public static final String CASE_TITLE = "caseTitle";

    /** S1 to S4; missing until it is decided. */
    public static final String SEVERITY = "severity";

    @Override
    public Set<String> names() {
        return Set.of(CASE_REFERENCE, CASE_TITLE, SEVERITY);
    }
}
