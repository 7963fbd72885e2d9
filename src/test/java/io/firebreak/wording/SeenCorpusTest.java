package io.firebreak.wording;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The texts by which the rules were written. The figures are what holds today, so that whoever changes a rule sees what
 * it does; what the rules are worth is measured by the texts that nobody had seen, see docs/wording.md.
 */
class SeenCorpusTest {

    private static final Scores SCORES = Scores.of(
            JudgedText.in(Path.of("src/checker/corpus")).stream()
                    .filter(text -> text.half().equals("seen"))
                    .toList(),
            new HouseRules(""));

    @ParameterizedTest
    @CsvSource({"en, 1.00, 1.00", "es, 1.00, 0.97", "it, 1.00, 0.95", "pl, 1.00, 0.97"})
    void shouldJudgeTheSeenTextsAsPeopleDid(String language, double precision, double recall) {
        assertThat(SCORES.ofLanguage(language).precision()).as(errors(language)).isGreaterThanOrEqualTo(precision);
        assertThat(SCORES.ofLanguage(language).recall()).as(errors(language)).isGreaterThanOrEqualTo(recall);
    }

    /** A wrong error keeps a good text from going out. */
    @ParameterizedTest
    @ValueSource(strings = {"apology.conditional", "apology.too-many", "blank.unfilled", "text.copied", "person.named"})
    void shouldBlockNoGoodTextByARuleThatIsCertain(String rule) {
        assertThat(List.of("en", "es", "it", "pl"))
                .allSatisfy(language -> assertThat(SCORES.of(language, rule).wrong())
                        .as(language)
                        .isZero());
    }

    @Test
    void shouldFindEveryApologyTooMuch() {
        assertThat(List.of("en", "es", "it", "pl")).allSatisfy(language -> assertThat(
                        SCORES.of(language, "apology.too-many").missed())
                .as(language)
                .isZero());
    }

    private static String errors(String language) {
        return String.join(
                "\n",
                SCORES.errors().stream()
                        .filter(error -> error.startsWith(language + "/"))
                        .toList());
    }
}
