package io.firebreak.publishing.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.firebreak.publishing.channel.ThreadSplitter.UnsplittableTextException;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class ThreadSplitterTest {

    private static final Pattern NUMBER = Pattern.compile(" \\((\\d+)/(\\d+)\\)$");
    private static final String FAMILY = "👩‍👩‍👧‍👦";
    private static final String ACCENTED = "e\u0301\u0323";

    @Test
    void shouldLeaveAShortTextAlone() throws Exception {
        assertThat(split(20, " One short text. ")).containsExactly("One short text.");
    }

    @Test
    void shouldCutBetweenParagraphsFirst() throws Exception {
        assertThat(split(40, "The first paragraph is here.\n\nThe second one is longer. It has two sentences."))
                .containsExactly(
                        "The first paragraph is here. (1/3)",
                        "The second one is longer. (2/3)",
                        "It has two sentences. (3/3)");
    }

    @Test
    void shouldCutInsideOfAParagraphWhereTheTitleWouldStandAlone() throws Exception {
        // when
        List<String> parts = split(60, "Recall\n\nPlease stop using the kettle at once. Bring it back to any shop.");

        // then
        assertThat(parts.get(0)).isEqualTo("Recall\n\nPlease stop using the kettle at once. (1/2)");
    }

    @Test
    void shouldCutBetweenWordsWhereASentenceIsTooLong() throws Exception {
        assertThat(split(25, "Please stop using this kettle at once"))
                .containsExactly("Please stop using (1/2)", "this kettle at once (2/2)");
    }

    @Test
    void shouldNotCutLinksMentionsAndHashtags() throws Exception {
        // given
        String link = "https://brand.example/recall-of-the-kettle/lot-7";

        // when
        List<String> parts = split(
                60,
                "You find everything there is to know under " + link
                        + ", and @support-team@social.example answers, or look for #KettleRecallOfThisYear today.");

        // then
        assertThat(parts).anyMatch(part -> part.contains(link));
        assertThat(parts).anyMatch(part -> part.contains("@support-team@social.example"));
        assertThat(parts).anyMatch(part -> part.contains("#KettleRecallOfThisYear"));
    }

    @Test
    void shouldCutAWordThatIsTooLongBetweenWhatPeopleSeeAsCharacters() throws Exception {
        // when
        List<String> parts = split(15, (FAMILY + ACCENTED).repeat(12));

        // then
        assertThat(parts).hasSizeGreaterThan(2).allSatisfy(part -> {
            String text = NUMBER.matcher(part).replaceAll("");
            assertThat(text.replace(FAMILY, "").replace(ACCENTED, "")).isEmpty();
        });
    }

    @Test
    void shouldSplitScriptsWithoutBlanks() throws Exception {
        // when
        List<String> parts = split(20, "このやかんをすぐに使うのをやめてください。どの店でも返品できます。");

        // then
        assertThat(parts).hasSizeGreaterThan(1);
        assertThat(together(parts)).isEqualTo("このやかんをすぐに使うのをやめてください。どの店でも返品できます。");
    }

    @Test
    void shouldSayWhatIsTooLongByItself() {
        assertThatThrownBy(() -> split(30, "See https://brand.example/a-link-that-is-too-long-for-any-part"))
                .isInstanceOf(UnsplittableTextException.class)
                .hasMessageContaining("https://brand.example/a-link-that-is-too-long-for-any-part");
    }

    @Test
    void shouldRefuseMorePartsThanAnybodyReads() {
        assertThatThrownBy(() -> split(20, "word ".repeat(2000)))
                .isInstanceOf(UnsplittableTextException.class)
                .hasMessageContaining("99");
    }

    @Test
    void shouldMakeRoomForNumbersOfTwoDigits() throws Exception {
        // when
        List<String> parts = split(20, "word ".repeat(40));

        // then
        assertThat(parts).hasSizeGreaterThan(9).allMatch(part -> part.length() <= 20);
        assertThat(parts.get(0)).endsWith(" (1/" + parts.size() + ")");
    }

    /** Whatever the text: every part fits, nothing is lost, nothing is torn, and a second time gives the same. */
    @RepeatedTest(200)
    void shouldKeepItsPromisesForAnyText(RepetitionInfo repetition) throws Exception {
        // given
        long seed = repetition.getCurrentRepetition();
        Random random = new Random(seed);
        String text = anyText(random);
        int maximum = 60 + random.nextInt(200);
        Predicate<String> fits = part -> Graphemes.count(part) <= maximum;

        // when
        List<String> parts;
        try {
            parts = new ThreadSplitter(fits).split(text, "en");
        } catch (UnsplittableTextException tooLong) {
            assertThat(Graphemes.count(text)).as("seed %d", seed).isGreaterThan(maximum * 30);
            return;
        }

        // then
        assertThat(parts).as("seed %d", seed).allMatch(fits).noneMatch(String::isBlank);
        assertThat(together(parts)).as("seed %d", seed).isEqualTo(withoutBlanks(text));
        assertThat(parts).as("seed %d", seed).isEqualTo(new ThreadSplitter(fits).split(text, "en"));
        assertThat(spans(parts)).as("seed %d", seed).isEqualTo(spans(List.of(text)));
        if (parts.size() > 1) {
            for (int at = 0; at < parts.size(); at++) {
                assertThat(parts.get(at)).as("seed %d", seed).endsWith(" (%d/%d)".formatted(at + 1, parts.size()));
            }
        }
    }

    private static String anyText(Random random) {
        List<String> pieces = List.of(
                "Please ",
                "stop ",
                "it. ",
                "Now! ",
                "\n\n",
                "\n",
                FAMILY,
                ACCENTED + " ",
                "🇵🇱🇮🇹 ",
                "ŻÓŁW ",
                "don't ",
                " https://brand.example/a/b?c=d&e=f ",
                " (https://brand.example/x_(y)) ",
                " #Rückruf ",
                " @press@social.example ",
                "5 % ",
                "„Głos“ ",
                "一言 ",
                "… ",
                "z.B. ",
                "a".repeat(30) + " ",
                "(1/2) ",
                "\t");
        // a text of blanks alone is no text: nobody can hand it in
        return random.ints(random.nextInt(300), 0, pieces.size())
                .mapToObj(pieces::get)
                .collect(Collectors.joining("", "Please ", ""));
    }

    private static List<String> spans(List<String> parts) {
        return parts.stream()
                .flatMap(part -> TextSpans.of(part).stream())
                .map(TextSpans.Span::text)
                .toList();
    }

    private static String together(List<String> parts) {
        return parts.size() == 1
                ? withoutBlanks(parts.get(0))
                : parts.stream()
                        .map(part -> withoutBlanks(NUMBER.matcher(part).replaceAll("")))
                        .collect(Collectors.joining());
    }

    private static String withoutBlanks(String text) {
        return text.replaceAll("\\s+", "");
    }

    private static List<String> split(int maximum, String text) throws UnsplittableTextException {
        return new ThreadSplitter(part -> Graphemes.count(part) <= maximum).split(text, "en");
    }
}
