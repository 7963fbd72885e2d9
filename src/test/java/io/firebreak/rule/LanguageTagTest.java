package io.firebreak.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageTagTest {

    @ParameterizedTest
    @CsvSource({"es, es", "PL, pl", "pt-br, pt-BR", "' it ', it", "zh-hant-tw, zh-Hant-TW", "de-CH-1996, de-CH-1996"})
    void shouldWriteATagInItsUsualWay(String given, String usual) {
        assertThat(LanguageTag.require("language", given)).isEqualTo(usual);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                " ",
                "xx",
                "english",
                "en_US",
                "e",
                "en-",
                "und",
                "x-private",
                "en\u0000",
                "e\nn",
                "\ud83d",
                "en-x-aaaaaaaa-bbbbbbbb-cccccccc-dddddddd",
                "en\"><script>"
            })
    void shouldRefuseWhatIsNoLanguage(String given) {
        assertThatThrownBy(() -> LanguageTag.require("language", given))
                .isInstanceOf(Refusal.class)
                .hasMessage("The language is missing or unknown; please give its code, for example en, es, it or pl.");
    }
}
