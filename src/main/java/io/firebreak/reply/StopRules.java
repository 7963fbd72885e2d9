package io.firebreak.reply;

import io.firebreak.crisis.CaseFacts;
import io.firebreak.crisis.CaseReference;
import io.firebreak.rule.Refusal;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;

/** When to stop saying more in the thread (D5, and D3: what a reply never does). They read our own tables alone. */
@Component
class StopRules {

    /** How often the thread sees a reply without new facts. */
    static final int MAXIMUM_THREAD_REPLIES = 2;

    /** How often a case may apologise in public; after that only facts and measures (house rule). */
    static final int MAXIMUM_APOLOGIES = 2;

    private final CaseFacts facts;

    StopRules(CaseFacts facts) {
        this.facts = facts;
    }

    /** How many replies stand in the thread since something new became known. */
    long threadRepliesWithoutNewFacts(CaseReference reference, List<Reply> replies) {
        Instant newest = facts.of(reference).stream()
                .map(CaseFacts.Fact::knownAt)
                .max(Comparator.naturalOrder())
                .orElse(Instant.MIN);
        return replies.stream()
                .filter(reply -> reply.isSent() && reply.text().way().isPublic())
                .filter(reply -> reply.sending().sentAt().isAfter(newest))
                .count();
    }

    /** How often replies that stand in the thread apologise. */
    static long publicApologies(List<Reply> replies) {
        return replies.stream()
                .filter(reply -> reply.isSent() && reply.text().way().isPublic())
                .filter(reply -> reply.text().apology())
                .count();
    }

    /**
     * @param replies all of the case
     * @throws Refusal when this text must not follow them
     */
    void requireAllowed(CaseReference reference, ReplyText text, List<Reply> replies) {
        if (text.way().isPublic() && threadRepliesWithoutNewFacts(reference, replies) >= MAXIMUM_THREAD_REPLIES) {
            throw Refusal.conflict(
                    "Two replies without new facts stand in the thread; please tell new facts or go on in private: by direct message, mail or phone.");
        }
        if (text.way().isPublic() && text.apology() && publicApologies(replies) >= MAXIMUM_APOLOGIES) {
            throw Refusal.conflict("We have apologised twice in this thread; from now on only facts and measures.");
        }
        if (replies.stream()
                .anyMatch(reply -> reply.isSent() && reply.text().text().equals(text.text()))) {
            throw Refusal.conflict("This is word for word what was sent before; please answer what they wrote since.");
        }
    }
}
