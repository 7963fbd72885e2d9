package io.firebreak.statement;

import io.firebreak.rule.Fingerprint;
import java.util.List;

/**
 * The form of a text on one channel, or one part of it where the channel has threads. It never changes: what approvers
 * saw is what goes out.
 *
 * @param channel the account's name
 * @param part counted from 1
 * @param text what a reader reads
 * @param payload all else that the channel needs to send it, in the channel's own writing
 * @param pictures which of the statement's pictures belong to it, counted from 0
 */
public record Rendering(String channel, int part, String text, String payload, List<Integer> pictures) {

    public Rendering {
        pictures = List.copyOf(pictures);
    }

    /** SHA-256 over everything that becomes public with it. */
    public String sha256() {
        return Fingerprint.of(List.of(channel, Integer.toString(part), text, payload, pictures.toString()));
    }
}
