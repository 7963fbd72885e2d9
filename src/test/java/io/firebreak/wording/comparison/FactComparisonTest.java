package io.firebreak.wording.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import io.firebreak.wording.Finding;
import io.firebreak.wording.comparison.Fact.Kind;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Texts beside a fact sheet, translations beside their original, forms for channels beside the text. */
class FactComparisonTest {

    /** 3 December 2026 is a Thursday. */
    private static final List<Fact> SHEET = List.of(
            fact(
                    Kind.NUMBER,
                    "affected customers",
                    "1250",
                    Map.of("es", "clientes afectados", "it", "clienti coinvolti", "pl", "poszkodowani klienci")),
            fact(Kind.NUMBER, "refund", "12.50 EUR", Map.of("es", "reembolso", "it", "rimborso", "pl", "zwrot")),
            fact(Kind.DATE, "discovered", "2026-11-21", Map.of("es", "descubierto", "it", "scoperto", "pl", "wykryto")),
            fact(
                    Kind.PROMISE,
                    "money back",
                    "2026-12-03T18:00",
                    Map.of("es", "devolver el dinero", "it", "restituire i soldi", "pl", "zwrócimy pieniądze")),
            fact(Kind.NAME, "director", "Anna Kowalska", Map.of()),
            fact(Kind.NAME, "authority", "Health Ministry", Map.of("es", "Ministerio de Sanidad")),
            fact(Kind.CONTACT, "help line", "900 123 123", Map.of()),
            fact(Kind.CONTACT, "write to", "help@brand.example", Map.of()));

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    en | We know of 1,250 affected customers.
                    en | More than 1,000 customers are affected.
                    en | About 1,200 customers are affected.
                    en | We discovered it on Saturday, 21 November 2026.
                    en | You have your money back by Thursday, 3 December 2026, 6 pm.
                    en | By 3 December you have your money back.
                    en | By Thursday you have your money back.
                    en | Our director, Anna Kowalska, says: call 900 123 123, 24/7.
                    en | Call +34 900 123 123 or write to HELP@brand.example within 24 hours.
                    en | Since 1998 we bake at 12 High Street. © 2026
                    es | Hay 1.250 clientes afectados y un reembolso de 12,50 €.
                    es | El jueves, 3 de diciembre de 2026, a las 18:00, le vamos a devolver el dinero.
                    it | I clienti coinvolti sono 1.250; rimborso: 12,50 euro.
                    pl | Poszkodowanych klientów jest 1 250, mówi o Annie Kowalskiej.
                    pl | Rozmawiamy z Anną Kowalską.
                    pl | Pieniądze zwrócimy do czwartku, 3 grudnia 2026 r., do godz. 18.
                    de | Es sind 1.250 Kunden.
                    """)
    void shouldFindNothingWhereATextSaysWhatTheSheetSays(String language, String text) {
        assertThat(withSheet(language, text)).isEmpty();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    en | We know of 1,205 affected customers.                        | 1,205            | 1250
                    en | More than 2,000 customers are affected.                     | 2,000            | 1250
                    en | Affected customers: twelve.                                 | twelve           | 1250
                    en | The refund is 21.50 EUR.                                    | 21.50 EUR        | 12.50
                    en | We discovered it on 20 November.                            | 20 November      | 2026-11-21
                    en | Your money is back by 4 December 2026.                      | 4 December 2026  | 2026-12-03
                    en | You get your money back by Friday.                          | Friday           | 2026-12-03
                    en | Money back until 3 December, 8 pm.                          | 3 December, 8 pm | 2026-12-03
                    en | Our director, Anna Kovalska, is sorry.                      | Anna Kovalska    | Anna Kowalska
                    en | Our director Mark Smith is sorry.                           | Mark Smith       | Anna Kowalska
                    en | Write to halp@brand.example                                 | halp@brand.example | help@brand.example
                    es | Son 1.205 los clientes afectados.                           | 1.205            | 1250
                    es | El 4 de diciembre vamos a devolver el dinero.               | 4 de diciembre   | 2026-12-03
                    it | I clienti coinvolti sono 1.205.                             | 1.205            | 1250
                    it | Entro il 4 dicembre vogliamo restituire i soldi.            | 4 dicembre       | 2026-12-03
                    pl | Poszkodowanych klientów jest 1205.                          | 1205             | 1250
                    pl | Pieniądze zwrócimy do 4 grudnia.                            | 4 grudnia        | 2026-12-03
                    """)
    void shouldFindWhatATextSaysOtherwise(String language, String text, String found, String expected) {
        assertThat(withSheet(language, text)).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo("fact.differs");
            assertThat(finding.level()).isEqualTo(Finding.Level.WARNING);
            assertThat(finding.found()).isEqualTo(found);
            assertThat(finding.why()).contains(expected);
        });
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    en | We took 300 jars back.                    | 300
                    en | It cost $5 million.                       | $5 million
                    en | We will be there on 9 January.            | 9 January
                    en | Call +44 20 7946 0958.                    | +44 20 7946 0958
                    es | Retiramos 300 frascos.                    | 300
                    it | Abbiamo ritirato il 30 % delle confezioni.| 30 %
                    pl | Wycofaliśmy 300 słoików.                  | 300
                    """)
    void shouldMarkWhatStandsNowhereOnTheSheet(String language, String text, String found) {
        assertThat(withSheet(language, text)).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo("fact.unknown");
            assertThat(finding.found()).isEqualTo(found);
        });
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    en | On Friday, 3 December 2026.
                    es | El viernes 3 de diciembre de 2026.
                    it | Venerdì 3 dicembre 2026.
                    pl | W piątek, 3 grudnia 2026 r.
                    """)
    void shouldRefuseADayOfTheWeekThatIsNotTheDates(String language, String text) {
        assertThat(FactComparison.withSheet(new Passage(language, null, text), List.of()))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.level()).isEqualTo(Finding.Level.ERROR);
                    assertThat(finding.why()).isEqualTo("This date is a Thursday.");
                });
    }

    @Test
    void shouldCompareWithNothingWhereNobodyEnteredAFact() {
        assertThat(FactComparison.withSheet(new Passage("en", "9 jars", "They cost 9 euros on 3 May."), List.of()))
                .isEmpty();
    }

    @Test
    void shouldNotTakeTheNumberOfAnotherFactForAWrongOne() {
        List<Fact> sheet = List.of(
                fact(Kind.NUMBER, "affected customers", "1250", Map.of()),
                fact(Kind.NUMBER, "jars taken back", "300", Map.of()));

        assertThat(FactComparison.withSheet(
                        new Passage("en", null, "Some affected customers have brought 300 jars."), sheet))
                .isEmpty();
    }

    @Test
    void shouldKnowTheNumbersOfNamesAndLabels() {
        List<Fact> sheet = List.of(
                fact(Kind.NUMBER, "jars of lot 4711", "300", Map.of()), fact(Kind.NAME, "shop", "Store 54", Map.of()));
        assertThat(FactComparison.withSheet(
                        new Passage("en", null, "Of lot 4711 we took 300 jars back at Store 54."), sheet))
                .isEmpty();
    }

    @Test
    void shouldFindDifferencesInTheTitleToo() {
        assertThat(FactComparison.withSheet(new Passage("en", "1,205 affected customers", "We are sorry."), SHEET))
                .extracting(finding -> finding.place().field())
                .containsExactly(Finding.Field.TITLE);
    }

    @Test
    void shouldFindNothingBetweenATextAndItsTranslation() {
        assertThat(withOriginal(
                        "pl",
                        "Do czwartku, 3 grudnia 2026 r., do godz. 18, zwrócimy 12,50 zł 1 250 osobom. Mówi Anna Kowalska.",
                        "en",
                        "By Thursday, 3 December 2026, 6 pm, 1,250 people get 12.50 PLN back, says Anna Kowalska."))
                .isEmpty();
        assertThat(withOriginal(
                        "es",
                        "Dice el Ministerio de Sanidad: en 48 horas, 1,5 millones.",
                        "en",
                        "The Health Ministry says: within 2 days, 1,500,000."))
                .isEmpty();
    }

    @Test
    void shouldSetWhatIsSaidInAnOriginalsPlaceBesideIt() {
        List<Finding> findings = withOriginal("it", "Sono 1.205 clienti.", "en", "There are 1,250 customers.");

        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo("fact.differs");
            assertThat(finding.found()).isEqualTo("1.205");
            assertThat(finding.why()).contains("“1,250”");
        });
    }

    @Test
    void shouldFindWhatATranslationLeavesOutAndAdds() {
        List<Finding> findings = withOriginal(
                "es",
                "Escriba antes del 3 de diciembre. Llame al 900 123 123.",
                "en",
                "Anna Kowalska says that 1,250 customers can write by 3 December.");

        assertThat(findings)
                .extracting(Finding::rule, Finding::found)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("fact.unknown", "900 123 123"),
                        org.assertj.core.groups.Tuple.tuple("fact.missing", null),
                        org.assertj.core.groups.Tuple.tuple("fact.missing", null));
        assertThat(findings).extracting(Finding::why).anyMatch(why -> why.startsWith("“1,250”"));
        assertThat(findings).extracting(Finding::why).anyMatch(why -> why.startsWith("“Anna Kowalska”"));
    }

    @Test
    void shouldSayWhatAShorterFormLeavesOutAndFindNothingElseInIt() {
        Passage text = new Passage(
                "en", "1,250 jars", "Anna Kowalska: by 3 December you get 12.50 EUR. See https://brand.example/recall");

        FactComparison.Rendered rendered = FactComparison.rendered(
                text, "1,250 jars: you get 12.50 EUR. (1/2)\nhttps://brand.example/recall (2/2)", SHEET);

        assertThat(rendered.added()).isEmpty();
        assertThat(rendered.lacking()).containsExactly("3 December", "Anna Kowalska");
    }

    @Test
    void shouldFindAnotherFigureInAForm() {
        Passage text = new Passage("en", null, "There are 1,250 jars.");

        assertThat(FactComparison.rendered(text, "There are 125 jars.", List.of())
                        .added())
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.rule()).isEqualTo("fact.unknown");
                    assertThat(finding.found()).isEqualTo("125");
                });
    }

    private static List<Finding> withSheet(String language, String text) {
        return FactComparison.withSheet(new Passage(language, null, text), SHEET);
    }

    private static List<Finding> withOriginal(String language, String text, String originalLanguage, String original) {
        return FactComparison.withOriginal(
                new Passage(language, null, text), new Passage(originalLanguage, null, original), SHEET);
    }

    private static Fact fact(Kind kind, String label, String value, Map<String, String> called) {
        return new Fact(kind, label, value, called);
    }
}
