package io.firebreak.publishing;

import io.firebreak.publishing.channel.Count;
import java.util.List;

/**
 * How a text looks on one account.
 *
 * @param channel the account's name
 * @param label how people call it
 * @param audience null for an account that is no longer set up
 * @param byHand whether a person brings it there
 * @param problems what keeps the text from it, each a sentence; empty when it fits
 * @param parts empty where the text can't take a form here
 */
public record ChannelForm(
        String channel, String label, Audience audience, boolean byHand, List<String> problems, List<Part> parts) {

    public ChannelForm {
        problems = List.copyOf(problems);
        parts = List.copyOf(parts);
    }

    /**
     * What goes out as one, such as one post of a thread.
     *
     * @param text what a reader reads
     * @param pictures which of the text's pictures belong to it, counted from 0
     * @param count null for an account that is no longer set up
     * @param links the web addresses in it, in their order
     */
    public record Part(String text, List<Integer> pictures, Filling count, List<Link> links) {

        public Part {
            pictures = List.copyOf(pictures);
            links = List.copyOf(links);
        }
    }

    /**
     * How full a part is, as its channel counts.
     *
     * @param used so many of them
     * @param most how many it takes; null for no limit
     * @param unit what is counted: {@code CHARACTERS}, {@code GRAPHEMES} or {@code BYTES}
     * @param perLink what each web address counts; 0 where addresses count as they are
     */
    public record Filling(int used, Integer most, String unit, int perLink) {

        static Filling of(Count count) {
            return new Filling(
                    count.used(),
                    count.isLimited() ? count.most() : null,
                    count.unit().name(),
                    count.perLink());
        }
    }

    /**
     * A web address in a part.
     *
     * @param from its first character, counted from 0 in UTF-16 code units, as browsers count
     * @param to one behind the last
     */
    public record Link(int from, int to) {}
}
