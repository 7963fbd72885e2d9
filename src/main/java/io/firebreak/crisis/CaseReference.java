package io.firebreak.crisis;

import io.firebreak.rule.Refusal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of a case among people and the business key of its process: {@code CR-2026-0001}.
 *
 * @param year in which the case was opened, in the house's time zone
 * @param number counted from 1 in each year, without gaps
 */
public record CaseReference(int year, int number) {

    private static final Pattern FORM = Pattern.compile("CR-(\\d{4})-(\\d{4,9})");

    /**
     * @throws Refusal when the text is no reference
     */
    public static CaseReference parse(String text) {
        Matcher matcher = FORM.matcher(text == null ? "" : text);
        if (!matcher.matches()) {
            throw Refusal.notFound("There is no case with this reference; references look like CR-2026-0001.");
        }
        return new CaseReference(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
    }

    @Override
    public String toString() {
        return "CR-%04d-%04d".formatted(year, number);
    }
}
