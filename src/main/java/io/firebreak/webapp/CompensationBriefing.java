package io.firebreak.webapp;

import io.firebreak.compensation.Budgets;
import io.firebreak.compensation.Compensation;
import java.math.BigDecimal;
import java.util.List;

/**
 * What the forms about a compensation need beside the case.
 *
 * @param orderNumber null where no order or ticket shows that they were affected
 * @param authors all who wrote in the proposal
 * @param affected how it is known that they were, in the words of whoever agreed; null where nothing was said
 * @param decidedBy null until a second person has decided
 * @param left what the crisis plan leaves; null where it has no budget
 */
record CompensationBriefing(
        String handle,
        String place,
        String orderNumber,
        String way,
        BigDecimal amount,
        String currency,
        String reason,
        @ByName String proposedBy,
        List<String> authors,
        @ByName List<String> authorNames,
        String affected,
        @ByName String decidedBy,
        Budgets.Left left) {

    static CompensationBriefing of(Compensation compensation, Budgets.Left left) {
        boolean decided = compensation.decision() != null;
        return new CompensationBriefing(
                compensation.recipient().handle(),
                compensation.recipient().place(),
                compensation.recipient().orderNumber(),
                compensation.offer().way().name(),
                compensation.offer().amount(),
                compensation.offer().currency(),
                compensation.offer().reason(),
                compensation.proposedBy(),
                compensation.authors().stream().sorted().toList(),
                compensation.authors().stream().sorted().toList(),
                decided ? compensation.decision().affected() : null,
                decided ? compensation.decision().decidedBy() : null,
                left);
    }
}
