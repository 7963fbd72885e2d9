package io.firebreak.reply.process;

import io.firebreak.engine.ReservedVariables;
import io.firebreak.engine.StaffProcesses;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The variables of the diagram {@code ReplyToComment}: what its gateways need, and what it gives back. */
@Component
class ReplyVariables implements ReservedVariables, StaffProcesses {

    /** What the comment needs, as {@link io.firebreak.reply.ReplyNeed} names it. */
    static final String REPLY_NEED = "replyNeed";

    /** Whether a second person agreed to the latest text. */
    static final String REPLY_AGREED = "replyAgreed";

    /** Whether the latest text was sent. */
    static final String REPLY_SENT = "replySent";

    /** Whether a channel sends the latest text in the thread. */
    static final String REPLY_ON_CHANNEL = "replyOnChannel";

    /** What the other side did, as {@link io.firebreak.reply.Outcome} names it. */
    static final String COMMENT_OUTCOME = "commentOutcome";

    /** Given back to the process that called: whether the comment became a crisis. */
    static final String BECAME_CRISIS = "becameCrisis";

    @Override
    public Set<String> names() {
        return Set.of(REPLY_NEED, REPLY_AGREED, REPLY_ON_CHANNEL, REPLY_SENT, COMMENT_OUTCOME, BECAME_CRISIS);
    }

    @Override
    public Set<String> processes() {
        return Set.of("ReplyToComment");
    }
}
