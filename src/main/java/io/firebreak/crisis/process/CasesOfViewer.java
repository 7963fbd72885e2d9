package io.firebreak.crisis.process;

import io.firebreak.crisis.CaseReference;
import io.firebreak.crisis.CasesOfPerson;
import io.firebreak.engine.Caller;
import io.firebreak.engine.ProcessBean;

/** Tells the list "My cases" of Tasklist which cases are those of whoever looks. */
@ProcessBean("casesOfViewer")
public class CasesOfViewer {

    /** Business keys of no process: for the engine, none at all would mean that any will do. */
    private static final String[] NONE = {"none"};

    private final CasesOfPerson cases;
    private final Caller caller;

    CasesOfViewer(CasesOfPerson cases, Caller caller) {
        this.cases = cases;
        this.caller = caller;
    }

    /** Their references, which are the business keys of their processes; never empty. */
    public String[] references() {
        String[] references = cases.open(caller.actor().id()).stream()
                .map(CaseReference::toString)
                .toArray(String[]::new);
        return references.length == 0 ? NONE : references;
    }
}
