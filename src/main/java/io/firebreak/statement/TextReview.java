package io.firebreak.statement;

import io.firebreak.rule.Refusal;
import io.firebreak.wording.Finding;
import io.firebreak.wording.HouseRules.Judgement;
import io.firebreak.wording.TextParts;
import io.firebreak.wording.Verdict;
import io.firebreak.wording.Verdicts;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What everything that looks at texts has to say about one, and what becomes of it. */
@Service
public class TextReview {

    /**
     * @param findings all of them, those of the house rules first
     * @param parts which of the five parts the text holds, and which it should; none where nothing is asked for
     */
    public record Reviewed(List<Finding> findings, TextParts parts) {}

    private final List<TextCheck> checks;
    private final HouseRuleCheck houseRules;
    private final Verdicts verdicts;

    TextReview(List<TextCheck> checks, HouseRuleCheck houseRules, Verdicts verdicts) {
        this.houseRules = houseRules;
        this.checks = checks;
        this.verdicts = verdicts;
    }

    /**
     * What there is to say about a text.
     *
     * @param original the version that a translation says in its language; null for any other text
     */
    @Transactional(readOnly = true)
    public Reviewed review(String caseReference, StatementKind kind, StatementText text, UUID original) {
        Judgement judged = houseRules.judge(caseReference, kind, text);
        Stream<Finding> others =
                checks.stream().flatMap(check -> check.check(caseReference, kind, text, original).stream());
        return new Reviewed(Stream.concat(judged.findings().stream(), others).toList(), judged.parts());
    }

    /**
     * Lets a text pass in which nothing was found, or only what its author has a word for.
     *
     * @param reason that word; null where there is none
     * @param bodyField the name under which the text is handed in
     * @throws Refusal that says what is wrong, one sentence for each finding
     */
    @Transactional(readOnly = true)
    public Verdict require(
            String caseReference,
            StatementKind kind,
            StatementText text,
            UUID original,
            String reason,
            String bodyField) {
        return Verdict.of(review(caseReference, kind, text, original).findings(), reason, bodyField);
    }

    /** Keeps with a version what was found in it, and its author's word. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void keep(String caseReference, StatementVersion version, Verdict verdict) {
        String named = version.named();
        verdicts.keep(
                caseReference,
                version.id(),
                Character.toLowerCase(named.charAt(0)) + named.substring(1),
                verdict,
                version.writtenBy());
    }

    /** What was found in a version and why it stayed; empty when nothing was found. */
    @Transactional(readOnly = true)
    public Optional<Verdict> of(StatementVersion version) {
        return verdicts.of(version.id());
    }
}
