package io.firebreak.reply;

import io.firebreak.crisis.CaseReference;
import io.firebreak.rule.Refusal;
import io.firebreak.wording.CaseWordings;
import io.firebreak.wording.Finding;
import io.firebreak.wording.HouseRules;
import io.firebreak.wording.Verdict;
import io.firebreak.wording.Verdicts;
import io.firebreak.wording.Wording;
import io.firebreak.wording.Wording.Purpose;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What the house rules of wording have to say about a reply, and what becomes of it. */
@Service
public class ReplyReview {

    private final HouseRules rules;
    private final CaseWordings cases;
    private final Verdicts verdicts;

    ReplyReview(HouseRules rules, CaseWordings cases, Verdicts verdicts) {
        this.rules = rules;
        this.cases = cases;
        this.verdicts = verdicts;
    }

    /**
     * @param language in which the other side wrote, a BCP 47 tag; so the reply is read
     */
    @Transactional(readOnly = true)
    public List<Finding> findings(CaseReference reference, ReplyText text, String language) {
        Wording wording = cases.of(reference.toString(), Purpose.REPLY, language, null, text.text(), text.apology());
        return rules.check(text.way().isPublic() ? wording : unheard(wording));
    }

    /** Nobody counts how often we apologise where only one person hears it. */
    private static Wording unheard(Wording wording) {
        return new Wording(
                wording.purpose(),
                wording.posture(),
                wording.language(),
                null,
                wording.body(),
                wording.apology(),
                0,
                wording.earlierTexts(),
                wording.mayBeNamed(),
                Set.of());
    }

    /**
     * Lets a reply pass in which nothing was found, or only what its author has a word for.
     *
     * @param reason that word; null where there is none
     * @throws Refusal that says what is wrong, one sentence for each finding
     */
    @Transactional(readOnly = true)
    public Verdict require(CaseReference reference, ReplyText text, String language, String reason) {
        return Verdict.of(findings(reference, text, language), reason, "text");
    }

    /** Keeps with a reply what was found in it, and its author's word. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void keep(CaseReference reference, Reply reply, Verdict verdict) {
        verdicts.keep(reference.toString(), reply.id(), "reply " + reply.number(), verdict, reply.writtenBy());
    }

    /** What was found in a reply and why it stayed; empty when nothing was found. */
    @Transactional(readOnly = true)
    public Optional<Verdict> of(Reply reply) {
        return verdicts.of(reply.id());
    }
}
