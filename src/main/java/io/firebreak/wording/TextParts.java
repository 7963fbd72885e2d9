package io.firebreak.wording;

import io.firebreak.wording.Finding.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The five parts of a text, as the house rule counts them: what happened, our responsibility, the apology, measures with
 * dates, the contact. It says the same as the findings do: what is missing here is a finding there, unless the rule is
 * switched off.
 *
 * @param posture the response strategy that asks for them; null where none was chosen
 * @param apologies how often the case has apologised in public before
 * @param mostApologies how often it may
 * @param parts in the order in which the house rule names them
 */
public record TextParts(String posture, int apologies, int mostApologies, List<Part> parts) {

    private static final List<String> FIVE =
            List.of(Rule.WHAT_HAPPENED, Rule.RESPONSIBILITY, Rule.APOLOGY, Rule.MEASURES, Rule.CONTACT);

    /** How a text stands to a part. */
    public enum State {
        SAID,
        MISSING,
        /** There are measures, and the date that belongs to them is missing. */
        UNDATED,
        /** The posture does not ask for it, and it is not there. */
        NOT_ASKED,
        /** It is there, although the posture does not ask for it. */
        NOT_ASKED_BUT_SAID,
        /** The posture asks for an apology, and the case has made as many as it may. */
        SPENT,
        /** No rule knows the language. */
        UNKNOWN
    }

    /**
     * One of the five.
     *
     * @param rule its id, for example {@code part.apology}
     * @param place where it is said first; null where it is not
     * @param why what is missing, a sentence; null where nothing is, as are {@code source} and {@code remedy}
     * @param source who asks for it
     * @param remedy what would do
     */
    public record Part(String rule, State state, Place place, String why, String source, String remedy) {

        private static Part of(String rule, State state, Place place) {
            return new Part(rule, state, place, null, null, null);
        }

        private static Part lacking(String part, State state, Place place, Rule rule) {
            return new Part(part, state, place, rule.why(), rule.source(), rule.remedy());
        }
    }

    public TextParts {
        parts = List.copyOf(parts);
    }

    static TextParts of(ReadText text, RuleBook book, Said said) {
        List<Part> parts = new ArrayList<>();
        List<String> demanded = book.demanded(text.wording());
        if (!demanded.isEmpty()) {
            FIVE.forEach(part -> parts.add(part(part, demanded, text, book, said)));
        }
        return new TextParts(text.wording().posture(), text.wording().apologiesBefore(), book.mostApologies(), parts);
    }

    private static Part part(String part, List<String> demanded, ReadText text, RuleBook book, Said said) {
        if (!said.knowsLanguage()) {
            return Part.of(part, State.UNKNOWN, null);
        }
        List<Rule> own = inForce(part, demanded, book);
        Place place = place(part, own, said);
        if (own.isEmpty()) {
            return Part.of(part, place == null ? State.NOT_ASKED : State.NOT_ASKED_BUT_SAID, place);
        }
        if (part.equals(Rule.APOLOGY) && PartCheck.isApologySpent(text, book)) {
            return Part.of(part, State.SPENT, place);
        }
        return missing(own, text, book, said)
                .map(rule -> Part.lacking(part, State.MISSING, null, rule))
                .or(() -> undated(part, demanded, text, book, said)
                        .map(rule -> Part.lacking(part, State.UNDATED, place, rule)))
                .orElseGet(() -> Part.of(part, State.SAID, place));
    }

    private static Optional<Rule> undated(String part, List<String> demanded, ReadText text, RuleBook book, Said said) {
        return part.equals(Rule.MEASURES)
                ? missing(inForce(Rule.UNDATED_MEASURE, demanded, book), text, book, said)
                : Optional.empty();
    }

    /** The rules that stand for a part here, without those that the house has switched off. */
    private static List<Rule> inForce(String part, List<String> demanded, RuleBook book) {
        return demanded.stream()
                .map(book.rules()::get)
                .filter(rule -> rule.reportedAs().equals(part) && rule.level() != null)
                .toList();
    }

    private static Optional<Rule> missing(List<Rule> rules, ReadText text, RuleBook book, Said said) {
        return rules.stream()
                .filter(rule -> PartCheck.isMissing(text, book, said, rule.id()))
                .findFirst();
    }

    /** A date counts as a measure where no other words do. */
    private static Place place(String part, List<Rule> own, Said said) {
        Stream<String> rules = own.isEmpty() ? Stream.of(part) : own.stream().map(Rule::id);
        Stream<String> dates =
                own.isEmpty() || !part.equals(Rule.MEASURES) ? Stream.empty() : Stream.of(Rule.UNDATED_MEASURE);
        return Stream.concat(rules, dates)
                .flatMap(rule -> said.first(rule).stream())
                .findFirst()
                .orElse(null);
    }
}
