package io.firebreak.statement.process;

import io.firebreak.crisis.CaseReference;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** A process knows its case by its business key. */
final class BusinessKey {

    private BusinessKey() {}

    static CaseReference of(DelegateExecution execution) {
        return CaseReference.parse(execution.getProcessBusinessKey());
    }
}
