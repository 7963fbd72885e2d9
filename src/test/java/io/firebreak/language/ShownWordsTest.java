package io.firebreak.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How values are shown in the languages of staff. */
class ShownWordsTest {

    private static final Instant NIGHT = Instant.parse("2026-11-28T23:30:00Z");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            ENGLISH | Sun, 29 Nov 2026, 00:30 | Sat 28 Nov
            SPANISH | dom, 29 nov 2026, 00:30 | sáb, 28 nov
            ITALIAN | dom 29 nov 2026, 00:30  | sab 28 nov
            POLISH  | niedz., 29 lis 2026, 00:30 | sob., 28 lis
            """)
    void shouldWriteDaysAsPeopleOfLanguageDo(StaffLanguage language, String moment, String day) {
        ShownWords words = words(language);

        assertThat(words.moment(NIGHT)).isEqualTo(moment);
        assertThat(words.day(LocalDate.of(2026, 11, 28))).isEqualTo(day);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            ENGLISH | 3065 | 2 days, 3 hrs, 5 mins
            SPANISH | 1445 | 1 d y 5 min
            POLISH  | 60   | 1 godz.
            ENGLISH | 0    | 0 mins
            ENGLISH | -90  | −1 hr, 30 mins
            """)
    void shouldSayLengthsOfTime(StaffLanguage language, long minutes, String length) {
        assertThat(words(language).length(Duration.ofMinutes(minutes))).isEqualTo(length);
    }

    @Test
    void shouldWriteNumbersToTenth() {
        assertThat(words(StaffLanguage.SPANISH).number(1234.56)).isEqualTo("1.234,6");
        assertThat(words(StaffLanguage.ENGLISH).number(200)).isEqualTo("200");
    }

    @Test
    void shouldShowMomentsWithinSentenceByClock() {
        assertThat(words(StaffLanguage.ENGLISH).sentence("It rests until 2026-11-28T23:30:00Z."))
                .isEqualTo("It rests until Sun, 29 Nov 2026, 00:30.");
        assertThat(words(StaffLanguage.ENGLISH).sentence(null)).isNull();
    }

    private static ShownWords words(StaffLanguage language) {
        return new ShownWords(new StaffWords(PeopleNames.NONE), language, ZoneId.of("Europe/Warsaw"));
    }
}
