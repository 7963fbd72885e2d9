package io.firebreak.publishing;

import io.firebreak.publishing.channel.RemotePost;
import io.firebreak.statement.StatementKind;
import io.firebreak.statement.StatementVersion;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * One part of a statement's version, on one channel, to one addressee.
 *
 * @param statementId the text of which it is a version
 * @param kind what the text is among those of its case; null for a reply in a thread, which has no statement
 * @param language the text's, a BCP 47 tag
 * @param number the version's
 * @param channel the account's name
 * @param part counted from 1
 * @param addressee to whom it goes; empty where everybody reads it
 * @param key what tells it from all others, on every attempt
 * @param sha256 the version's seal when it was queued
 * @param apology whether the text apologises
 * @param dryRun everything is done but the last call
 * @param byHand the touch point has no interface: a person publishes it
 * @param links where the statement was public already when this was queued
 */
public record Publication(
        UUID id,
        String caseReference,
        UUID statementId,
        StatementKind kind,
        String language,
        UUID versionId,
        int number,
        String channel,
        Audience audience,
        int part,
        int parts,
        String addressee,
        String key,
        String sha256,
        boolean apology,
        boolean dryRun,
        boolean byHand,
        List<String> links,
        Instant createdAt,
        Progress progress) {

    /**
     * What became of it so far.
     *
     * @param notBefore when it is its turn; null when it waits for nobody but a person
     * @param firstTriedAt null before the first attempt
     * @param attempt how often it was tried
     * @param absences how often in a row a look found nothing
     * @param probes how often it was looked for since the last attempt
     * @param node who is sending it; null when nobody is
     * @param reason why it is in its state, a sentence; null when there is nothing to say
     * @param leftOut a person decided that it is not published here
     * @param post where it is; null before it is sent, or where there is no such place
     * @param drift what stood in its place when it was no longer what was approved: empty for nothing, null for no drift
     * @param takenDownAt when people took it down by hand, because the law or a danger forced them; null as long as nobody
     *     did. It was sent all the same
     */
    public record Progress(
            PublicationState state,
            Instant notBefore,
            Instant firstTriedAt,
            int attempt,
            int absences,
            int probes,
            UUID node,
            String reason,
            boolean leftOut,
            RemotePost post,
            Instant sentAt,
            int readBacks,
            String drift,
            Instant takenDownAt) {}

    public PublicationState state() {
        return progress.state();
    }

    /** Where people find it; null before it is sent, or where there is no such place. */
    public String url() {
        return progress.post() == null ? null : progress.post().url();
    }

    public Instant sentAt() {
        return progress.sentAt();
    }

    /** Nobody has to do anything about it any more. */
    public boolean isSettled() {
        return state() == PublicationState.SENT || progress.leftOut();
    }

    /** Whether a person has to find out if it is public. */
    public boolean isUncertain() {
        return state() == PublicationState.NEEDS_HUMAN && !byHand;
    }

    /** Whether only a person can bring it further. */
    public boolean waitsForPerson() {
        return !isSettled() && !state().isUnderWay();
    }

    /** Whether it is an earlier part of the same thread. */
    boolean isBefore(Publication other) {
        return part < other.part && addressee.equals(other.addressee) && channel.equals(other.channel);
    }

    /** Whether it answers somebody's post; then its text is a reply's, and so are the ids of its text and version. */
    public boolean isReply() {
        return kind == null;
    }

    /** How people name its text in a sentence, as in "Version 2 of the statement". */
    public String text() {
        if (isReply()) {
            return "Reply %d".formatted(number);
        }
        return StatementVersion.named(number, kind, language);
    }

    /** How people name it in a sentence. */
    public String describe() {
        String whole = addressee.isEmpty() ? channel : channel + " to " + addressee;
        return parts == 1 ? whole : whole + ", part %d of %d".formatted(part, parts);
    }
}
