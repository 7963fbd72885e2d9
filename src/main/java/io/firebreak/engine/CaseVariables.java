package io.firebreak.engine;

import java.util.Set;
import org.springframework.stereotype.Component;

/** The variables that the processes of a case have: what the task list shows. All else is in our tables. */
@Component
public class CaseVariables implements ReservedVariables {

    /** The case's reference, which is the business key too. */
    public static final String CASE_REFERENCE = "caseReference";

    /** What is happening, on one line; foreign text. */
    public static final String CASE_TITLE = "caseTitle";

    /** S1 to S4; missing until it is decided. */
    public static final String SEVERITY = "severity";

    /** What kind of trouble it is, as the assessment says; only in the process that leads the whole case. */
    public static final String CATEGORY = "category";

    /** The area of the house that a task asks; only there. */
    public static final String AREA = "area";

    /** The channel that a step is about; only in processes about one channel. */
    public static final String CHANNEL = "channel";

    /** The publication that a step is about, by its id; only in processes about one publication. */
    public static final String PUBLICATION = "publication";

    @Override
    public Set<String> names() {
        return Set.of(CASE_REFERENCE, CASE_TITLE, SEVERITY, CATEGORY, AREA, CHANNEL, PUBLICATION);
    }
}
