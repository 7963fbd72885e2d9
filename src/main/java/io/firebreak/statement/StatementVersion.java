package io.firebreak.statement;

import io.firebreak.rule.Fingerprint;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
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
 * @param agreement how far people agree to it
 * @param kind what the text is among those of its case
 * @param holding what it is put together from; null unless it is a holding statement
 * @param original the version that it says in another language; null unless it is a translation
 * @param translations in which further languages it goes out, BCP 47 tags
 * @param voided why its approval no longer counts; null as long as it does
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
        Agreement agreement,
        StatementKind kind,
        HoldingWords holding,
        UUID original,
        List<String> translations,
        String voided) {

    /**
     * What came out of the approval, as the vote says that settled it.
     *
     * @param sha256 the fingerprint of the text that the voter saw
     * @param comments why it goes back; null when it is approved without a word
     * @param decidedBy whose vote it was
     */
    public record Decision(boolean approved, String sha256, String comments, String decidedBy, Instant decidedAt) {}

    public StatementVersion {
        renderings = List.copyOf(renderings);
        translations = List.copyOf(translations);
    }

    /** A version of the case's own statement that goes out in its own language alone. */
    public StatementVersion(
            UUID id,
            UUID statementId,
            int number,
            StatementText text,
            List<Rendering> renderings,
            String sha256,
            String writtenBy,
            Instant writtenAt,
            Set<String> authors,
            Agreement agreement) {
        this(
                id,
                statementId,
                number,
                text,
                renderings,
                sha256,
                writtenBy,
                writtenAt,
                authors,
                agreement,
                StatementKind.STATEMENT,
                null,
                null,
                List.of(),
                null);
    }

    /**
     * The fingerprint to which an approval is bound: SHA-256 over the text and over its form on every channel; with it
     * over the promise of a holding statement, and over which text a translation translates. As long as nothing was
     * changed behind our back it is the same as {@link #sha256}.
     */
    public String seal() {
        return seal(text, renderings, holding, original);
    }

    static String seal(StatementText text, List<Rendering> renderings, HoldingWords holding, UUID original) {
        List<String> parts = new ArrayList<>();
        parts.add(text.sha256());
        renderings.forEach(rendering -> parts.add(rendering.sha256()));
        if (holding != null) {
            parts.addAll(List.of("next word", holding.nextWordAt().toString()));
        }
        if (original != null) {
            parts.addAll(List.of("translates", original.toString()));
        }
        return parts.size() == 1 ? parts.get(0) : Fingerprint.of(parts);
    }

    /** The parts for one channel, in their order; empty when it was not rendered for it. */
    public List<Rendering> renderingsFor(String channel) {
        return renderings.stream()
                .filter(rendering -> rendering.channel().equals(channel))
                .toList();
    }

    /** What came out of the approval; null while votes are missing. */
    public Decision decision() {
        Vote last = agreement.against().orElseGet(() -> agreement.isReached() ? lastOf(agreement.counting()) : null);
        return last == null
                ? null
                : new Decision(last.agreed(), last.sha256(), last.comments(), last.votedBy(), last.votedAt());
    }

    private static Vote lastOf(List<Vote> votes) {
        return votes.stream().max(Comparator.comparing(Vote::id)).orElseThrow();
    }

    /** Whether all who have to agree have, and the approval still counts. */
    public boolean isApproved() {
        return agreement.isReached() && voided == null;
    }

    /** How people name it in a sentence, as in "Version 2 of the statement". */
    public String named() {
        return named(number, kind, text.language());
    }

    /** The same, of one that is known by these alone. */
    public static String named(int number, StatementKind kind, String language) {
        return "Version %d of %s".formatted(number, Statement.called(kind, language));
    }
}
