package io.firebreak.newsroom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;

class WordsTest {

    @ParameterizedTest
    @ValueSource(strings = {"es", "it", "pl"})
    void shouldHaveEachOfTheSitesWordsInEveryLanguage(String language) throws IOException {
        // given
        Properties english = words("words.properties");

        // when
        Properties translated = words("words_" + language + ".properties");

        // then
        assertThat(translated.keySet()).containsExactlyInAnyOrderElementsOf(english.keySet());
        english.forEach((key, text) ->
                assertThat(placesIn(translated.get(key))).as(key.toString()).isEqualTo(placesIn(text)));
    }

    /** An apostrophe would begin a quotation of the message format; ’ is the right letter anyway. */
    @ParameterizedTest
    @ValueSource(strings = {"words", "words_es", "words_it", "words_pl"})
    void shouldWriteNoStraightApostrophe(String bundle) throws IOException {
        assertThat(words(bundle + ".properties").values())
                .noneMatch(text -> text.toString().contains("'"));
    }

    private static String placesIn(Object text) {
        return text.toString()
                .replaceAll("[^{}0-9]|(?<!\\{)[0-9](?!})", "")
                .chars()
                .sorted()
                .mapToObj(Character::toString)
                .reduce("", String::concat);
    }

    private static Properties words(String file) throws IOException {
        Properties words = new Properties();
        try (Reader reader = new InputStreamReader(
                new ClassPathResource("newsroom/" + file).getInputStream(), StandardCharsets.UTF_8)) {
            words.load(reader);
        }
        return words;
    }
}
