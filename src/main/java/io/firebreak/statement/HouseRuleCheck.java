package io.firebreak.statement;

import io.firebreak.crisis.CaseReference;
import io.firebreak.crisis.Cases;
import io.firebreak.crisis.CrisisCase;
import io.firebreak.wording.CaseWordings;
import io.firebreak.wording.HouseRules;
import io.firebreak.wording.HouseRules.Judgement;
import io.firebreak.wording.Wording.Purpose;
import org.springframework.stereotype.Component;

/** Looks at a text by the house rules of wording. What Firebreak itself adds to it is none of its author's words. */
@Component
class HouseRuleCheck {

    private final HouseRules rules;
    private final CaseWordings wordings;
    private final Cases cases;
    private final StatementWords words;

    HouseRuleCheck(HouseRules rules, CaseWordings wordings, Cases cases, StatementWords words) {
        this.rules = rules;
        this.wordings = wordings;
        this.cases = cases;
        this.words = words;
    }

    Judgement judge(String caseReference, StatementKind kind, StatementText text) {
        CrisisCase crisisCase = cases.get(CaseReference.parse(caseReference));
        String body = words.withoutWrongPost(crisisCase, text.language(), text.body());
        return rules.judge(
                wordings.of(caseReference, purposeOf(kind), text.language(), text.title(), body, text.apology()));
    }

    private static Purpose purposeOf(StatementKind kind) {
        return switch (kind) {
            case STATEMENT -> Purpose.STATEMENT;
            case HOLDING -> Purpose.HOLDING;
            case TRANSLATION -> Purpose.TRANSLATION;
        };
    }
}
