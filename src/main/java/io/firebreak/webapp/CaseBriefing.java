package io.firebreak.webapp;

import io.firebreak.crisis.CrisisCase;
import io.firebreak.crisis.IncidentFacts;
import io.firebreak.engine.VisibleTasks.Matter;
import io.firebreak.ledger.LedgerEntry;
import io.firebreak.publishing.Publication;
import io.firebreak.statement.Rendering;
import io.firebreak.statement.StatementPicture;
import io.firebreak.statement.StatementVersion;
import java.time.Instant;
import java.util.List;

/**
 * What a person needs to know of a case to do the next task, as forms take it. Times are ISO 8601 texts, because the
 * web applications' own JSON does not know Java's times.
 *
 * @param channel what the task is about; null where it is about no single channel
 * @param publication what the task is about; null where it is about no single publication
 * @param taskDueAt when the task is due; null when it has no due date
 */
record CaseBriefing(
        String reference,
        String title,
        String description,
        String language,
        String sourceUrl,
        String reportedBy,
        String receivedAt,
        String phase,
        boolean drill,
        String severity,
        IncidentFacts facts,
        String coolDownEndsAt,
        String statementDueAt,
        boolean nextIsCorrection,
        String channel,
        String publication,
        String taskDueAt,
        List<Version> versions,
        List<Published> publications,
        List<Entry> ledger,
        CaseKnowledge known) {

    /** The form of a version on a channel, or a part of it. */
    record Form(String channel, int part, String text) {}

    record Version(
            int number,
            String language,
            String title,
            String body,
            boolean apology,
            String correctionNote,
            String sha256,
            String writtenBy,
            String writtenAt,
            List<String> authors,
            List<StatementPicture> pictures,
            List<Form> forms,
            Boolean approved,
            String comments,
            String decidedBy,
            String decidedAt) {

        static Version of(StatementVersion version) {
            StatementVersion.Decision decision = version.decision();
            return new Version(
                    version.number(),
                    version.text().language(),
                    version.text().title(),
                    version.text().body(),
                    version.text().apology(),
                    version.text().correctionNote(),
                    version.sha256(),
                    version.writtenBy(),
                    text(version.writtenAt()),
                    version.authors().stream().sorted().toList(),
                    version.text().pictures(),
                    version.renderings().stream()
                            .map(rendering -> new Form(rendering.channel(), rendering.part(), rendering.text()))
                            .toList(),
                    decision == null ? null : decision.approved(),
                    decision == null ? null : decision.comments(),
                    decision == null ? null : decision.decidedBy(),
                    decision == null ? null : text(decision.decidedAt()));
        }
    }

    /**
     * A publication and what became of it.
     *
     * @param version the number of the version
     * @param addressee null where everybody reads it
     * @param waits only a person can bring it further
     * @param uncertain a person has to find out whether it is public
     * @param drift what readers see in place of what was approved: empty for nothing, null for no difference
     * @param text what a reader reads, as it was approved
     */
    record Published(
            String id,
            int version,
            String channel,
            String audience,
            int part,
            int parts,
            String addressee,
            String state,
            String reason,
            boolean waits,
            boolean uncertain,
            boolean leftOut,
            boolean dryRun,
            boolean byHand,
            List<String> links,
            String url,
            String sentAt,
            String drift,
            String text) {

        static Published of(Publication publication, List<StatementVersion> versions) {
            Publication.Progress progress = publication.progress();
            return new Published(
                    publication.id().toString(),
                    publication.number(),
                    publication.channel(),
                    publication.audience().name(),
                    publication.part(),
                    publication.parts(),
                    publication.addressee().isEmpty() ? null : publication.addressee(),
                    progress.state().name(),
                    progress.reason(),
                    publication.waitsForPerson(),
                    publication.isUncertain(),
                    progress.leftOut(),
                    publication.dryRun(),
                    publication.byHand(),
                    publication.links(),
                    publication.url(),
                    CaseBriefing.text(publication.sentAt()),
                    progress.drift(),
                    textOf(publication, versions));
        }

        private static String textOf(Publication publication, List<StatementVersion> versions) {
            return versions.stream()
                    .filter(version -> version.id().equals(publication.versionId()))
                    .flatMap(version -> version.renderingsFor(publication.channel()).stream())
                    .filter(rendering -> rendering.part() == publication.part())
                    .map(Rendering::text)
                    .findFirst()
                    .orElse(null);
        }
    }

    record Entry(String at, String actor, String type, String sentence, String reason) {

        static Entry of(LedgerEntry entry) {
            return new Entry(text(entry.at()), entry.actor(), entry.type(), entry.sentence(), entry.reason());
        }
    }

    static CaseBriefing of(
            Matter matter,
            CrisisCase crisisCase,
            boolean nextIsCorrection,
            List<StatementVersion> versions,
            List<Publication> publications,
            List<LedgerEntry> ledger,
            CaseKnowledge known) {
        return new CaseBriefing(
                crisisCase.reference().toString(),
                crisisCase.report().title(),
                crisisCase.report().description(),
                crisisCase.report().language(),
                crisisCase.report().sourceUrl(),
                crisisCase.reportedBy(),
                text(crisisCase.receivedAt()),
                crisisCase.phase().name(),
                crisisCase.report().drill(),
                crisisCase.severity() == null ? null : crisisCase.severity().name(),
                crisisCase.facts(),
                text(crisisCase.coolDownEndsAt()),
                text(crisisCase.statementDueAt()),
                nextIsCorrection,
                matter.channel(),
                matter.publication(),
                text(matter.dueAt()),
                versions.stream().map(Version::of).toList(),
                publications.stream()
                        .map(publication -> Published.of(publication, versions))
                        .toList(),
                ledger.stream().map(Entry::of).toList(),
                known);
    }

    private static String text(Instant at) {
        return at == null ? null : at.toString();
    }
}
