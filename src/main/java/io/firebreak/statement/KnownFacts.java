package io.firebreak.statement;

import java.util.List;

/** What is known of a case, as those read it who vote about a text. */
public interface KnownFacts {

    /** The version of the fact sheet by now; 0 before anybody entered anything. */
    int version(String caseReference);

    /**
     * What became of the facts since a version of the fact sheet, in sentences; empty where they are the same.
     *
     * @param seen 0 for before there was any
     * @throws io.firebreak.rule.Refusal when there never was such a version
     */
    List<String> changesSince(String caseReference, int seen);
}
