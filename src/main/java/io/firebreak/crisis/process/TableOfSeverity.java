package io.firebreak.crisis.process;

import io.firebreak.crisis.IncidentFacts;
import io.firebreak.crisis.Severity;
import io.firebreak.crisis.SeverityAdvice;
import io.firebreak.engine.AsFirebreak;
import java.util.Map;
import org.camunda.bpm.engine.DecisionService;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Asks the newest table {@code Severity}. */
@Component
class TableOfSeverity implements SeverityAdvice {

    private final DecisionService decisionService;
    private final AsFirebreak asFirebreak;

    TableOfSeverity(@Lazy DecisionService decisionService, AsFirebreak asFirebreak) {
        this.decisionService = decisionService;
        this.asFirebreak = asFirebreak;
    }

    @Override
    public Severity of(IncidentFacts facts) {
        Map<String, Object> inputs = Map.of(
                "category", facts.category().name(),
                "safetyRisk", facts.safetyRisk(),
                "spread", facts.spread().name(),
                "negativeSharePercent", facts.negativeSharePercent(),
                "vividTrigger", facts.vividTrigger(),
                "influentialAuthor", facts.influentialAuthor(),
                "crisisHistory", facts.crisisHistory());
        return Severity.valueOf(asFirebreak.call(() -> decisionService
                .evaluateDecisionTableByKey("Severity")
                .variables(inputs)
                .evaluate()
                .getSingleEntry()));
    }
}
