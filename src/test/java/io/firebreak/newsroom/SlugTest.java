package io.firebreak.newsroom;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlugTest {

    private static final LocalDate DAY = LocalDate.of(2026, 8, 2);

    @ParameterizedTest
    @CsvSource({
        "Przepraszamy za żółte łódki,2026-08-02-przepraszamy-za-zolte-lodki",
        "¿Qué pasó en Logroño?,2026-08-02-que-paso-en-logrono",
        "Straße & Söhne,2026-08-02-strasse-sohne",
        "😀🔥,2026-08-02-statement",
        "feed.atom,2026-08-02-feed-atom",
        "versions,2026-08-02-versions",
        "../../etc/passwd,2026-08-02-etc-passwd",
    })
    void shouldWriteTitlesInPlainLetters(String title, String slug) {
        assertThat(Slug.of(DAY, title).text()).isEqualTo(slug);
    }

    @ParameterizedTest
    @CsvSource({"بيان رسمي حول الحادث", "公式声明", "Официальное заявление", "Επίσημη δήλωση"})
    void shouldSpellOtherAlphabetsInLatinLetters(String title) {
        assertThat(Slug.of(DAY, title).text())
                .matches("2026-08-02(-[a-z0-9]+)+")
                .doesNotEndWith("-statement");
    }

    @Test
    void shouldEndALongTitleBetweenTwoWords() {
        assertThat(Slug.of(DAY, "word ".repeat(40)).text())
                .hasSizeLessThanOrEqualTo("2026-08-02-".length() + 70)
                .endsWith("-word");
    }

    @Test
    void shouldTakeTheFirstNumberThatIsFree() {
        assertThat(Slug.of(DAY, "Same").firstFree(Set.of("2026-08-02-same", "2026-08-02-same-2")::contains))
                .isEqualTo("2026-08-02-same-3");
    }
}
