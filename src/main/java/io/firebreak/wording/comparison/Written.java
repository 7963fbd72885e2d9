package io.firebreak.wording.comparison;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/** A number as it is written in digits, with the separators of its language and those that people use instead. */
record Written(char decimal) {

    private static final String BLANKS = " \u00A0\u202F\u2009";

    /** Groups after blanks have three digits; what stands behind a point or a comma may be a group or a fraction. */
    static final String DIGITS = "(?:\\d{1,3}(?:[" + BLANKS + "]\\d{3}(?!\\d)){1,5}(?:[.,]\\d{1,6}(?!\\d))?"
            + "|\\d{1,15}(?:[.,'’]\\d{1,6}(?!\\d)){0,5})(?![\\d])";

    private static final Pattern GROUPING = Pattern.compile("[" + BLANKS + "'’]");

    /** What the digits say; a single separator that could be both is what the language has it for. */
    BigDecimal value(String digits) {
        String bare = GROUPING.matcher(digits).replaceAll("");
        int point = bare.lastIndexOf('.');
        int comma = bare.lastIndexOf(',');
        if (point < 0 && comma < 0) {
            return new BigDecimal(bare);
        }
        int last = Math.max(point, comma);
        String whole = bare.substring(0, last).replaceAll("[.,]", "");
        String behind = bare.substring(last + 1);
        return new BigDecimal(isFraction(bare, last) ? whole + "." + behind : whole + behind);
    }

    private boolean isFraction(String digits, int last) {
        char separator = digits.charAt(last);
        boolean both = digits.indexOf('.') >= 0 && digits.indexOf(',') >= 0;
        boolean repeated = digits.indexOf(separator) != last;
        if (repeated || both) {
            return !repeated;
        }
        return separator == decimal || digits.length() - last - 1 != 3;
    }
}
