package io.firebreak.statement.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.firebreak.rule.Refusal;
import io.firebreak.statement.facts.FactRules.Row;
import io.firebreak.wording.comparison.Fact;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How facts are typed, and how they are kept. */
class FactRulesTest {

    private final FactRules rules = new FactRules(ZoneId.of("Europe/Madrid"));

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    NUMBER  | 1250                      | 1250
                    NUMBER  | 1 250 customers           | 1250 customers
                    NUMBER  | 12,50 EUR                 | 12.50 EUR
                    NUMBER  | €12.5                     | 12.5 €
                    NUMBER  | 1.250.000                 | 1250000
                    NUMBER  | 1,250.75                  | 1250.75
                    NUMBER  | 1.250,75                  | 1250.75
                    NUMBER  | 0.125 l                   | 0.125 l
                    NUMBER  | 3 %                       | 3 %
                    DATE    | 2026-12-03                | 2026-12-03
                    PROMISE | 2026-12-03 18:00          | 2026-12-03T18:00
                    PROMISE | 2026-12-03T18:00:00Z      | 2026-12-03T19:00
                    CONTACT | help@brand.example        | help@brand.example
                    CONTACT | https://brand.example/a   | https://brand.example/a
                    CONTACT | www.brand.example         | www.brand.example
                    CONTACT | +34 (900) 123 123         | +34 (900) 123 123
                    CONTACT | 112                       | 112
                    NAME    | Anna Kowalska             | Anna Kowalska
                    """)
    void shouldKeepAValueInItsUsualSpelling(String kind, String typed, String kept) {
        assertThat(rules.of(List.of(row(kind, "label", typed)), 0))
                .extracting(Fact::value)
                .containsExactly(kept);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    NUMBER  | 1.250        | can be read as 1250 and as 1.250
                    NUMBER  | 1,250        | can be read as 1250 and as 1.250
                    NUMBER  | many         | is no number
                    NUMBER  | 1.2.3        | is no number
                    DATE    | 3.12.2026    | is no day
                    DATE    | 2026-02-30   | is no day
                    PROMISE | tomorrow     | is no day
                    CONTACT | Anna         | is no mail address, web address or telephone number
                    CONTACT | http://      | is no web address
                    COLOUR  | red          | must be one of NUMBER, DATE, NAME, PROMISE, CONTACT
                    """)
    void shouldSayWhatIsRightWhereAValueIsNot(String kind, String typed, String sentence) {
        assertThatThrownBy(() -> rules.of(List.of(row(kind, "label", typed)), 0))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining(sentence);
    }

    @Test
    void shouldNameEverythingThatIsWrongAtOnceAndLeaveOutEmptyRows() {
        assertThat(rules.of(List.of(row("NUMBER", " ", "")), 0)).isEmpty();
        assertThatThrownBy(() -> rules.of(List.of(row("NUMBER", "", "5"), row("DATE", "found", "")), 0))
                .hasMessageContaining("What a fact is about is missing")
                .hasMessageContaining("The value of “found” is missing");
    }

    @Test
    void shouldRefuseTwoFactsOfOneLabelAndTooMany() {
        assertThatThrownBy(() -> rules.of(List.of(row("NUMBER", "Jars", "5"), row("NUMBER", "jars", "6")), 0))
                .hasMessageContaining("two facts called “jars”");
        List<Row> many = IntStream.rangeClosed(0, FactRules.MOST_FACTS)
                .mapToObj(number -> row("NUMBER", "label " + number, "1"))
                .toList();
        assertThatThrownBy(() -> rules.of(many, 0)).hasMessageContaining("There are 101 facts, at most 100");
        // those of two cases that became one
        assertThat(rules.of(many, 101)).hasSize(101);
    }

    @Test
    void shouldKeepWhatAFactIsCalledInOtherLanguages() {
        Row row = new Row("NAME", "authority", "Health Ministry", Map.of("ES", "Ministerio de Sanidad", "it", " "));

        assertThat(rules.of(List.of(row), 0))
                .extracting(Fact::called)
                .containsExactly(Map.of("es", "Ministerio de Sanidad"));
        assertThatThrownBy(() -> rules.of(List.of(new Row("NAME", "a", "b", Map.of("klingon", "c"))), 0))
                .hasMessageContaining("The language is missing or unknown");
    }

    @Test
    void shouldLetEachOfTwoPeopleKeepWhatTheyChanged() {
        List<Fact> base = facts("a", "1", "b", "2", "c", "3");

        assertThat(new SheetMerge(
                                base,
                                facts("a", "10", "b", "2", "d", "4"),
                                facts("a", "1", "b", "20", "c", "3", "e", "5"))
                        .facts())
                .isEqualTo(facts("a", "10", "b", "20", "d", "4", "e", "5"));
        assertThat(new SheetMerge(base, base, Collections.emptyList()).facts()).isEmpty();
        assertThat(new SheetMerge(base, facts("a", "9"), facts("a", "9", "b", "2", "c", "3")).facts())
                .isEqualTo(facts("a", "9"));
    }

    @Test
    void shouldNotChooseBetweenTwoPeopleWhoChangedTheSameFact() {
        List<Fact> base = facts("a", "1");

        assertThatThrownBy(() -> new SheetMerge(base, facts("a", "2"), facts("a", "3")).facts())
                .hasMessageContaining("Somebody changed “a” in the meantime, to 2;");
        assertThatThrownBy(() -> new SheetMerge(base, List.of(), facts("a", "3")).facts())
                .hasMessageContaining("Somebody took “a” away in the meantime;");
        assertThatThrownBy(() -> new SheetMerge(List.of(), facts("a", "2"), facts("a", "3")).facts())
                .hasMessageContaining("Somebody entered “a” in the meantime, as 2;");
    }

    @Test
    void shouldKeepBothWhereTwoCasesKnowDifferentThings() {
        assertThat(new MergedSheet(facts("a", "1", "b", "2"), "CR-2026-0007").with(facts("A", "1", "b", "3", "c", "4")))
                .extracting(Fact::label, Fact::value)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("a", "1"),
                        org.assertj.core.groups.Tuple.tuple("b", "2"),
                        org.assertj.core.groups.Tuple.tuple("b (CR-2026-0007)", "3"),
                        org.assertj.core.groups.Tuple.tuple("c", "4"));
    }

    private static List<Fact> facts(String... labelsAndValues) {
        return IntStream.range(0, labelsAndValues.length / 2)
                .mapToObj(index -> new Fact(
                        Fact.Kind.NUMBER, labelsAndValues[2 * index], labelsAndValues[2 * index + 1], Map.of()))
                .toList();
    }

    private static Row row(String kind, String label, String value) {
        return new Row(kind, label, value, null);
    }
}
