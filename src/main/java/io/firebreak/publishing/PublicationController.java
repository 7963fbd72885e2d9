package io.firebreak.publishing;

import io.firebreak.crisis.CaseReference;
import io.firebreak.crisis.Cases;
import io.firebreak.publishing.AttemptStore.Step;
import io.firebreak.statement.StatementKind;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows what went out for a case, what is on its way, and what was tried. */
@RestController
@RequestMapping("/api/cases/{reference}/publications")
@Tag(name = "Cases")
class PublicationController {

    private final Cases cases;
    private final PublicationStore publications;
    private final AttemptStore attempts;

    PublicationController(Cases cases, PublicationStore publications, AttemptStore attempts) {
        this.cases = cases;
        this.publications = publications;
        this.attempts = attempts;
    }

    @GetMapping
    @Operation(summary = "The publications of a case, each with every attempt, in the order in which they were queued")
    List<PublicationView> list(@PathVariable String reference) {
        String known = cases.get(CaseReference.parse(reference)).reference().toString();
        return Stream.concat(publications.of(known).stream(), publications.ofReplies(known).stream())
                .sorted(Comparator.comparing(Publication::createdAt))
                .map(publication -> view(publication, attempts.stepsOf(publication.id())))
                .toList();
    }

    private static PublicationView view(Publication publication, List<Step> steps) {
        Publication.Progress progress = publication.progress();
        return new PublicationView(
                publication.id(),
                publication.isReply() ? null : publication.statementId(),
                publication.isReply() ? publication.versionId() : null,
                publication.kind(),
                publication.language(),
                publication.number(),
                publication.channel(),
                publication.audience(),
                publication.part(),
                publication.parts(),
                publication.addressee().isEmpty() ? null : publication.addressee(),
                progress.state(),
                progress.reason(),
                progress.leftOut(),
                publication.dryRun(),
                publication.byHand(),
                publication.url(),
                publication.sha256(),
                publication.createdAt(),
                progress.notBefore(),
                progress.sentAt(),
                progress.drift() != null,
                progress.takenDownAt(),
                steps);
    }

    /**
     * @param statement which of the case's texts it is; missing for a reply
     * @param reply which of the case's replies it is; missing for a statement
     * @param kind what that text is among them; missing for a reply
     * @param language its language, a BCP 47 tag
     * @param version of that text; for a reply, its number
     * @param reason why it is in its state
     * @param sha256 the seal of what was approved
     * @param nextTryAt missing when it waits for nobody, or for a person
     * @param drifted what is public is no longer what was approved
     * @param takenDownAt when people took it down by hand; missing as long as it stands
     */
    record PublicationView(
            UUID id,
            UUID statement,
            UUID reply,
            StatementKind kind,
            String language,
            int version,
            String channel,
            Audience audience,
            int part,
            int parts,
            String addressee,
            PublicationState state,
            String reason,
            boolean leftOut,
            boolean dryRun,
            boolean byHand,
            String url,
            String sha256,
            Instant queuedAt,
            Instant nextTryAt,
            Instant sentAt,
            boolean drifted,
            Instant takenDownAt,
            List<Step> attempts) {}
}
