package io.firebreak.roster.plan;

import io.firebreak.yaml.Mistake;
import java.time.Instant;
import java.util.List;

/**
 * What became of the last look at the plan's file.
 *
 * @param source where the file is
 * @param found whether there is one
 * @param version the number of the version that it is; 0 when it is none
 * @param mistakes why it was refused; empty when it was not
 */
record ImportAttempt(Instant at, String source, boolean found, int version, List<Mistake> mistakes) {

    boolean refused() {
        return !mistakes.isEmpty();
    }
}
