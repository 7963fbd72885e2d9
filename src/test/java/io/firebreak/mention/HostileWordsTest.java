package io.firebreak.mention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostileWordsTest {

    private final HostileWords words = new HostileWords("");

    @ParameterizedTest
    @CsvSource({
        "en, 'You LIARS, you scammers!', 2",
        "en-GB, 'What a rip  off', 1",
        "en, 'rip it off', 0",
        "en, 'The scampi and the stealth mode of the jerky', 0",
        "es, '¡Ladrones! Sinvergüenzas, es una estafa', 3",
        "es, 'la demanda de basurales', 0",
        "it, 'Siete dei LADRI!', 1",
        "it, 'l’adriatico è bello', 0",
        "pl, 'ZŁODZIEJE i oszuści', 2",
        "pl, 'zlodzieje', 1",
        "pl, 'burak i szampon', 0",
        "en, 'l\u200Biar', 1"
    })
    void shouldCountWholeWordsInTheirLanguage(String language, String text, int count) {
        assertThat(words.count(text, language)).isEqualTo(count);
    }

    @Test
    void shouldTakeAllListsWhereTheLanguageIsUnknownAndNoneWhereThereIsNone() {
        assertThat(words.count("liar, ladri, złodziej", null)).isEqualTo(3);
        assertThat(words.count("liar", "de")).isZero();
        assertThat(words.knows("de")).isFalse();
        assertThat(words.knows("pl")).isTrue();
        assertThat(words.knows(null)).isTrue();
    }

    @Test
    void shouldAddTheHousesOwnWordsAndTakeOthersOut(@TempDir Path folder) throws IOException {
        // given
        Files.writeString(folder.resolve("en.txt"), "# ours\nnonsens*\n-boycott*\nbring back the old one\n");
        Files.writeString(folder.resolve("de.txt"), "\uFEFFBetrüger*\n");

        // when
        HostileWords own = new HostileWords(folder.toString());

        // then
        assertThat(own.count("Nonsense! Boycott! Bring back the old one! Liar!", "en"))
                .isEqualTo(3);
        assertThat(own.count("Ihr BETRÜGERINNEN", "de")).isEqualTo(1);
    }

    @Test
    void shouldSayWhatIsWrongWithTheHousesOwnLists(@TempDir Path folder) throws IOException {
        // given
        Files.write(folder.resolve("es.txt"), new byte[] {'a', (byte) 0xF1, 'o'});

        // then
        assertThatThrownBy(() -> new HostileWords(folder.toString())).hasMessageContaining("not written in UTF-8");
        assertThatThrownBy(() -> new HostileWords(folder.resolve("missing").toString()))
                .hasMessageContaining("firebreak.mentions.hostile-words-directory");
    }

    @Test
    void shouldHoldNoLineTwice() throws IOException {
        for (String language : List.of("en", "es", "it", "pl")) {
            // when
            List<String> lines = Files.readAllLines(Path.of("src/main/resources/hostile-words", language + ".txt"));

            // then
            assertThat(lines.stream().filter(line -> !line.isBlank() && !line.startsWith("#")))
                    .as(language)
                    .doesNotHaveDuplicates()
                    .hasSizeGreaterThan(30);
        }
    }
}
