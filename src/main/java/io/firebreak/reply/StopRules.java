package io.firebreak.reply;

import io.firebreak.crisis.CaseFacts;
import io.firebreak.crisis.CaseReference;
import io.firebreak.crisis.Cases;
import io.firebreak.crisis.PublicApologies;
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
    private final Cases cases;
    private final ReplyStore store;
    private final PublicApologies statements;

    StopRules(CaseFacts facts, Cases cases, ReplyStore store, PublicApologies statements) {
        this.facts = facts;
        this.cases = cases;
        this.store = store;
        this.statements = statements;
    }

    /** In threads and statements, of the case and of those merged into it. */
    private int apologies(CaseReference reference) {
        int inThreads = cases.withMerged(reference).stream()
                .mapToInt(one -> publicApologies(store.repliesOf(one.toString())))
                .sum();
        return inThreads + statements.inStatements(reference);
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
    static int publicApologies(List<Reply> replies) {
        return (int) replies.stream()
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
        if (text.way().isPublic() && text.apology() && apologies(reference) >= MAXIMUM_APOLOGIES) {
            throw Refusal.conflict("We have apologised twice in public; from now on only facts and measures.");
        }
        if (replies.stream()
                .anyMatch(reply -> reply.isSent() && reply.text().text().equals(text.text()))) {
            throw Refusal.conflict("This is word for word what was sent before; please answer what they wrote since.");
        }
    }
}
