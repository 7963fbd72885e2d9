package io.firebreak.evidence;

import io.firebreak.rule.Refusal;
import java.util.UUID;

/** The ids of evidence as they come from outside. */
final class EvidenceId {

    private EvidenceId() {}

    /**
     * @throws Refusal when it can be none
     */
    static UUID parse(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException malformed) {
            throw unknown();
        }
    }

    static Refusal unknown() {
        return Refusal.notFound("There is no evidence with this id; ids are listed with a case.");
    }
}
