package io.firebreak.statement.facts;

import io.firebreak.rule.WebAddress;
import java.util.regex.Pattern;

/** How somebody is reached: a mail address, a web address or a telephone number. */
final class ContactValue {

    private static final Pattern MAIL = Pattern.compile("[^\\s@]{1,64}@[^\\s@.]+(?:\\.[^\\s@.]+)+");
    private static final Pattern PHONE = Pattern.compile("\\+?[\\d\\s()./\\-]{3,30}");
    private static final int SHORTEST_PHONE = 3;

    private ContactValue() {}

    static String of(String label, String text) {
        if (text.regionMatches(true, 0, "http", 0, 4)) {
            return WebAddress.require("factSheet", text);
        }
        boolean web = text.matches("(?i)www\\.[^\\s]+\\.[^\\s]+");
        boolean phone = PHONE.matcher(text).matches()
                && text.chars().filter(Character::isDigit).count() >= SHORTEST_PHONE;
        if (web || phone || MAIL.matcher(text).matches()) {
            return text;
        }
        throw FactRules.refused(
                "“%s” of “%s” is no mail address, web address or telephone number; please write one, or enter it as a name."
                        .formatted(text, label));
    }
}
