package io.firebreak.wording;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.firebreak.wording.Finding.Level;
import io.firebreak.wording.RuleBook.Demand;
import io.firebreak.wording.Wording.Purpose;
import io.firebreak.yaml.Fields;
import io.firebreak.yaml.Place;
import io.firebreak.yaml.Suggestion;
import io.firebreak.yaml.WrongValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The file {@code rules.yaml}: what each rule means, in whatever language. A later file changes what it names. */
final class RuleSection {

    private static final String OFF = "off";
    private static final String ID = "[a-z]+([.-][a-z]+)*";
    private static final List<String> NEEDED = List.of("level", "why", "source", "remedy");

    private final Map<String, Rule> rules = new LinkedHashMap<>();
    private List<Demand> demands = List.of();
    private int mostApologies;
    private double copied = 1;
    private final List<Pattern> blanks = new ArrayList<>();
    private final List<Pattern> notBlanks = new ArrayList<>();

    void read(Fields fields) {
        fields.named("rules").forEach(this::readRule);
        List<Demand> read = fields.items("demands").stream()
                .flatMap(place -> demand(place.fields(FileShape.DEMAND)).stream())
                .toList();
        if (!read.isEmpty()) {
            demands = read;
        }
    }

    Set<String> ids() {
        return rules.keySet();
    }

    RuleBook book(Map<String, Vocabulary> vocabularies) {
        return new RuleBook(
                Map.copyOf(rules),
                demands,
                vocabularies,
                mostApologies,
                copied,
                List.copyOf(blanks),
                List.copyOf(notBlanks));
    }

    private void readRule(String id, Place place) {
        if (!id.matches(ID)) {
            place.mistake("%s can't be a rule's name.".formatted(WrongValue.shown(id)), "Write it as subject.matter.");
            return;
        }
        Fields fields = place.fields(FileShape.RULE);
        Rule before = rules.get(id);
        if (before == null) {
            NEEDED.stream()
                    .filter(key -> fields.at(key).isEmpty())
                    .forEach(key -> place.mistake("The key %s is missing.".formatted(key), "A new rule needs it."));
        }
        rules.put(id, changed(id, before, fields));
        fields.read("at most", text -> number(text, 0, 100)).ifPresent(most -> mostApologies = most.intValue());
        fields.read("similar", text -> number(text, 1, 100)).ifPresent(percent -> copied = percent / 100.0);
        blanks.addAll(fields.list("expressions", RuleSection::expression));
        notBlanks.addAll(fields.list("except", RuleSection::expression));
    }

    private static Rule changed(String id, Rule before, Fields fields) {
        Optional<Optional<Level>> level = fields.read("level", RuleSection::level);
        Level sure = level.isPresent() ? level.get().orElse(null) : before == null ? null : before.level();
        Optional<Optional<Level>> unsure = fields.read("level if unsure", RuleSection::level);
        List<Purpose> purposes = fields.list("purposes", text -> oneOf(Purpose.class, text));
        return new Rule(
                id,
                fields.text("reported as").orElse(before == null ? id : before.reportedAs()),
                sure,
                unsure.isPresent()
                        ? unsure.get().orElse(null)
                        : level.isPresent() || before == null ? sure : before.unsureLevel(),
                fields.text("why").orElse(before == null ? "" : before.why()),
                fields.text("source").orElse(before == null ? "" : before.source()),
                fields.text("remedy").orElse(before == null ? "" : before.remedy()),
                !purposes.isEmpty()
                        ? EnumSet.copyOf(purposes)
                        : before == null ? EnumSet.allOf(Purpose.class) : before.purposes());
    }

    private Optional<Demand> demand(Fields fields) {
        List<String> parts = fields.list("parts", text -> {
            if (!rules.containsKey(text)) {
                throw new WrongValue(
                        "There is no rule %s.".formatted(WrongValue.shown(text)), Suggestion.of(text, rules.keySet()));
            }
            return text;
        });
        return fields.read("purpose", text -> oneOf(Purpose.class, text))
                .map(purpose -> new Demand(purpose, fields.text("posture").orElse(null), parts));
    }

    private static Optional<Level> level(String text) {
        return text.equals(OFF) ? Optional.empty() : Optional.of(oneOf(Level.class, text));
    }

    private static <T extends Enum<T>> T oneOf(Class<T> type, String text) {
        List<String> known =
                Arrays.stream(type.getEnumConstants()).map(Enum::name).toList();
        if (!known.contains(text)) {
            throw new WrongValue("%s is not known here.".formatted(WrongValue.shown(text)), Suggestion.of(text, known));
        }
        return Enum.valueOf(type, text);
    }

    private static Integer number(String text, int least, int most) {
        if (!text.matches("\\d{1,3}") || Integer.parseInt(text) < least || Integer.parseInt(text) > most) {
            throw new WrongValue(
                    "%s is no number from %d to %d.".formatted(WrongValue.shown(text), least, most),
                    "Write such a number.");
        }
        return Integer.valueOf(text);
    }

    private static Pattern expression(String text) {
        try {
            return Pattern.compile(text);
        } catch (PatternSyntaxException wrong) {
            throw new WrongValue(
                    "%s is no regular expression of RE2: %s.".formatted(WrongValue.shown(text), wrong.getDescription()),
                    "Mend it, or write words in the file of a language instead.");
        }
    }
}
