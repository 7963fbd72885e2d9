package io.firebreak.statement;

import io.firebreak.access.Actor;
import java.util.UUID;

/** What an approval alone does to the processes of a case; each within the caller's transaction. */
public interface LoneApprovalProcess {

    /** Asks others at once to look at it, and shows it in Cockpit until they have. */
    void beginReview(String caseReference, UUID statementId);

    /**
     * Completes one of the tasks that ask for agreement to the text, as this person.
     *
     * @throws io.firebreak.rule.Refusal when there is none, or its rule refuses
     */
    void completeFor(String caseReference, UUID statementId, LoneBallot ballot, Actor actor);
}
