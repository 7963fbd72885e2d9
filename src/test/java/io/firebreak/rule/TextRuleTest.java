package io.firebreak.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextRuleTest {

    private static final TextRule LINE = TextRule.line("title", "The title", 5);
    private static final TextRule TEXT = TextRule.text("body", "The text", 5);

    @ParameterizedTest
    @ValueSource(strings = {"abcde", "zażół", "¿Qué?", "שלום", "\u200Fab", "🔥🔥🔥🔥🔥", "👩‍👧", "<b>", "e\u0301"})
    void shouldTakeWhatPeopleWrite(String text) {
        assertThat(LINE.require(text)).isEqualTo(text);
        assertThat(TEXT.require(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  ", "\n\t\r\n", "\u2003"})
    void shouldAskForWhatIsMissing(String text) {
        assertThatThrownBy(() -> LINE.require(text)).hasMessage("The title is missing; please fill it in.");
        assertThat(LINE.optional().require(text)).isNull();
    }

    @Test
    void shouldCountCharactersAsPeopleDo() {
        assertThat(LINE.require("🔥".repeat(5))).hasSize(10);
        assertThatThrownBy(() -> LINE.require("🔥".repeat(6)))
                .hasMessage("The title is too long: 6 characters, at most 5 are taken; please shorten it.");
        assertThatThrownBy(() -> LINE.require("abcdef")).hasMessageContaining("6 characters, at most 5");
    }

    @Test
    void shouldTidyLineEndsAndTheBlanksAround() {
        assertThat(TEXT.require("  a\r\nb\rc \n")).isEqualTo("a\nb\nc");
        assertThat(TEXT.require("a\tb")).isEqualTo("a\tb");
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                0x0, 0x1, 0x8, 0x1B, 0x7F, 0x85, 0x9F, 0xD800, 0xDFFF, 0xFDD0, 0xFDEF, 0xFFFE, 0xFFFF, 0x1FFFE, 0x10FFFF
            })
    void shouldRefuseWhatIsNoText(int character) {
        // given
        String text = "a" + new String(Character.toChars(character)) + "b";

        // then
        assertThatThrownBy(() -> LINE.require(text))
                .isInstanceOf(Refusal.class)
                .hasMessage("The title holds a character that is no text (U+%04X at position 2); please remove it."
                        .formatted(character));
        assertThatThrownBy(() -> TEXT.require(text)).hasMessageContaining("is no text");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\nb", "a\tb", "a\u2028b", "a\u2029b"})
    void shouldKeepALineOnOneLine(String text) {
        assertThatThrownBy(() -> LINE.require(text)).hasMessageContaining("at position 2");
        assertThat(TEXT.require(text)).isEqualTo(text);
    }
}
