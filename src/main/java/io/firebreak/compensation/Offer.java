package io.firebreak.compensation;

import io.firebreak.rule.Problems;
import io.firebreak.rule.Refusal;
import io.firebreak.rule.TextRule;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Locale;

/**
 * What one person is offered in private. Only acceptable offers exist; see {@link #of}.
 *
 * @param amount above zero, with at most two decimals
 * @param currency an ISO 4217 code
 */
public record Offer(PrivateWay way, BigDecimal amount, String currency, String reason) {

    private static final TextRule AMOUNT = TextRule.line("compensationAmount", "The amount of the compensation", 20);
    private static final TextRule CURRENCY =
            TextRule.line("compensationCurrency", "The currency of the compensation", 3);
    private static final TextRule REASON =
            TextRule.text("compensationReason", "The reason for the compensation", 2_000);

    /**
     * A checked offer.
     *
     * @param amount digits, with a point or a comma before the decimals
     * @throws Refusal that names everything that is wrong with it
     */
    public static Offer of(PrivateWay way, String amount, String currency, String reason) {
        Problems problems = new Problems();
        Offer offer = new Offer(
                way,
                problems.collect(() -> amountIn(AMOUNT.require(amount))),
                problems.collect(() -> currencyIn(CURRENCY.require(currency))),
                problems.collect(() -> REASON.require(reason)));
        problems.refuseIfAny();
        return offer;
    }

    private static BigDecimal amountIn(String text) {
        if (text.matches("[0-9]{1,10}([.,][0-9]{1,2})?")) {
            BigDecimal amount = new BigDecimal(text.replace(',', '.'));
            if (amount.signum() > 0) {
                return amount;
            }
        }
        throw Refusal.invalid(
                "compensationAmount",
                "The amount of the compensation must be a number above zero with at most two decimals, for example 25.50.");
    }

    private static String currencyIn(String text) {
        String code = text.toUpperCase(Locale.ROOT);
        if (Currency.getAvailableCurrencies().stream()
                .anyMatch(currency -> currency.getCurrencyCode().equals(code))) {
            return code;
        }
        throw Refusal.invalid(
                "compensationCurrency", "The currency is unknown; please give its code, for example EUR or PLN.");
    }
}
