package io.firebreak.wording;

import java.util.List;
import java.util.Set;

/**
 * A text to be checked, with what has to be known about its case.
 *
 * @param posture the name of the response strategy that was chosen, for example {@code REBUILD}; null where none was
 * @param language a BCP 47 tag
 * @param title null where the text has none
 * @param apology whether the author says that it apologises in public
 * @param apologiesBefore how often the case has apologised in public already
 * @param earlierTexts what we said before, each text whole, in whatever case
 * @param mayBeNamed names of people who speak for the house
 * @param mustNotBeNamed names and handles of people who wrote to or about us
 */
public record Wording(
        Purpose purpose,
        String posture,
        String language,
        String title,
        String body,
        boolean apology,
        int apologiesBefore,
        List<String> earlierTexts,
        Set<String> mayBeNamed,
        Set<String> mustNotBeNamed) {

    /** What a text is for. */
    public enum Purpose {
        STATEMENT,
        HOLDING,
        TRANSLATION,
        REPLY,
        /** Why a post was taken down. It is no statement, and no apology is counted in it. */
        EXPLANATION
    }

    public Wording {
        earlierTexts = List.copyOf(earlierTexts);
        mayBeNamed = Set.copyOf(mayBeNamed);
        mustNotBeNamed = Set.copyOf(mustNotBeNamed);
    }
}
