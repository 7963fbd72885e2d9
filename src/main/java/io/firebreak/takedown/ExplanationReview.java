package io.firebreak.takedown;

import io.firebreak.crisis.CaseReference;
import io.firebreak.statement.StatementText;
import io.firebreak.takedown.TakeDown.Proposal;
import io.firebreak.wording.CaseWordings;
import io.firebreak.wording.Finding;
import io.firebreak.wording.HouseRules;
import io.firebreak.wording.Verdict;
import io.firebreak.wording.Verdicts;
import io.firebreak.wording.Wording.Purpose;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What the house rules of wording have to say to the explanation that the public reads in place of a post. */
@Service
public class ExplanationReview {

    private final HouseRules rules;
    private final CaseWordings cases;
    private final Verdicts verdicts;

    ExplanationReview(HouseRules rules, CaseWordings cases, Verdicts verdicts) {
        this.rules = rules;
        this.cases = cases;
        this.verdicts = verdicts;
    }

    /** What an explanation does not hold to, in the order of the text; empty when it holds to all rules. */
    @Transactional(readOnly = true)
    public List<Finding> findings(CaseReference reference, StatementText text) {
        return rules.check(
                cases.of(reference.toString(), Purpose.EXPLANATION, text.language(), text.title(), text.body(), false));
    }

    /** What was found in the explanation of a proposal, and why it stayed; empty when nothing was found. */
    @Transactional(readOnly = true)
    public Optional<Verdict> of(Proposal proposal) {
        return verdicts.of(proposal.id());
    }

    /**
     * Lets an explanation pass in which nothing was found, or only what its author has a word for.
     *
     * @param reason that word; null where there is none
     * @throws io.firebreak.rule.Refusal that says what is wrong, one sentence for each finding
     */
    Verdict require(CaseReference reference, StatementText text, String reason) {
        return Verdict.of(findings(reference, text), reason, "explanation");
    }

    /** Keeps with a proposal what was found in its explanation, and its author's word. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void keep(CaseReference reference, Proposal proposal, Verdict verdict, String author) {
        verdicts.keep(reference.toString(), proposal.id(), "the explanation of a take-down", verdict, author);
    }
}
