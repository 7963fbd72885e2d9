package io.firebreak.compensation;

import io.firebreak.compensation.CompensationStore.Purse;
import io.firebreak.crisis.CaseReference;
import io.firebreak.crisis.Cases;
import io.firebreak.crisis.CrisisCase;
import io.firebreak.roster.CrisisPlan;
import io.firebreak.roster.CrisisPlan.CompensationBudget;
import io.firebreak.roster.CrisisPlans;
import io.firebreak.rule.Refusal;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the crisis plan allows, and how much of it is left. What was agreed to counts, from the moment of the agreement. */
@Component
public class Budgets {

    private final CrisisPlans plans;
    private final CompensationStore store;
    private final Cases cases;
    private final ZoneId zone;
    private final Clock clock;

    Budgets(
            CrisisPlans plans,
            CompensationStore store,
            Cases cases,
            @Value("${firebreak.time-zone}") ZoneId zone,
            Clock clock) {
        this.plans = plans;
        this.store = store;
        this.cases = cases;
        this.zone = zone;
        this.clock = clock;
    }

    /**
     * How much may still be agreed to.
     *
     * @param person for this person; the whole of it where nobody is named
     * @param eachCase for all people of the case; null where the plan says nothing of cases
     * @param month for all people of the brand, in this month
     */
    public record Left(String currency, BigDecimal person, BigDecimal eachCase, BigDecimal month) {}

    /**
     * What is left for a case.
     *
     * @param recipient null for anybody
     * @return empty where the plan has no budget for the brand
     */
    @Transactional(readOnly = true)
    public Optional<Left> left(CaseReference reference, Recipient recipient) {
        CrisisCase crisisCase = cases.get(reference);
        return plans.current().budget(crisisCase.brand()).map(budget -> left(crisisCase, budget, recipient));
    }

    /** The role whose people agree for a case, by its group id; empty where the plan has no budget for the brand. */
    @Transactional(readOnly = true)
    public Optional<String> agrees(CaseReference reference) {
        return plans.current().budget(cases.get(reference).brand()).map(CompensationBudget::agrees);
    }

    private Left left(CrisisCase crisisCase, CompensationBudget budget, Recipient recipient) {
        Purse purse = new Purse(crisisCase.brand(), crisisCase.report().drill(), budget.currency());
        BigDecimal ofPerson = recipient == null
                ? BigDecimal.ZERO
                : store.boundFor(
                        purse,
                        recipient,
                        clock.instant()
                                .atZone(zoneOf(crisisCase))
                                .minusMonths(12)
                                .toInstant());
        return new Left(
                budget.currency(),
                rest(budget.person(), ofPerson),
                budget.eachCase() == null
                        ? null
                        : rest(budget.eachCase(), store.boundIn(purse, cases.withMerged(crisisCase.reference()))),
                rest(budget.month(), boundInMonth(crisisCase, purse)));
    }

    private BigDecimal boundInMonth(CrisisCase crisisCase, Purse purse) {
        ZoneId here = zoneOf(crisisCase);
        LocalDate first = LocalDate.ofInstant(clock.instant(), here).withDayOfMonth(1);
        Instant from = first.atStartOfDay(here).toInstant();
        return store.bound(purse, from, first.plusMonths(1).atStartOfDay(here).toInstant());
    }

    private ZoneId zoneOf(CrisisCase crisisCase) {
        return plans.current().zoneOf(crisisCase.brand()).orElse(zone);
    }

    private static BigDecimal rest(BigDecimal all, BigDecimal bound) {
        return all.subtract(bound).max(BigDecimal.ZERO);
    }

    /**
     * @throws Refusal when the plan has no budget for the brand, it is in another currency, or not enough is left
     */
    void requireLeft(CrisisCase crisisCase, Recipient recipient, Offer offer) {
        CrisisPlan plan = plans.current();
        CompensationBudget budget = plan.budget(crisisCase.brand())
                .orElseThrow(() -> Refusal.conflict(
                        "The crisis plan has no compensation budget for %s, so none may be offered; whoever keeps the plan can add one under compensation."
                                .formatted(crisisCase.brand())));
        if (!budget.currency().equals(offer.currency())) {
            throw Refusal.invalid(
                    "compensationCurrency",
                    "Compensation for %s is paid in %s; please give the amount in it."
                            .formatted(crisisCase.brand(), budget.currency()));
        }
        Left left = left(crisisCase, budget, recipient);
        require(
                offer,
                left.person(),
                "%s, who gets %s %s within twelve months at most"
                        .formatted(recipient.handle(), inWords(budget.person()), budget.currency()));
        if (left.eachCase() != null) {
            require(
                    offer,
                    left.eachCase(),
                    "%s, which has %s %s at most"
                            .formatted(crisisCase.reference(), inWords(budget.eachCase()), budget.currency()));
        }
        require(
                offer,
                left.month(),
                "%s in this month, which has %s %s at most"
                        .formatted(crisisCase.brand(), inWords(budget.month()), budget.currency()));
    }

    private static void require(Offer offer, BigDecimal left, String whom) {
        if (offer.amount().compareTo(left) > 0) {
            throw Refusal.invalid(
                    "compensationAmount",
                    "The crisis plan leaves %s %s for %s; please offer no more than that."
                            .formatted(inWords(left), offer.currency(), whom));
        }
    }

    /** Whole amounts without decimals. */
    private static String inWords(BigDecimal amount) {
        BigDecimal shortest = amount.stripTrailingZeros();
        return (shortest.scale() <= 0 ? shortest : amount.setScale(2, RoundingMode.UNNECESSARY)).toPlainString();
    }
}
