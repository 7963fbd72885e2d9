package io.firebreak.likeness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.ClassPathResource;

/** How much texts are alike that people would call copies, and others that they would not. */
class WordprintTest {

    /** As {@code firebreak.replies.copy-from} has it. */
    private static final double COPY_FROM = 0.85;

    /** The border does not stand just where the examples happen to end. */
    private static final double SPACE = 0.1;

    record Pair(boolean copy, String language, String before, String now) {}

    @ParameterizedTest
    @MethodSource("pairs")
    void shouldTellACopyFromOwnWords(Pair pair) {
        // when
        double likeness = Wordprint.of(pair.now()).likeness(Wordprint.of(pair.before()));

        // then
        if (pair.copy()) {
            assertThat(likeness).isGreaterThanOrEqualTo(COPY_FROM);
        } else {
            assertThat(likeness).isLessThan(COPY_FROM - SPACE);
        }
    }

    static List<Pair> pairs() throws IOException {
        String lines = new ClassPathResource("likeness/replies.txt").getContentAsString(StandardCharsets.UTF_8);
        return lines.lines()
                .filter(line -> !line.startsWith("#") && !line.isBlank())
                .map(line -> line.split(" \\| "))
                .map(parts -> new Pair(parts[0].equals("COPY"), parts[1], parts[2], parts[3]))
                .toList();
    }

    @Test
    void shouldNotCareForLinksAccountsCaseAndPunctuation() {
        assertThat(Wordprint.of("@jan The PARCEL, at last! https://brand.example/a?b=1")
                        .likeness(Wordprint.of("the parcel at last… www @anna@server.example https://other.example")))
                .isGreaterThan(0.8);
        assertThat(Wordprint.of("@jan The PARCEL, at last!").words()).isEqualTo(List.of("the", "parcel", "at", "last"));
    }

    @Test
    void shouldFindNothingAlikeWhereThereAreNoWords() {
        assertThat(Wordprint.of("👍👍").likeness(Wordprint.of("👍👍"))).isZero();
        assertThat(Wordprint.of("https://brand.example").likeness(Wordprint.of("The parcel.")))
                .isZero();
    }

    @Test
    void shouldShowTheLongestRowOfCommonWords() {
        assertThat(Wordprint.of("Hello John, your parcel waits in the post office since noon.")
                        .longestCommonRow(Wordprint.of("Dear Anna, your parcel waits in the post office, as we said.")))
                .isEqualTo(Arrays.asList("your", "parcel", "waits", "in", "the", "post", "office"));
        assertThat(Wordprint.of("yes").longestCommonRow(Wordprint.of("no"))).isEmpty();
    }
}
