package io.firebreak.author;

import io.firebreak.mention.Post;
import java.util.List;
import java.util.Map;

/**
 * What can be seen of an author in what was written about the brand: proposals for whoever looks at them, never a verdict.
 *
 * @param about the post that the case is about; null where none is kept, and then nothing can be proposed
 * @param observations by the names of the signals in {@link AuthorSignals}
 * @param orders orders and tickets that may be theirs
 */
public record AuthorFile(Post about, Map<String, Observation> observations, List<OrderMatch> orders) {

    /**
     * What was seen of one signal.
     *
     * @param words what was counted, in a sentence
     * @param posts what shows it; empty where nothing does
     */
    public record Observation(Signal answer, String words, List<Post> posts) {

        static Observation unknown(String words) {
            return new Observation(Signal.UNKNOWN, words, List.of());
        }

        static Observation no(String words) {
            return new Observation(Signal.NO, words, List.of());
        }
    }

    /**
     * An order or ticket that the customer system knows.
     *
     * @param words how it came up
     */
    public record OrderMatch(String number, String words) {}
}
