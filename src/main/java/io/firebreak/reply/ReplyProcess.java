package io.firebreak.reply;

import io.firebreak.crisis.CaseReference;
import java.util.Set;

/** The face of replies in the process engine. It follows the record of replies. */
public interface ReplyProcess {

    /** Leads the case on when the reply that it waits for is in the thread, or comes back to people. */
    void follow(CaseReference reference);

    /** The cases that wait for a reply. */
    Set<String> waitingCases();
}
