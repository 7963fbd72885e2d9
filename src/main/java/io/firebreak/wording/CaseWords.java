package io.firebreak.wording;

import io.firebreak.wording.Wording.Purpose;
import java.util.List;
import java.util.Set;

/** What a part of Firebreak knows of a case that matters for a text about it. Several may; what they know is put together. */
public interface CaseWords {

    /**
     * @param posture the name of the response strategy; null where this part knows none
     * @param apologies how often the case has apologised in public
     * @param texts what we said before, each text whole
     * @param mayBeNamed names of people who speak for the house
     * @param mustNotBeNamed names and handles of people who wrote to or about us
     */
    record Known(
            String posture, int apologies, List<String> texts, Set<String> mayBeNamed, Set<String> mustNotBeNamed) {

        public static final Known NOTHING = new Known(null, 0, List.of(), Set.of(), Set.of());

        public static Known names(Set<String> mustNotBeNamed) {
            return new Known(null, 0, List.of(), Set.of(), mustNotBeNamed);
        }
    }

    /**
     * @param purpose of the text that is to be checked
     * @throws io.firebreak.rule.Refusal when there is no such case
     */
    Known of(String caseReference, Purpose purpose);
}
