package io.firebreak.wording;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Prints how often the house rules are right about the texts of a corpus: {@code mvn -Pchecker verify -Dcorpus=DIR}. */
@Tag("checker")
class CheckerScoresIT {

    @Test
    void shouldScoreACorpus() {
        // given
        List<JudgedText> texts = JudgedText.in(Path.of(System.getProperty("corpus")));
        Map<String, List<JudgedText>> halves =
                texts.stream().collect(Collectors.groupingBy(JudgedText::half, TreeMap::new, Collectors.toList()));
        HouseRules rules = new HouseRules(System.getProperty("firebreak.house-rules", ""));

        // when
        halves.forEach((half, some) -> System.out.println(Scores.of(some, rules).table(half)));
        Scores all = Scores.of(texts, rules);
        System.out.println(all.table("all halves"));

        // then
        assertThat(all.total().right()).as("faults that were found").isPositive();
    }
}
