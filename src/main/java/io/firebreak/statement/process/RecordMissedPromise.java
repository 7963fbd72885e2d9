package io.firebreak.statement.process;

import io.firebreak.engine.ProcessBean;
import io.firebreak.statement.Promises;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** The moment passed at which the case had to speak, and it did not. */
@ProcessBean("recordMissedPromise")
class RecordMissedPromise implements JavaDelegate {

    private final Promises promises;
    private final PromisedWord promisedWord;

    RecordMissedPromise(Promises promises, PromisedWord promisedWord) {
        this.promises = promises;
        this.promisedWord = promisedWord;
    }

    @Override
    public void execute(DelegateExecution execution) {
        promises.miss(
                execution.getProcessBusinessKey(), promisedWord.dueAt(execution).toInstant());
    }
}
