package io.firebreak.webapp;

import io.firebreak.access.Actor;
import io.firebreak.crisis.CrisisCase;
import io.firebreak.crisis.IncidentFacts;
import io.firebreak.engine.VisibleTasks.Matter;
import io.firebreak.ledger.LedgerEntry;
import io.firebreak.publishing.Publication;
import io.firebreak.statement.Postures;
import io.firebreak.statement.Statement;
import io.firebreak.statement.StatementKind;
import io.firebreak.statement.StatementPicture;
import io.firebreak.statement.StatementVersion;
import io.firebreak.statement.StatementWords;
import io.firebreak.statement.Statements;
import io.firebreak.statement.Vote;
import io.firebreak.wording.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What a person needs to know of a case to do the next task, as forms take it. Times are ISO 8601 texts, because the
 * web applications' own JSON does not know Java's times.
 *
 * @param statement the text that the task is about, by its id; null while the case has no statement of its own
 * @param kind what that text is among those of the case
 * @param taskLanguage into which the task is to translate; null where it is about no translation
 * @param readsIt whether the person is known to speak the language of the text
 * @param isAsked whether the task is asked of the person; else its rule lets them in for an emergency at most
 * @param mayApproveAlone whether the person may approve a text of the case in place of everybody, at this moment
 * @param wordDueAt when the case promised to say more; null when it owes no word
 * @param wrongPost where our own slip is; null when the case is about none
 * @param posture how the case stands to it; null before anything was advised
 * @param original what a translation translates; null where the task is about no translation
 * @param versions of the text that the task is about, oldest first
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
        @ByName String reportedBy,
        String receivedAt,
        String phase,
        boolean drill,
        String severity,
        IncidentFacts facts,
        String coolDownEndsAt,
        String statementDueAt,
        boolean nextIsCorrection,
        String statement,
        String kind,
        String taskLanguage,
        boolean readsIt,
        boolean isAsked,
        boolean mayApproveAlone,
        String wordDueAt,
        String wrongPost,
        Stance posture,
        Version original,
        String channel,
        String publication,
        String taskDueAt,
        List<Version> versions,
        List<Published> publications,
        List<Entry> ledger,
        CaseKnowledge known) {

    /** The form of a version on a channel, or a part of it. */
    record Form(String channel, int part, String text) {}

    /**
     * How the case stands to what is said against it: what was advised, and what people chose.
     *
     * @param apologies how often the case has apologised in public
     * @param mostApologies how often it may
     */
    record Stance(
            String advised,
            String apology,
            String admit,
            @Translated String mustContain,
            int rule,
            @Translated String source,
            String chosen,
            String reason,
            @ByName String chosenBy,
            long apologies,
            int mostApologies) {

        static Stance of(Postures.Taken taken, long apologies) {
            return new Stance(
                    taken.advice().posture().name(),
                    taken.advice().apology().name(),
                    taken.advice().admit().name(),
                    taken.advice().mustContain(),
                    taken.advice().rule(),
                    taken.advice().source(),
                    taken.chosen() == null ? null : taken.chosen().name(),
                    taken.reason(),
                    taken.chosenBy(),
                    apologies,
                    Statements.MAXIMUM_APOLOGIES);
        }
    }

    /**
     * What forms show of the text that the task is about.
     *
     * @param statement null while there is none
     * @param versions oldest first
     * @param original null where the task is about no translation
     */
    record Text(
            Statement statement,
            List<StatementVersion> versions,
            StatementVersion original,
            boolean nextIsCorrection,
            boolean readsIt,
            boolean mayApproveAlone) {}

    /**
     * A text as it was handed in.
     *
     * @param approved null while it is neither approved nor sent back
     * @param voters who voted about it in one of its places
     * @param alone null unless one person approved it in place of everybody
     * @param wording what the house rules warn of in it, and its author's word; null where they don't
     */
    record Version(
            int number,
            String language,
            String title,
            String body,
            boolean apology,
            String correctionNote,
            String knownFacts,
            String beingChecked,
            String nextWordAt,
            List<String> translations,
            String sha256,
            @ByName String writtenBy,
            String writtenAt,
            List<String> authors,
            @ByName List<String> authorNames,
            List<StatementPicture> pictures,
            List<Form> forms,
            Boolean approved,
            String comments,
            @ByName String decidedBy,
            String decidedAt,
            List<VotesView.Place> seats,
            List<String> voters,
            VotesView.Lone alone,
            UpheldWording wording) {

        static Version of(StatementVersion version, Verdict wording) {
            StatementVersion.Decision decision = version.decision();
            return new Version(
                    version.number(),
                    version.text().language(),
                    version.text().title(),
                    version.text().body(),
                    version.text().apology(),
                    version.text().correctionNote(),
                    version.holding() == null ? null : version.holding().knownFacts(),
                    version.holding() == null ? null : version.holding().beingChecked(),
                    version.holding() == null
                            ? null
                            : CaseBriefing.text(version.holding().nextWordAt()),
                    version.translations(),
                    version.sha256(),
                    version.writtenBy(),
                    text(version.writtenAt()),
                    version.authors().stream().sorted().toList(),
                    version.authors().stream().sorted().toList(),
                    version.text().pictures(),
                    version.renderings().stream()
                            .map(rendering -> new Form(rendering.channel(), rendering.part(), rendering.text()))
                            .toList(),
                    decision == null ? null : version.isApproved(),
                    decision == null ? null : decision.comments(),
                    decision == null ? null : decision.decidedBy(),
                    decision == null ? null : text(decision.decidedAt()),
                    VotesView.places(version.agreement()),
                    version.agreement().votes().stream().map(Vote::votedBy).toList(),
                    VotesView.lone(version.agreement()),
                    UpheldWording.of(wording));
        }
    }

    /**
     * A publication and what became of it.
     *
     * @param statement the id of the statement or reply
     * @param kind what the text is among those of its case; null for a reply
     * @param version the number of the version or reply
     * @param addressee null where everybody reads it
     * @param waits only a person can bring it further
     * @param uncertain a person has to find out whether it is public
     * @param drift what readers see in place of what was approved: empty for nothing, null for no difference
     * @param takenDownAt when people took it down by hand; null as long as it stands
     * @param text what a reader reads, as it was approved
     */
    record Published(
            String id,
            String statement,
            String kind,
            String language,
            int version,
            String channel,
            String audience,
            int part,
            int parts,
            String addressee,
            String state,
            @Translated String reason,
            boolean waits,
            boolean uncertain,
            boolean leftOut,
            boolean dryRun,
            boolean byHand,
            List<String> links,
            String url,
            String sentAt,
            String drift,
            String takenDownAt,
            String text) {

        static Published of(Publication publication, String text) {
            Publication.Progress progress = publication.progress();
            return new Published(
                    publication.id().toString(),
                    publication.statementId().toString(),
                    publication.isReply() ? null : publication.kind().name(),
                    publication.language(),
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
                    CaseBriefing.text(progress.takenDownAt()),
                    text);
        }
    }

    /**
     * A line of the ledger.
     *
     * @param kind see ActKind
     * @param reason why, in the words of who acted; null where they gave none
     * @param ground why, in words of Firebreak's own: what a table, a rule or a refusal says; null where a person gave the
     *     reason, or nobody did
     */
    record Entry(
            String at,
            @ByName String actor,
            String type,
            String kind,
            @Translated String sentence,
            String reason,
            @Translated String ground) {

        /** What a person tried in vain; why it was in vain was said by Firebreak. */
        private static final Set<String> ATTEMPTS = Set.of(
                "approval.refused", "compensation.notAgreed", "reply.refused", "takeDown.countersignatureRefused");

        static Entry of(LedgerEntry entry) {
            boolean ours = entry.actor().equals(Actor.FIREBREAK.id()) || ATTEMPTS.contains(entry.type());
            return new Entry(
                    text(entry.at()),
                    entry.actor(),
                    entry.type(),
                    ActKind.of(entry.type()).name(),
                    entry.sentence(),
                    ours ? null : entry.reason(),
                    ours ? entry.reason() : null);
        }
    }

    static CaseBriefing of(
            Matter matter,
            CrisisCase crisisCase,
            Text text,
            Optional<Instant> wordDueAt,
            Optional<Stance> posture,
            List<Published> publications,
            List<LedgerEntry> ledger,
            CaseKnowledge known,
            Function<StatementVersion, Verdict> wordings) {
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
                text.nextIsCorrection(),
                text.statement() == null ? null : text.statement().id().toString(),
                text.statement() == null
                        ? StatementKind.STATEMENT.name()
                        : text.statement().kind().name(),
                matter.language(),
                text.readsIt(),
                matter.isAskedOfCaller(),
                text.mayApproveAlone(),
                text(wordDueAt.orElse(null)),
                StatementWords.wrongPost(crisisCase),
                posture.orElse(null),
                text.original() == null ? null : Version.of(text.original(), null),
                matter.channel(),
                matter.publication(),
                text(matter.dueAt()),
                text.versions().stream()
                        .map(version -> Version.of(version, wordings.apply(version)))
                        .toList(),
                publications,
                ledger.stream().map(Entry::of).toList(),
                known);
    }

    private static String text(Instant at) {
        return at == null ? null : at.toString();
    }
}
