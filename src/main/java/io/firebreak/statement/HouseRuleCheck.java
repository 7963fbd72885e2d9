package io.firebreak.statement;

import io.firebreak.wording.CaseWordings;
import io.firebreak.wording.Finding;
import io.firebreak.wording.HouseRules;
import io.firebreak.wording.TextParts;
import io.firebreak.wording.Wording;
import io.firebreak.wording.Wording.Purpose;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Looks at a text by the house rules of wording. */
@Component
class HouseRuleCheck implements TextCheck {

    private final HouseRules rules;
    private final CaseWordings cases;

    HouseRuleCheck(HouseRules rules, CaseWordings cases) {
        this.rules = rules;
        this.cases = cases;
    }

    @Override
    public List<Finding> check(String caseReference, StatementKind kind, StatementText text, UUID original) {
        return rules.check(wording(caseReference, kind, text));
    }

    TextParts parts(String caseReference, StatementKind kind, StatementText text) {
        return rules.parts(wording(caseReference, kind, text));
    }

    private Wording wording(String caseReference, StatementKind kind, StatementText text) {
        return cases.of(caseReference, purposeOf(kind), text.language(), text.title(), text.body(), text.apology());
    }

    private static Purpose purposeOf(StatementKind kind) {
        return switch (kind) {
            case STATEMENT -> Purpose.STATEMENT;
            case HOLDING -> Purpose.HOLDING;
            case TRANSLATION -> Purpose.TRANSLATION;
        };
    }
}
