package io.firebreak.engine;

import org.camunda.bpm.engine.delegate.DelegateExecution;

/** The reference of the case that a process belongs to, for diagrams that hand it on to processes that they call. */
@ProcessBean("caseKey")
public class CaseKey {

    CaseKey() {}

    public String of(DelegateExecution execution) {
        return execution.getProcessBusinessKey();
    }
}
