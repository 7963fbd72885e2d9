package io.firebreak.statement.facts;

import io.firebreak.rule.Refusal;
import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers as people type them: kept without separators of thousands, with a point before the fraction. */
final class NumberValue {

    private static final Pattern NUMBER = Pattern.compile(
            "(?<before>[€$£]|[A-Z]{3})?\\s*(?<digits>\\d[\\d\\s.,'’\\u00A0\\u202F]{0,30})(?<unit>\\D.{0,60})?");

    private static final Pattern GROUPED = Pattern.compile("\\d{1,3}(?:[.,]\\d{3}){2,}");

    private NumberValue() {}

    static String of(String label, String text) {
        Matcher matcher = NUMBER.matcher(text);
        if (!matcher.matches()) {
            throw noNumber(label, text);
        }
        String digits =
                matcher.group("digits").replaceAll("[\\s'’\\u00A0\\u202F]", "").replaceAll("[.,]$", "");
        String unit = matcher.group("unit") == null
                ? matcher.group("before")
                : matcher.group("unit").strip();
        return (plain(label, text, digits) + " " + (unit == null ? "" : unit)).strip();
    }

    private static String plain(String label, String text, String digits) {
        int last = Math.max(digits.lastIndexOf('.'), digits.lastIndexOf(','));
        if (last < 0) {
            return new BigDecimal(digits).toPlainString();
        }
        if (GROUPED.matcher(digits).matches() && sameSeparators(digits)) {
            return new BigDecimal(digits.replaceAll("[.,]", "")).toPlainString();
        }
        String whole = digits.substring(0, last);
        boolean single = whole.indexOf('.') < 0 && whole.indexOf(',') < 0;
        boolean small = whole.chars().allMatch(digit -> digit == '0');
        if (single && !small && digits.length() - last - 1 == 3) {
            throw FactRules.refused(
                    "“%s” of “%s” can be read as %s and as %s; please leave out what separates thousands, or write the fraction with two digits."
                            .formatted(
                                    text,
                                    label,
                                    whole + digits.substring(last + 1),
                                    whole + "." + digits.substring(last + 1)));
        }
        if (whole.indexOf(digits.charAt(last)) >= 0) {
            throw noNumber(label, text);
        }
        return new BigDecimal(whole.replaceAll("[.,]", "") + "." + digits.substring(last + 1)).toPlainString();
    }

    private static Refusal noNumber(String label, String text) {
        return FactRules.refused(
                "“%s” is no number for “%s”; please write digits first and the unit behind them, like 1250 or 12.50 EUR."
                        .formatted(text, label));
    }

    private static boolean sameSeparators(String digits) {
        return digits.indexOf('.') < 0 || digits.indexOf(',') < 0;
    }
}
