package io.firebreak.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;

/** Nothing is missing in any language. */
class NotificationWordsTest {

    private static final Pattern GAP = Pattern.compile("\\{\\d+}");

    @ParameterizedTest
    @CsvSource({"words,es", "words,it", "words,pl", "answer,es", "answer,it", "answer,pl"})
    void shouldHaveEachWordWithItsGapsInEveryLanguage(String bundle, String language) throws IOException {
        // given
        Properties english = words(bundle + ".properties");

        // when
        Properties translated = words(bundle + "_" + language + ".properties");

        // then
        assertThat(translated.keySet()).containsExactlyInAnyOrderElementsOf(english.keySet());
        english.forEach((key, text) ->
                assertThat(gapsIn(translated.get(key))).as(key.toString()).isEqualTo(gapsIn(text)));
    }

    @Test
    void shouldHaveSubjectAndTextOfEachKind() throws IOException {
        Properties english = words("words.properties");
        for (Notice.Kind kind : Notice.Kind.values()) {
            assertThat(english).containsKeys(kind + ".subject", kind + ".text");
        }
    }

    @Test
    void shouldHaveTitleAndTextOfEachAnswer() throws IOException {
        Properties english = words("answer.properties");
        for (Acknowledgements.Answer answer : Acknowledgements.Answer.values()) {
            assertThat(english).containsKeys(answer + ".title", answer + ".text");
        }
    }

    /** An apostrophe would begin a quotation of the message format; ’ is the right letter anyway. */
    @ParameterizedTest
    @ValueSource(strings = {"words", "answer"})
    void shouldWriteNoStraightApostrophe(String bundle) throws IOException {
        for (String language : new String[] {"", "_es", "_it", "_pl"}) {
            assertThat(words(bundle + language + ".properties").values())
                    .noneMatch(text -> text.toString().contains("'"));
        }
    }

    private static String gapsIn(Object text) {
        return GAP.matcher(text.toString())
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new))
                .toString();
    }

    private static Properties words(String file) throws IOException {
        Properties words = new Properties();
        try (Reader reader = new InputStreamReader(
                new ClassPathResource("notification/" + file).getInputStream(), StandardCharsets.UTF_8)) {
            words.load(reader);
        }
        return words;
    }
}
