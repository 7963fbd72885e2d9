package io.firebreak.statement.process;

import io.firebreak.crisis.CaseReference;
import io.firebreak.crisis.Cases;
import io.firebreak.crisis.Category;
import io.firebreak.crisis.Cause;
import io.firebreak.crisis.Cause.Claim;
import io.firebreak.crisis.Cause.Cluster;
import io.firebreak.crisis.Cause.Responsibility;
import io.firebreak.crisis.Causes;
import io.firebreak.crisis.CrisisCase;
import io.firebreak.crisis.IncidentFacts;
import io.firebreak.engine.ProcessBean;
import io.firebreak.rule.Refusal;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/**
 * What the table {@code Posture} asks, from our own tables: from the cause as it was investigated, or, as long as nobody
 * has, from the kind of trouble.
 */
@ProcessBean("responseFacts")
public class ResponseFacts {

    /** Nobody can say yet what kind of crisis it is. */
    private static final String UNKNOWN = "UNKNOWN";

    private final Cases cases;
    private final Causes causes;

    ResponseFacts(Cases cases, Causes causes) {
        this.cases = cases;
        this.causes = causes;
    }

    public String category(DelegateExecution execution) {
        return facts(execution).category().name();
    }

    /** Whether it is our own slip, which is put right at once and about which nobody has to be asked. */
    public boolean ownSlip(DelegateExecution execution) {
        return facts(execution).category() == Category.OWN_SLIP;
    }

    /** A {@link Cluster}, or {@code UNKNOWN}. */
    public String cluster(DelegateExecution execution) {
        return cause(execution).map(cause -> cause.cluster().name()).orElseGet(() -> switch (facts(execution)
                .category()) {
            case OWN_SLIP, OWN_OFFENCE -> Cluster.PREVENTABLE.name();
            case PRODUCT_QUALITY, CUSTOMER_COMPLAINT -> Cluster.ACCIDENTAL.name();
            // a victim only after the author was verified
            case COMPETITOR_OR_TROLL, HOSTILE_DISPUTE, SUDDEN_SPIKE -> UNKNOWN;
        });
    }

    public String responsibility(DelegateExecution execution) {
        return cause(execution)
                .map(Cause::responsibility)
                .orElseGet(() -> switch (facts(execution).category()) {
                    case OWN_SLIP, OWN_OFFENCE -> Responsibility.STRONG;
                    default -> Responsibility.UNKNOWN;
                })
                .name();
    }

    public String claim(DelegateExecution execution) {
        return cause(execution).map(Cause::claim).orElse(Claim.FACT).name();
    }

    public boolean claimShownFalse(DelegateExecution execution) {
        return cause(execution).map(Cause::claimShownFalse).orElse(false);
    }

    public boolean history(DelegateExecution execution) {
        return facts(execution).crisisHistory();
    }

    /** {@code NEGATIVE}, or {@code OTHER}. */
    public String priorReputation(DelegateExecution execution) {
        return cause(execution).map(Cause::badReputation).orElse(false) ? "NEGATIVE" : "OTHER";
    }

    private Optional<Cause> cause(DelegateExecution execution) {
        return causes.of(CaseReference.parse(execution.getProcessBusinessKey()));
    }

    private IncidentFacts facts(DelegateExecution execution) {
        CrisisCase crisisCase = cases.get(CaseReference.parse(execution.getProcessBusinessKey()));
        if (crisisCase.facts() == null) {
            throw Refusal.conflict("The incident of " + crisisCase.reference() + " is not assessed yet.");
        }
        return crisisCase.facts();
    }
}
