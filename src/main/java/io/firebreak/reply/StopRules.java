package io.firebreak.reply;

import io.firebreak.author.Findings;
import io.firebreak.crisis.CaseFacts;
import io.firebreak.crisis.CaseReference;
import io.firebreak.crisis.Cases;
import io.firebreak.crisis.CrisisCase;
import io.firebreak.crisis.PublicApologies;
import io.firebreak.rule.Refusal;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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
    private final Findings findings;
    private final ReplyStore store;
    private final EarlierReplies earlier;
    private final PublicApologies statements;
    private final ReplyProperties settings;
    private final Clock clock;

    StopRules(
            CaseFacts facts,
            Cases cases,
            Findings findings,
            ReplyStore store,
            EarlierReplies earlier,
            PublicApologies statements,
            ReplyProperties settings,
            Clock clock) {
        this.facts = facts;
        this.cases = cases;
        this.findings = findings;
        this.store = store;
        this.earlier = earlier;
        this.statements = statements;
        this.settings = settings;
        this.clock = clock;
    }

    /** In threads and statements, of the case and of those merged into it. */
    private int apologies(CaseReference reference) {
        int inThreads = cases.withMerged(reference).stream()
                .mapToInt(one -> publicApologies(store.repliesOf(one.toString())))
                .sum();
        return inThreads + statements.inStatements(reference);
    }

    /**
     * How many replies to the author stand in threads of the brand since something new became known, in this case and in
     * others about what the same author wrote.
     */
    long threadRepliesWithoutNewFacts(CaseReference reference) {
        Set<CaseReference> sameAuthor = new HashSet<>(cases.withMerged(reference));
        sameAuthor.addAll(findings.casesOfSameAuthor(reference, clock.instant().minus(settings.rememberAuthorFor())));
        Instant newest = sameAuthor.stream()
                .flatMap(one -> facts.of(one).stream())
                .map(CaseFacts.Fact::knownAt)
                .max(Comparator.naturalOrder())
                .orElse(Instant.MIN);
        return sameAuthor.stream()
                .flatMap(one -> store.repliesOf(one.toString()).stream())
                .filter(StopRules::isInThread)
                .filter(reply -> inThreadSince(reply).isAfter(newest))
                .count();
    }

    /** How often replies that stand in the thread apologise. */
    static int publicApologies(List<Reply> replies) {
        return (int) replies.stream()
                .filter(StopRules::isInThread)
                .filter(reply -> reply.text().apology())
                .count();
    }

    /** What a channel is about to send counts as if it stood there. */
    private static boolean isInThread(Reply reply) {
        return (reply.isSent() || reply.isUnderWay()) && reply.text().way().isPublic();
    }

    private static Instant inThreadSince(Reply reply) {
        return reply.isSent() ? reply.sending().sentAt() : reply.route().routedAt();
    }

    /**
     * @throws Refusal when this text must not follow what the case, its author and its brand have had before
     */
    void requireAllowed(CrisisCase crisisCase, ReplyText text) {
        CaseReference reference = crisisCase.reference();
        if (text.way().isPublic() && threadRepliesWithoutNewFacts(reference) >= MAXIMUM_THREAD_REPLIES) {
            throw Refusal.conflict(
                    "Two replies to this author without new facts stand in threads; please tell new facts or go on in private: by direct message, mail or phone.");
        }
        if (text.way().isPublic() && text.apology() && apologies(reference) >= MAXIMUM_APOLOGIES) {
            throw Refusal.conflict("We have apologised twice in public; from now on only facts and measures.");
        }
        earlier.requireOwnWords(crisisCase, text.text());
    }
}
