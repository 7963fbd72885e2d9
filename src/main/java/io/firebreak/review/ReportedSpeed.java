package io.firebreak.review;

import io.firebreak.access.Actor;
import io.firebreak.crisis.CrisisCase;
import io.firebreak.ledger.LedgerEntry;
import io.firebreak.publishing.Audience;
import io.firebreak.publishing.Publication;
import io.firebreak.publishing.PublicationState;
import io.firebreak.review.ImpactReport.MarkCheck;
import io.firebreak.review.ImpactReport.Milestone;
import io.firebreak.review.ImpactReport.Step;
import io.firebreak.statement.StatementKind;
import io.firebreak.statement.StatementVersion;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** How fast the first steps of a response were. */
final class ReportedSpeed {

    /** What people do at the case; what tools deliver, such as the report, mentions and counts, answers nothing. */
    private static final Pattern HUMAN_ACT =
            Pattern.compile("task\\.(assigned|completed)|severity\\.(raised|lowered)|(lead|facts|case)\\..+");

    private final CrisisCase crisisCase;
    private final List<LedgerEntry> ledger;
    private final Map<UUID, StatementVersion> versions;
    private final List<Publication> publications;
    private final Instant now;

    ReportedSpeed(
            CrisisCase crisisCase,
            List<LedgerEntry> ledger,
            Map<UUID, StatementVersion> versions,
            List<Publication> publications,
            Instant now) {
        this.crisisCase = crisisCase;
        this.ledger = ledger;
        this.versions = versions;
        this.publications = publications;
        this.now = now;
    }

    List<Milestone> milestones() {
        return List.of(firstHumanAct(), published(Step.HOLDING_STATEMENT), published(Step.STATEMENT));
    }

    /** When a text of this kind was first public, or would have been in a drill. */
    Optional<Publication> firstPublic(StatementKind kind) {
        return publications.stream()
                .filter(publication -> publication.state() == PublicationState.SENT)
                .filter(publication -> publication.audience() == Audience.PUBLIC)
                .filter(publication -> crisisCase.report().drill() || !publication.dryRun())
                .filter(publication -> kindOf(publication) == kind)
                .min(Comparator.comparing(Publication::sentAt));
    }

    private StatementKind kindOf(Publication publication) {
        StatementVersion version = versions.get(publication.versionId());
        return version == null ? null : version.kind();
    }

    private Milestone firstHumanAct() {
        return ledger.stream()
                .filter(entry -> !entry.actor().equals(Actor.FIREBREAK.id()))
                .filter(entry -> HUMAN_ACT.matcher(entry.type()).matches())
                .findFirst()
                .map(entry -> milestone(Step.FIRST_HUMAN_ACT, entry.at(), entry.sentence()))
                .orElseGet(() -> milestone(Step.FIRST_HUMAN_ACT, null, null));
    }

    private Milestone published(Step step) {
        StatementKind kind = step == Step.HOLDING_STATEMENT ? StatementKind.HOLDING : StatementKind.STATEMENT;
        return firstPublic(kind)
                .map(publication -> milestone(step, publication.sentAt(), publication.channel()))
                .orElseGet(() -> milestone(step, null, null));
    }

    private Milestone milestone(Step step, Instant at, String how) {
        return new Milestone(
                step,
                at,
                at == null
                        ? null
                        : Duration.between(crisisCase.receivedAt(), at).toMinutes(),
                how,
                PublishedMark.ALL.stream().map(mark -> check(mark, at)).toList());
    }

    private MarkCheck check(PublishedMark mark, Instant at) {
        Instant end = crisisCase.receivedAt().plus(Duration.ofHours(mark.hours()));
        if (at != null) {
            return new MarkCheck(mark.hours(), !at.isAfter(end));
        }
        boolean over = crisisCase.closedAt() != null || now.isAfter(end);
        return new MarkCheck(mark.hours(), over ? false : null);
    }
}
