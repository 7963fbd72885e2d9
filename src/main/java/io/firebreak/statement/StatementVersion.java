package io.firebreak.statement;

import io.firebreak.rule.Fingerprint;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * A text as it was handed in for approval. It never changes.
 *
 * @param number counted from 1 within the statement
 * @param renderings the form of the text on each channel, in the order of channels and parts
 * @param sha256 the seal that it got when it was written; see {@link #seal}
 * @param authors everyone who wrote a part of it
 * @param decision what an approver said to it; null while nobody has
 */
public record StatementVersion(
        UUID id,
        UUID statementId,
        int number,
        StatementText text,
        List<Rendering> renderings,
        String sha256,
        String writtenBy,
        Instant writtenAt,
        Set<String> authors,
        Decision decision) {

    /**
     * What an approver said.
     *
     * @param sha256 the fingerprint of the text that the approver saw
     * @param comments why it goes back; null when it is approved without a word
     */
    public record Decision(boolean approved, String sha256, String comments, String decidedBy, Instant decidedAt) {}

    public StatementVersion {
        renderings = List.copyOf(renderings);
    }

    /**
     * The fingerprint to which an approval is bound: SHA-256 over the text and over its form on every channel. As long
     * as nothing was changed behind our back it is the same as {@link #sha256}.
     */
    public String seal() {
        return seal(text, renderings);
    }

    static String seal(StatementText text, List<Rendering> renderings) {
        if (renderings.isEmpty()) {
            return text.sha256();
        }
        List<String> parts = new ArrayList<>();
        parts.add(text.sha256());
        renderings.forEach(rendering -> parts.add(rendering.sha256()));
        return Fingerprint.of(parts);
    }

    /** The parts for one channel, in their order; empty when it was not rendered for it. */
    public List<Rendering> renderingsFor(String channel) {
        return renderings.stream()
                .filter(rendering -> rendering.channel().equals(channel))
                .toList();
    }

    public boolean isApproved() {
        return decision != null && decision.approved();
    }
}
