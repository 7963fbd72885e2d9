package io.firebreak.publishing.channel;

import java.util.List;

/**
 * The frozen form of a text on a channel, or of one part of a thread.
 *
 * @param text what a reader reads, for approvers and for comparing
 * @param payload all that the channel needs to send it, in the channel's own writing; empty when the text is enough
 * @param pictures which of the message's pictures belong to it, counted from 0
 */
public record Part(String text, String payload, List<Integer> pictures) {

    public Part {
        pictures = List.copyOf(pictures);
    }

    public static Part of(String text) {
        return new Part(text, "", List.of());
    }
}
