package io.firebreak.engine.deploy;

import java.time.Instant;
import java.util.List;

/**
 * What became of the last try to deploy the bundle.
 *
 * @param source where the bundle came from
 * @param deploymentId what runs now; null when nothing does
 * @param problems why the bundle was refused; empty when it was not
 */
record DeploymentAttempt(Instant at, String source, String deploymentId, List<String> problems) {

    boolean refused() {
        return !problems.isEmpty();
    }
}
