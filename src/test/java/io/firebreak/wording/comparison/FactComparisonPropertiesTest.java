package io.firebreak.wording.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import io.firebreak.wording.Finding;
import io.firebreak.wording.comparison.Fact.Kind;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds of every text, in every language, beside every sheet. */
class FactComparisonPropertiesTest {

    private static final List<Fact> SHEET = List.of(
            new Fact(Kind.NUMBER, "customers", "1250", Map.of()),
            new Fact(Kind.DATE, "found", "2026-11-21", Map.of()),
            new Fact(Kind.PROMISE, "money back", "2026-12-03T18:00", Map.of()),
            new Fact(Kind.NAME, "director", "Anna Kowalska", Map.of()),
            new Fact(Kind.CONTACT, "write", "help@brand.example", Map.of()));

    @Property(tries = 400)
    void shouldNeverFailAndFindPlacesThatLieInTheText(
            @ForAll("languages") String language, @ForAll("texts") String title, @ForAll("texts") String body) {
        Passage passage = new Passage(language, title, body);

        for (Finding finding : FactComparison.withSheet(passage, SHEET)) {
            String part = finding.place().field() == Finding.Field.TITLE ? title : body;
            assertThat(finding.place().from()).isBetween(0, part.length());
            assertThat(part.substring(finding.place().from(), finding.place().to()))
                    .isEqualTo(finding.found())
                    .isNotBlank();
        }
    }

    @Property(tries = 200)
    void shouldFindNoDifferenceBetweenATextAndItself(
            @ForAll("languages") String language, @ForAll("texts") String title, @ForAll("texts") String body) {
        Passage passage = new Passage(language, title, body);

        assertThat(FactComparison.withOriginal(passage, passage, SHEET)).isEmpty();
        FactComparison.Rendered rendered = FactComparison.rendered(passage, title + "\n\n" + body, SHEET);
        assertThat(rendered.added()).isEmpty();
    }

    @Example
    void shouldReadNoDateFromATitleIntoTheTextBelowIt() {
        Passage passage = new Passage("es", "1,2503 de diciembre", "3 December 2026");

        assertThat(FactComparison.rendered(passage, "1,2503 de diciembre\n\n3 December 2026", SHEET)
                        .added())
                .isEmpty();
    }

    @Property(tries = 100)
    void shouldSayTheSameOfTheSameText(@ForAll("languages") String language, @ForAll("texts") String body) {
        Passage passage = new Passage(language, null, body);

        assertThat(FactComparison.withSheet(passage, SHEET)).isEqualTo(FactComparison.withSheet(passage, SHEET));
    }

    @Example
    void shouldBeDoneSoonWithTheLongestTextsAndSheets() {
        List<Fact> sheet = java.util.stream.IntStream.range(0, 100)
                .mapToObj(number -> new Fact(
                        Kind.values()[number % 5],
                        "label number " + number,
                        List.of(
                                        "" + number,
                                        "2026-12-03",
                                        "Anna Kowalska " + number,
                                        "2026-12-03",
                                        "a" + number + "@b.example")
                                .get(number % 5),
                        Map.of()))
                .toList();
        for (String nasty : List.of(
                "1 ", "1.", "+1 (", "Anna ", "number 12, ", "www.a", "a@", "3 December ", "call 1-", "\uFFFC")) {
            String body = nasty.repeat(20_000 / nasty.length());
            assertThat(org.assertj.core.api.Assertions.catchThrowable(
                            () -> org.junit.jupiter.api.Assertions.assertTimeout(
                                    Duration.ofSeconds(60),
                                    () -> FactComparison.withSheet(new Passage("en", "Title", body), sheet))))
                    .as(nasty)
                    .isNull();
        }
    }

    @Provide
    Arbitrary<String> languages() {
        return Arbitraries.of("en", "es", "it", "pl", "en-US", "pt-BR", "de", "ar", "ja");
    }

    /** Bits that mean something, put together in any way, and characters of any kind between them. */
    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> bits = Arbitraries.of(
                "1,250",
                "1.250",
                "3 December 2026",
                "Friday, ",
                "3 de diciembre",
                "24/7",
                "€",
                "%",
                " customers ",
                "at 6 pm",
                "Anna Kowalska",
                "help@brand.example",
                "+48 22 123 45 67",
                "https://a.example",
                "\n\n",
                "©",
                "99999999999999999999",
                "2026-13-45",
                "31 February 2026",
                "0.0.0.0",
                "twelve",
                "mil",
                "İ",
                "ß",
                "ﬁ",
                "🙂",
                "\u202E");
        Arbitrary<String> anything = Arbitraries.strings().all().ofMaxLength(12);
        return Combinators.combine(Arbitraries.oneOf(bits, anything).list().ofMaxSize(12), Arbitraries.of("", " "))
                .as((parts, joint) -> String.join(joint, parts));
    }
}
