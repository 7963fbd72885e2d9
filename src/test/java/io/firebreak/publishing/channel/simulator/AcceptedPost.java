package io.firebreak.publishing.channel.simulator;

import java.util.List;

/**
 * What a server made public, as its readers get it.
 *
 * @param key by which the sender would have the server recognise a repetition; null when none was sent or it can't be
 *     seen from outside
 * @param id the server's own
 * @param text without markup
 * @param language as the server was told; null when it was not
 * @param altTexts what each picture shows, in their order; one entry for each picture
 * @param answers the id of the post that it answers; null when it answers none
 * @param addressee to whom it went; empty where everybody reads it
 */
public record AcceptedPost(
        String key, String id, String text, String language, List<String> altTexts, String answers, String addressee) {

    public AcceptedPost {
        altTexts = List.copyOf(altTexts);
    }

    public static AcceptedPost of(String key, String id, String text) {
        return new AcceptedPost(key, id, text, null, List.of(), null, "");
    }
}
