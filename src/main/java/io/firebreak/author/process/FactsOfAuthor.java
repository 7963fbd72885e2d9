package io.firebreak.author.process;

import io.firebreak.author.AuthorCheck;
import io.firebreak.author.Findings;
import io.firebreak.author.Signal;
import io.firebreak.crisis.CaseReference;
import io.firebreak.engine.ProcessBean;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** What was seen of the author as the decision table takes it: from our tables. Not known counts as not seen. */
@ProcessBean("authorFacts")
public class FactsOfAuthor {

    private final Findings findings;

    FactsOfAuthor(Findings findings) {
        this.findings = findings;
    }

    public boolean orderMatched(DelegateExecution execution) {
        return check(execution).orderMatched();
    }

    public boolean youngAccount(DelegateExecution execution) {
        return check(execution).signals().youngAccount() == Signal.YES;
    }

    public boolean nearDuplicates(DelegateExecution execution) {
        return check(execution).signals().nearDuplicates() == Signal.YES;
    }

    public boolean sharedLinkBurst(DelegateExecution execution) {
        return check(execution).signals().sharedLinkBurst() == Signal.YES;
    }

    public boolean noOtherTopics(DelegateExecution execution) {
        return check(execution).signals().noOtherTopics() == Signal.YES;
    }

    public boolean synchronousActivity(DelegateExecution execution) {
        return check(execution).signals().synchronousActivity() == Signal.YES;
    }

    private AuthorCheck check(DelegateExecution execution) {
        return findings.lastCheck(CaseReference.parse(execution.getProcessBusinessKey()));
    }
}
