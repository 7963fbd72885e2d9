package io.firebreak.wording;

import static org.assertj.core.api.Assertions.assertThat;

import io.firebreak.wording.Wording.Purpose;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Prints how long the house rules take for the longest text. No limit fails the build: machines differ. */
@Tag("benchmark")
class WordingSpeedIT {

    private static final int LONGEST = 20_000;
    private static final int WARM_UP = 10;
    private static final int ROUNDS = 30;
    private static final HouseRules RULES = new HouseRules("");

    @ParameterizedTest
    @ValueSource(strings = {"en", "es", "it", "pl"})
    void shouldJudgeTheLongestText(String language) {
        // given
        Wording wording = new Wording(
                Purpose.STATEMENT,
                "REBUILD",
                language,
                "A title",
                text(language),
                true,
                0,
                List.of(),
                Set.of("Ana Torres", "Ben Holt"),
                Set.of("@someone", "Zoe Quill"));
        List<Duration> times = new ArrayList<>();
        List<Finding> findings = List.of();

        // when
        for (int round = 0; round < WARM_UP + ROUNDS; round++) {
            long begin = System.nanoTime();
            findings = RULES.judge(wording).findings();
            if (round >= WARM_UP) {
                times.add(Duration.ofNanos(System.nanoTime() - begin));
            }
        }

        // then
        System.out.printf("- house rules, %,d characters, %s: %s%n", LONGEST, language, spread(times));
        assertThat(findings).isNotEmpty();
    }

    /** Texts of the corpus, one behind the other. */
    private static String text(String language) {
        String some = JudgedText.in(Path.of("src/checker/corpus")).stream()
                .filter(text ->
                        text.half().equals("seen") && text.wording().language().equals(language))
                .map(text -> text.wording().body())
                .collect(Collectors.joining("\n\n"));
        return some.repeat(LONGEST / some.length() + 1).substring(0, LONGEST);
    }

    private static String spread(List<Duration> times) {
        List<Long> sorted = times.stream().map(Duration::toNanos).sorted().toList();
        return "min %.1f ms, median %.1f ms, max %.1f ms"
                .formatted(
                        sorted.get(0) / 1e6, sorted.get(sorted.size() / 2) / 1e6, sorted.get(sorted.size() - 1) / 1e6);
    }
}
