package io.firebreak.reply;

import io.firebreak.compensation.Explanations;
import io.firebreak.crisis.CaseReference;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells from the replies that were sent whether a case was explained. */
@Component
class SentReplies implements Explanations {

    private final ReplyStore store;

    SentReplies(ReplyStore store) {
        this.store = store;
    }

    @Override
    @Transactional(readOnly = true)
    public boolean isExplained(CaseReference reference) {
        return store.repliesOf(reference.toString()).stream().anyMatch(Reply::isSent);
    }
}
