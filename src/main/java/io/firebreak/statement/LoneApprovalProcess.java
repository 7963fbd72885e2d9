package io.firebreak.statement;

import java.util.UUID;

/** Sees to it that people look at an approval alone afterwards. */
public interface LoneApprovalProcess {

    /** Begins it, in the transaction in which the text is approved. */
    void reviewLater(String caseReference, UUID statementId);
}
