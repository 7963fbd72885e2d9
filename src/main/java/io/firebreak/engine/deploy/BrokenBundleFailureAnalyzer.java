package io.firebreak.engine.deploy;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Tells the operator which file to mend instead of showing a stack trace. */
class BrokenBundleFailureAnalyzer extends AbstractFailureAnalyzer<BrokenBundleException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, BrokenBundleException cause) {
        return new FailureAnalysis(cause.getMessage(), "Mend the files that are named above and start again.", cause);
    }
}
