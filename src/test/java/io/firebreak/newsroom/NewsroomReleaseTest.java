package io.firebreak.newsroom;

import static io.firebreak.newsroom.Releases.NOON;
import static io.firebreak.newsroom.Releases.first;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class NewsroomReleaseTest {

    @ParameterizedTest
    @ValueSource(strings = {"\u0000", "\u001b[31m", "\u0085", "\uD83D", "\uFFFF"})
    void shouldRefuseCharactersThatNoPageCanShow(String character) {
        assertThatThrownBy(() -> first("en", "Title", "Text " + character + " goes on"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("The text of a release holds the character U+")
                .hasMessageContaining("Remove it.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"😀 familia 👨‍👩‍👧", "\u202Eflipped", "tab\there", "zażółć gęślą jaźń"})
    void shouldTakeTextsOfAllKinds(String text) {
        assertThat(first("en", "Title", text).body()).isEqualTo(text);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "und", "English!", "x"})
    void shouldRefuseALanguageThatIsNone(String language) {
        assertThatThrownBy(() -> first(language, "Title", "Text"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("BCP 47");
    }

    @Test
    void shouldRefuseTextsThatAreTooLong() {
        assertThatThrownBy(() -> first("en", "T".repeat(501), "Text"))
                .hasMessage("The title of a release has 501 characters, but at most 500 are shown. Shorten it.");
    }

    @Test
    void shouldRefuseATitleOfTwoLines() {
        assertThatThrownBy(() -> first("en", "Two\nlines", "Text")).hasMessageContaining("must be one line");
    }

    @Test
    void shouldRefuseEmptyTexts() {
        assertThatThrownBy(() -> first("en", "Title", " \n ")).hasMessageContaining("The text of a release is empty");
    }

    @Test
    void shouldRefuseAReleaseOfNoStatement() {
        assertThatThrownBy(() -> new NewsroomRelease(null, UUID.randomUUID(), "en", "Title", "Text", null, NOON))
                .hasMessage("A release must name the statement it belongs to.");
    }

    @Test
    void shouldKnowOneLineEndOnly() {
        assertThat(first("en", "Title", "one\r\ntwo\rthree").body()).isEqualTo("one\ntwo\nthree");
    }
}
