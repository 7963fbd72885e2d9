package io.firebreak.wording.comparison;

import io.firebreak.wording.Finding;
import io.firebreak.wording.Finding.Level;
import io.firebreak.wording.comparison.PairComparison.Placed;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.Locale;

/** What is said of a difference: to people who are in a hurry, and read English whatever the text's language. */
final class Sentences {

    static final String DIFFERS = "fact.differs";
    static final String UNKNOWN = "fact.unknown";
    static final String MISSING = "fact.missing";

    private static final String SHEET = "The case's fact sheet";
    private static final String SAME_FACTS =
            "House rule: one fact sheet, and the same facts on every channel and in every language";

    private Sentences() {}

    static Finding differs(Part part, Found found, Fact fact) {
        return at(
                part,
                found,
                Level.WARNING,
                DIFFERS,
                "The fact sheet says otherwise for “%s”: %s.".formatted(fact.label(), readable(fact)),
                SHEET,
                "Say what it says (%s), or correct the fact sheet.".formatted(readable(fact)));
    }

    private static String readable(Fact fact) {
        boolean moment = fact.kind() == Fact.Kind.DATE || fact.kind() == Fact.Kind.PROMISE;
        return moment ? fact.value().replace("T", ", ") : fact.value();
    }

    static Finding wrongWeekday(Part part, Found found, DayOfWeek real) {
        String day = real.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
        return at(
                part,
                found,
                Level.ERROR,
                DIFFERS,
                "This date is a %s.".formatted(day),
                "The calendar",
                "Correct the day of the week or the date.");
    }

    static Finding unknown(Part part, Found found) {
        return at(
                part,
                found,
                Level.WARNING,
                UNKNOWN,
                "This stands nowhere on the fact sheet.",
                SHEET,
                "Check it, and enter it on the fact sheet; or leave it out.");
    }

    static Finding added(Placed each, String source) {
        return at(
                each.part(),
                each.found(),
                Level.WARNING,
                UNKNOWN,
                "This stands nowhere in %s.".formatted(source),
                SAME_FACTS,
                "Say what %s says, or leave it out.".formatted(source));
    }

    static Finding instead(Placed each, Found original, String source) {
        return at(
                each.part(),
                each.found(),
                Level.WARNING,
                DIFFERS,
                "There is “%s” in %s, and no “%s”."
                        .formatted(original.words(), source, each.found().words()),
                SAME_FACTS,
                "Say the same as %s.".formatted(source));
    }

    static Finding missing(Found found, String source) {
        return lacking(found.words(), source);
    }

    static Finding missingName(String name, String source) {
        return lacking(name, source);
    }

    private static Finding lacking(String words, String source) {
        return new Finding(
                MISSING,
                Level.WARNING,
                null,
                null,
                "“%s” stands in %s and is not said here.".formatted(words, source),
                SAME_FACTS,
                "Say it here too.");
    }

    private static Finding at(
            Part part, Found found, Level level, String rule, String why, String source, String remedy) {
        return new Finding(
                rule,
                level,
                part.place(found.from(), found.to()),
                part.text().substring(found.from(), found.to()),
                why,
                source,
                remedy);
    }
}
