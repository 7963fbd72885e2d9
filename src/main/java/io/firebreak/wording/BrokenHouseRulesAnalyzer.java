package io.firebreak.wording;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Lets whoever wrote a house rule read what is wrong with it instead of a stack trace. */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class BrokenHouseRulesAnalyzer extends AbstractFailureAnalyzer<BrokenHouseRules> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, BrokenHouseRules cause) {
        return new FailureAnalysis(
                "The house rules hold mistakes:\n  " + String.join("\n  ", cause.mistakes()),
                "Mend the files in the folder that firebreak.house-rules names, or leave the setting empty.",
                cause);
    }
}
