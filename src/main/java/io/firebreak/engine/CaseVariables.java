package io.firebreak.engine;

import io.firebreak.rule.Refusal;
import java.util.Set;
import java.util.UUID;
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

    /** The text that a step is about, by its id; where it is missing, the case's own statement. */
    public static final String STATEMENT = "statement";

    /** The language into which a text is translated, a BCP 47 tag; only in processes about one translation. */
    public static final String LANGUAGE = "language";

    /** The measure that a step is about, by its id; only in processes about one measure. */
    public static final String MEASURE = "measure";

    /** The compensation that a step is about, by its id; only in {@code CompensateCustomer}. */
    public static final String COMPENSATION = "compensation";

    /** The task that a chain of command is about, by its id; only in {@code ChainOfCommand}. */
    public static final String TASK = "task";

    /** The absence that a process is about, by its id; only in {@code ReportAbsence}. */
    public static final String ABSENCE = "absence";

    /** The gaps in chains of command that a step is about, by the id that they share; only in {@code ReachabilityCheck}. */
    public static final String GAP = "gap";

    /** The groups of which one is asked to agree to a text, with commas between them; only in that task. */
    public static final String APPROVER = "approver";

    @Override
    public Set<String> names() {
        return Set.of(
                CASE_REFERENCE,
                CASE_TITLE,
                SEVERITY,
                CATEGORY,
                AREA,
                CHANNEL,
                PUBLICATION,
                STATEMENT,
                LANGUAGE,
                MEASURE,
                COMPENSATION,
                GAP,
                TASK,
                ABSENCE,
                APPROVER);
    }

    /**
     * What the variable {@link #STATEMENT} says.
     *
     * @param value null where it is missing
     * @return null for the case's own statement
     * @throws Refusal when somebody set it to something else than an id
     */
    public static UUID statementIn(Object value) {
        return id(value, "text");
    }

    /**
     * What the variable {@link #MEASURE} says.
     *
     * @param value null where it is missing
     * @return null where the step is about no measure
     * @throws Refusal when somebody set it to something else than an id
     */
    public static UUID measureIn(Object value) {
        return id(value, "measure");
    }

    /** The same of the variable {@link #GAP}; null where the step is about no gap. */
    public static UUID gapIn(Object value) {
        return id(value, "gap");
    }

    /**
     * What the variable {@link #COMPENSATION} says.
     *
     * @param value null where it is missing
     * @return null where the step is about no compensation
     * @throws Refusal when somebody set it to something else than an id
     */
    public static UUID compensationIn(Object value) {
        return id(value, "compensation");
    }

    private static UUID id(Object value, String what) {
        try {
            return value == null ? null : UUID.fromString(value.toString());
        } catch (IllegalArgumentException noId) {
            throw Refusal.conflict(
                    "The process does not say which %s it is about; please ask an administrator to look at it."
                            .formatted(what));
        }
    }
}
