package io.firebreak.mention;

import static org.assertj.core.api.Assertions.assertThat;

import io.firebreak.mention.MentionStore.Counted;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WindowsTest {

    private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");
    private static final Duration LENGTH = Duration.ofMinutes(10);

    @Test
    void shouldCountTheFullestWindowInWhichAMentionLies() {
        // given
        List<Counted> mentions = List.of(at(0, 0), at(5, 1), at(9, 0), at(10, 2), at(30, 0));

        // then
        assertThat(mentions.stream().map(Counted::id).map(Windows.of(mentions, LENGTH)::get))
                .containsExactly(count(3, 1), count(3, 2), count(3, 2), count(3, 2), count(1, 0));
    }

    @Test
    void shouldAgreeWithCountingEveryWindow() {
        for (int seed = 0; seed < 200; seed++) {
            // given
            Random random = new Random(seed);
            List<Counted> mentions = random.ints(1 + random.nextInt(40), 0, 120)
                    .sorted()
                    .mapToObj(minute -> at(minute, random.nextInt(3)))
                    .toList();

            // when
            Map<UUID, Windows.Count> counts = Windows.of(mentions, LENGTH);

            // then
            for (Counted mention : mentions) {
                assertThat(counts.get(mention.id())).as("seed %d", seed).isEqualTo(slowly(mentions, mention));
            }
        }
    }

    private static Windows.Count slowly(List<Counted> mentions, Counted one) {
        List<List<Counted>> windows = IntStream.range(0, mentions.size())
                .mapToObj(first -> mentions.stream()
                        .skip(first)
                        .filter(other -> Duration.between(mentions.get(first).publishedAt(), other.publishedAt())
                                        .compareTo(LENGTH)
                                < 0)
                        .toList())
                .filter(window -> window.contains(one))
                .toList();
        return count(
                windows.stream().mapToInt(List::size).max().orElseThrow(),
                windows.stream()
                        .mapToInt(window ->
                                (int) window.stream().filter(Counted::isHostile).count())
                        .max()
                        .orElseThrow());
    }

    private static Counted at(int minute, int hostileWords) {
        return new Counted(UUID.randomUUID(), BEGIN.plus(Duration.ofMinutes(minute)), hostileWords, null);
    }

    private static Windows.Count count(int mentions, int hostile) {
        return new Windows.Count(mentions, hostile);
    }
}
