package io.firebreak.mention;

import io.firebreak.mention.MentionStore.Counted;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** How many mentions were published together: for each mention, the fullest window of a length in which it lies. */
final class Windows {

    /** Of mentions, and of hostile ones; not necessarily in the same window. */
    record Count(int mentions, int hostile) {}

    private final List<Counted> counted;
    private final Duration length;
    private final int[] first;

    private Windows(List<Counted> counted, Duration length) {
        this.counted = counted;
        this.length = length;
        this.first = new int[counted.size()];
    }

    /**
     * @param counted oldest first
     */
    static Map<UUID, Count> of(List<Counted> counted, Duration length) {
        return new Windows(counted, length).counts();
    }

    private Map<UUID, Count> counts() {
        int[] mentions = new int[first.length];
        int[] hostile = new int[first.length];
        int begin = 0;
        int hostileNow = 0;
        for (int last = 0; last < first.length; last++) {
            hostileNow += counted.get(last).isHostile() ? 1 : 0;
            while (!isWithin(at(begin), at(last))) {
                hostileNow -= counted.get(begin).isHostile() ? 1 : 0;
                begin++;
            }
            first[last] = begin;
            mentions[last] = last - begin + 1;
            hostile[last] = hostileNow;
        }
        int[] mostMentions = fullest(mentions);
        int[] mostHostile = fullest(hostile);
        Map<UUID, Count> counts = new HashMap<>();
        for (int index = 0; index < first.length; index++) {
            counts.put(counted.get(index).id(), new Count(mostMentions[index], mostHostile[index]));
        }
        return counts;
    }

    /**
     * For each mention the largest value of the windows that hold it. These end at itself or later and begin at itself
     * or earlier, so from the newest to the oldest mention they come and go like a queue.
     *
     * @param values by the mention with which a window ends
     */
    private int[] fullest(int[] values) {
        int[] most = new int[values.length];
        Deque<Integer> ends = new ArrayDeque<>();
        for (int index = values.length - 1; index >= 0; index--) {
            while (!ends.isEmpty() && values[ends.peekLast()] <= values[index]) {
                ends.removeLast();
            }
            ends.addLast(index);
            while (first[ends.peekFirst()] > index) {
                ends.removeFirst();
            }
            most[index] = values[ends.peekFirst()];
        }
        return most;
    }

    private Instant at(int index) {
        return counted.get(index).publishedAt();
    }

    private boolean isWithin(Instant begin, Instant end) {
        return Duration.between(begin, end).compareTo(length) < 0;
    }
}
