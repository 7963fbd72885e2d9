package io.firebreak.wording.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which figures are read out of a text, and which of what looks like one is not. */
class FiguresTest {

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    en    | 1,250 customers                 | 1250
                    en    | 1.250 litres                    | 1.25
                    es    | 1.250 clientes                  | 1250
                    es    | 1,25 litros                     | 1.25
                    es    | 12.50 euros                     | 12.5 EUR
                    es-MX | 1,250 clientes                  | 1250
                    it    | 1.250,75 euro                   | 1250.75 EUR
                    it    | 1’250 clienti                   | 1250
                    pl    | 1 250 klientów                  | 1250
                    pl    | 12,50 zł                        | 12.5 PLN
                    pl    | 1.250.000 sztuk                 | 1250000
                    de    | 1.250 Kunden                    | 1250
                    en    | €1,000 or 2 million dollars     | 1000 EUR, 2000000 USD
                    es    | 2 millones de euros, 3 mil casos| 2000000 EUR, 3000
                    it    | 5 mila casi                     | 5000
                    pl    | 2,5 tys. osób                   | 2500
                    en    | 3.5 per cent, 4%                | 3.5 percent, 4 percent
                    it    | il 3,5 per cento                | 3.5 percent
                    pl    | 3,5 procent                     | 3.5 percent
                    en    | between 10–15 %                 | 10 percent, 15 percent
                    en    | within 24 hours                 | 1440 minutes
                    es    | en 48 horas                     | 2880 minutes
                    it    | entro 2 giorni                  | 2880 minutes
                    pl    | w ciągu 24 godzin               | 1440 minutes
                    en    | 250g jars                       | 250
                    """)
    void shouldReadQuantities(String language, String text, String expected) {
        assertThat(describe(Figures.in(text, language))).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    en    | twelve people, a dozen jars     | 12, 12
                    es    | doce personas, veintidós casos  | 12, 22
                    it    | dodici persone, ventidue casi   | 12, 22
                    pl    | dwunastu rannych, pięć osób     | 12, 5
                    """)
    void shouldReadNumbersInWords(String language, String text, String expected) {
        assertThat(describe(Figures.in(text, language))).isEqualTo(expected);
        assertThat(Figures.in(text, language)).allMatch(found -> !found.figure().isTelling());
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    en    | on Thursday, 3 December 2026    | THURSDAY 2026-12-3
                    en    | by December 3rd, 2026           | 2026-12-3
                    en    | on Dec. 3, 2026                 | 2026-12-3
                    en    | 3/12/2026                       | 2026-12-3
                    en-US | 12/3/2026                       | 2026-12-3
                    en    | 2026-12-03T18:00                | 2026-12-3 18:00
                    en    | 3 December at 6 pm              | -12-3 18:00
                    en    | at 6:30 p.m. on 3 December      | -12-3 18:30
                    en    | 2–4 December                    | -12-2, -12-4
                    en    | in May 2026                     | 2026-5-
                    es    | el jueves 3 de diciembre de 2026| THURSDAY 2026-12-3
                    es    | el 1.º de mayo                  | -5-1
                    es    | del 2 al 4 de diciembre         | -12-2, -12-4
                    es    | 3 dic. 2026                     | 2026-12-3
                    es    | 3 de diciembre, a las 6 de la tarde | -12-3 18:00
                    it    | giovedì 3 dicembre 2026, ore 18 | THURSDAY 2026-12-3 18:00
                    it    | il 1° maggio                    | -5-1
                    it    | il primo maggio 2026            | 2026-5-1
                    it    | 3.12.2026 alle 18.30            | 2026-12-3 18:30
                    pl    | w czwartek, 3 grudnia 2026 r.   | THURSDAY 2026-12-3
                    pl    | w środę 2 grudnia o godz. 18    | WEDNESDAY -12-2 18:00
                    pl    | 1 maja, 2 września, 3 lutego    | -5-1, -9-2, -2-3
                    pl    | w grudniu 2026                  | 2026-12-
                    pl    | od 2 do 4 grudnia               | -12-2, -12-4
                    pl    | 3 gru 2026                      | 2026-12-3
                    pl    | o 17.42, między 12.10 a 13.00   | -- 17:42, -- 12:10, -- 13:00
                    it    | Alle 2.35 abbiamo fermato       | -- 02:35
                    it    | dalle 8 alle 21                 | -- 08:00, -- 21:00
                    pl    | od 7 do 19.                     | -- 07:00, -- 19:00
                    en    | from 9 to 17                    | -- 09:00, -- 17:00
                    en    | between 16:40 and 19:05 nobody  | -- 16:40, -- 19:05
                    es    | el viernes 24, a las 17:00      | FRIDAY --24 17:00
                    es    | el lunes a las 9:00             | MONDAY -- 09:00
                    """)
    void shouldReadDatesAndTimes(String language, String text, String expected) {
        assertThat(describe(Figures.in(text, language))).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    en | Write to Help@brand.example.                     | MAIL help@brand.example
                    en | See https://www.Brand.example/recall/.           | WEB brand.example/recall
                    en | Call +44 20 7946 0958 now                        | PHONE 442079460958
                    es | Llame al 900 123 123.                            | PHONE 900123123
                    it | numero verde 800 123 456                         | PHONE 800123456
                    pl | infolinia 800-123-456                            | PHONE 800123456
                    pl | pod numerem tel. 22 123 45 67                    | PHONE 221234567
                    pl | 52 555 01 40 lub w oddziale                      | PHONE 525550140
                    es | taquilla o 987 555 049                           | PHONE 987555049
                    it | Traghetti, 0586 555 011 oppure                   | PHONE 0586555011
                    """)
    void shouldReadContacts(String language, String text, String expected) {
        assertThat(describe(Figures.in(text, language))).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    en | © 2026 The Brand Ltd
                    en | Copyright 2024–2026
                    en | Come to 12 High Street
                    es | calle Mayor 12, 28013 Madrid
                    it | via Roma 5, 20121 Milano
                    pl | ul. Długa 7/9, 00-950 Warszawa
                    en | all times are UTC+1, or GMT-5
                    en | we are there 24/7
                    en | the 1st and the 22nd
                    es | la 1.ª vez
                    en | 1. The first point
                    en | Part of a thread (2/3)
                    en | COVID-19, B2B, S1, CR-2026-0001, L4711-B
                    pl | (1/3)
                    """)
    void shouldPassOverWhatOnlyLooksLikeAFigure(String language, String text) {
        assertThat(Figures.in(text, language)).isEmpty();
    }

    @Test
    void shouldNotTakeAVerbForAMonthOrPeopleForHours() {
        assertThat(describe(Figures.in("We may 5 times march 3 miles.", "en"))).isEqualTo("5, 3");
        assertThat(describe(Figures.in("It was found by 12 people.", "en"))).isEqualTo("12");
        assertThat(describe(Figures.in("Mówimy o 3 osobach.", "pl"))).isEqualTo("3");
        assertThat(describe(Figures.in("od 3 do 5 osób, de 20 a 30 días", "pl")))
                .isEqualTo("3, 5, 20, 30");
        assertThat(describe(Figures.in("Sabato 31 auto", "it"))).isEqualTo("SATURDAY --, 31");
    }

    @Test
    void shouldTellAYearFromANumber() {
        assertThat(Figures.in("Since 1998 we bake.", "en").get(0).figure().isTelling())
                .isFalse();
        assertThat(Figures.in("We baked 1998 loaves.", "en").get(0).figure().isTelling())
                .isTrue();
    }

    private static String describe(List<Found> found) {
        return String.join(
                ", ", found.stream().map(each -> describe(each.figure())).toList());
    }

    private static String describe(Figure figure) {
        if (figure instanceof Quantity quantity) {
            return "%s %s"
                    .formatted(quantity.value().stripTrailingZeros().toPlainString(), quantity.unit())
                    .strip();
        }
        if (figure instanceof Contact contact) {
            return contact.way() + " " + contact.address();
        }
        Day day = (Day) figure;
        return String.format(
                        Locale.ROOT,
                        "%s %s-%s-%s %s",
                        text(day.weekday()),
                        text(day.year()),
                        text(day.month()),
                        text(day.day()),
                        text(day.time()))
                .strip();
    }

    private static String text(Object value) {
        return value == null ? "" : value.toString();
    }
}
