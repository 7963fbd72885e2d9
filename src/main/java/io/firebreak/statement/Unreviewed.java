package io.firebreak.statement;

import java.time.Instant;

/** An approval alone at which nobody has looked. */
record Unreviewed(String caseReference, String person, Instant at) {

    /** As operators read it. */
    String described() {
        return "%s: approved alone by %s at %s".formatted(caseReference, person, at);
    }
}
