package io.firebreak.wording;

import com.google.re2j.Matcher;
import io.firebreak.wording.Finding.Place;

/** Looks for blanks of a template that nobody filled in. */
final class BlankCheck {

    private BlankCheck() {}

    static void check(ReadText text, RuleBook book, Found found) {
        for (Finding.Field field : Finding.Field.values()) {
            String written = text.textOf(field);
            if (written == null) {
                continue;
            }
            book.blanks().forEach(blank -> {
                Matcher blanks = blank.matcher(written);
                while (blanks.find()) {
                    if (blanks.end() > blanks.start() && !isOther(book, blanks.group())) {
                        found.add(Rule.BLANK, new Place(field, blanks.start(), blanks.end()));
                    }
                }
            });
        }
    }

    private static boolean isOther(RuleBook book, String found) {
        return book.notBlanks().stream().anyMatch(other -> other.matches(found));
    }
}
