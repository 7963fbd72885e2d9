package io.firebreak.statement.facts;

import io.firebreak.rule.LanguageTag;
import io.firebreak.rule.Problems;
import io.firebreak.rule.Refusal;
import io.firebreak.rule.TextRule;
import io.firebreak.wording.comparison.Fact;
import io.firebreak.wording.comparison.Fact.Kind;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What facts must be like to be entered. What can be read in two ways is not guessed. */
final class FactRules {

    /** More than a person compares a text with. */
    static final int MOST_FACTS = 100;

    static final int LONGEST_LABEL = 120;
    private static final int LONGEST_VALUE = 200;
    private static final int MOST_LANGUAGES = 20;

    private static final TextRule LABEL = TextRule.line("factSheet", "What a fact is about", LONGEST_LABEL);
    private static final TextRule CALLED =
            TextRule.line("factSheet", "What a fact is called in a language", LONGEST_VALUE);

    private final ZoneId zone;

    /**
     * @param zone of the house's clocks, in which days and hours are meant
     */
    FactRules(ZoneId zone) {
        this.zone = zone;
    }

    /** A fact as somebody typed it; anything may be missing. */
    record Row(String kind, String label, String value, Map<String, String> called) {

        private boolean isEmpty() {
            return isBlank(label) && isBlank(value);
        }

        private static boolean isBlank(String text) {
            return text == null || text.isBlank();
        }
    }

    /**
     * The facts of the rows in their usual spelling; rows in which nothing was typed are left out.
     *
     * @param before how many facts there are; as many may stay even if it is too many
     * @throws Refusal that names everything that is wrong
     */
    List<Fact> of(List<Row> rows, int before) {
        Problems problems = new Problems();
        List<Fact> facts = new ArrayList<>();
        for (Row row : rows) {
            if (row != null && !row.isEmpty()) {
                facts.add(problems.collect(() -> fact(row)));
            }
        }
        problems.collect(() -> few(facts.size(), before));
        problems.refuseIfAny();
        problems.collect(() -> differentlyLabelled(facts));
        problems.refuseIfAny();
        return facts;
    }

    private Fact fact(Row row) {
        Problems problems = new Problems();
        Kind kind = problems.collect(() -> kind(row.kind()));
        String label = problems.collect(() -> LABEL.require(row.label()));
        Map<String, String> called = problems.collect(() -> called(row.called()));
        String value = kind == null || label == null ? null : problems.collect(() -> value(kind, label, row.value()));
        problems.refuseIfAny();
        return new Fact(kind, label, value, called);
    }

    private static Kind kind(String name) {
        return Arrays.stream(Kind.values())
                .filter(kind -> kind.name().equals(name))
                .findFirst()
                .orElseThrow(() -> refused("What kind of fact it is must be one of %s."
                        .formatted(Arrays.stream(Kind.values()).map(Enum::name).collect(Collectors.joining(", ")))));
    }

    private String value(Kind kind, String label, String text) {
        String line = TextRule.line("factSheet", "The value of “%s”".formatted(label), LONGEST_VALUE)
                .require(text);
        return switch (kind) {
            case NUMBER -> NumberValue.of(label, line);
            case DATE, PROMISE -> new DayValue(zone).of(label, line);
            case CONTACT -> ContactValue.of(label, line);
            case NAME -> line;
        };
    }

    private static Map<String, String> called(Map<String, String> given) {
        Map<String, String> called = new TreeMap<>();
        if (given == null) {
            return called;
        }
        if (given.size() > MOST_LANGUAGES) {
            throw refused("A fact can be called something in at most %d languages.".formatted(MOST_LANGUAGES));
        }
        given.forEach((tag, name) -> {
            if (!Row.isBlank(name)) {
                called.put(LanguageTag.require("factSheet", tag), CALLED.require(name));
            }
        });
        return called;
    }

    private static Void few(int count, int before) {
        if (count > MOST_FACTS && count > before) {
            throw refused("There are %d facts, at most %d are taken; please leave out what no text says."
                    .formatted(count, MOST_FACTS));
        }
        return null;
    }

    private static Void differentlyLabelled(List<Fact> facts) {
        Set<String> labels = new HashSet<>();
        for (Fact fact : facts) {
            if (!labels.add(key(fact))) {
                throw refused("There are two facts called “%s”; please say how they differ, or leave one out."
                        .formatted(fact.label()));
            }
        }
        return null;
    }

    /** By which a fact is the same in two versions of a sheet. */
    static String key(Fact fact) {
        return fact.label().toLowerCase(Locale.ROOT);
    }

    static Refusal refused(String sentence) {
        return Refusal.invalid("factSheet", sentence);
    }
}
