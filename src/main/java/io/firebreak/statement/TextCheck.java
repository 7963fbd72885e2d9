package io.firebreak.statement;

import io.firebreak.wording.Finding;
import java.util.List;
import java.util.UUID;

/** Looks at a text before it is handed in. Several may; what they find is shown, and counts, together. */
public interface TextCheck {

    /**
     * @param original the version that a translation says in its language; null for any other text
     * @return empty when there is nothing to say against it
     */
    List<Finding> check(String caseReference, StatementKind kind, StatementText text, UUID original);
}
