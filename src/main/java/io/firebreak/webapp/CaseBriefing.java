package io.firebreak.webapp;

import io.firebreak.crisis.CrisisCase;
import io.firebreak.crisis.IncidentFacts;
import io.firebreak.ledger.LedgerEntry;
import io.firebreak.publishing.Publication;
import io.firebreak.statement.StatementVersion;
import java.time.Instant;
import java.util.List;

/**
 * What a person needs to know of a case to do the next task, as forms take it. Times are ISO 8601 texts, because the
 * web applications' own JSON does not know Java's times.
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
        String severity,
        IncidentFacts facts,
        String coolDownEndsAt,
        String statementDueAt,
        boolean nextIsCorrection,
        List<Version> versions,
        List<Published> publications,
        List<Entry> ledger) {

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
                    decision == null ? null : decision.approved(),
                    decision == null ? null : decision.comments(),
                    decision == null ? null : decision.decidedBy(),
                    decision == null ? null : text(decision.decidedAt()));
        }
    }

    record Published(String channel, String url, String sentAt) {

        static Published of(Publication publication) {
            return new Published(publication.channel(), publication.url(), text(publication.sentAt()));
        }
    }

    record Entry(String at, String actor, String type, String sentence, String reason) {

        static Entry of(LedgerEntry entry) {
            return new Entry(text(entry.at()), entry.actor(), entry.type(), entry.sentence(), entry.reason());
        }
    }

    static CaseBriefing of(
            CrisisCase crisisCase,
            boolean nextIsCorrection,
            List<StatementVersion> versions,
            List<Publication> publications,
            List<LedgerEntry> ledger) {
        return new CaseBriefing(
                crisisCase.reference().toString(),
                crisisCase.report().title(),
                crisisCase.report().description(),
                crisisCase.report().language(),
                crisisCase.report().sourceUrl(),
                crisisCase.reportedBy(),
                text(crisisCase.receivedAt()),
                crisisCase.phase().name(),
                crisisCase.severity() == null ? null : crisisCase.severity().name(),
                crisisCase.facts(),
                text(crisisCase.coolDownEndsAt()),
                text(crisisCase.statementDueAt()),
                nextIsCorrection,
                versions.stream().map(Version::of).toList(),
                publications.stream().map(Published::of).toList(),
                ledger.stream().map(Entry::of).toList());
    }

    private static String text(Instant at) {
        return at == null ? null : at.toString();
    }
}
