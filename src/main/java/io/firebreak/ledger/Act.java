package io.firebreak.ledger;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Something that a person or Firebreak did.
 *
 * @param caseReference the case that it concerns, or null
 * @param actor the id of the person, or {@code firebreak}
 * @param type what kind of act, as {@code subject.verb}, for example {@code statement.approved}
 * @param sentence what happened, for a person who reads the case years later
 * @param reason why, in the actor's own words; null where none was given
 * @param details facts to look up by, such as hashes, ids, values before and after
 */
public record Act(
        String caseReference, String actor, String type, String sentence, String reason, Map<String, Object> details) {

    public Act(String caseReference, String actor, String type, String sentence) {
        this(caseReference, actor, type, sentence, null, Map.of());
    }

    public Act because(String reason) {
        return new Act(caseReference, actor, type, sentence, reason, details);
    }

    public Act with(String name, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(details);
        more.put(name, value);
        return new Act(caseReference, actor, type, sentence, reason, more);
    }
}
