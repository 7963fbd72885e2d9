package io.firebreak.statement;

import io.firebreak.access.Actor;
import io.firebreak.ledger.Act;
import io.firebreak.ledger.Ledger;
import io.firebreak.rule.Refusal;
import io.firebreak.rule.TextRule;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The statements of cases: written by people, approved by others, each approval for exactly one text. */
@Service
public class Statements {

    /** How often a case may apologise in public; after that only facts and measures (house rule). */
    public static final int MAXIMUM_APOLOGIES = 2;

    private static final TextRule COMMENTS = TextRule.text("comments", "The comment", 4_000);

    private final StatementStore store;
    private final Renderer renderer;
    private final List<HandInRule> rules;
    private final Ledger ledger;
    private final Clock clock;

    Statements(StatementStore store, Renderer renderer, List<HandInRule> rules, Ledger ledger, Clock clock) {
        this.store = store;
        this.renderer = renderer;
        this.rules = rules;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** All texts of the case, in the order in which they were begun. */
    @Transactional(readOnly = true)
    public List<Statement> of(String caseReference) {
        return store.of(caseReference);
    }

    /**
     * One text of the case.
     *
     * @param statementId null for the case's own statement
     * @return empty when the case has no statement of its own yet
     * @throws Refusal when the case has no such text
     */
    @Transactional(readOnly = true)
    public Optional<Statement> find(String caseReference, UUID statementId) {
        if (statementId == null) {
            return store.ownOf(caseReference);
        }
        Statement found = store.find(statementId)
                .filter(statement -> statement.caseReference().equals(caseReference))
                .orElseThrow(() ->
                        Refusal.conflict("%s has no such text (%s); please ask an administrator to look at the process."
                                .formatted(caseReference, statementId)));
        return Optional.of(found);
    }

    /** One text, of whatever case. */
    @Transactional(readOnly = true)
    public Optional<Statement> find(UUID statementId) {
        return store.find(statementId);
    }

    /** All versions of the case's own statement, oldest first. */
    @Transactional(readOnly = true)
    public List<StatementVersion> versionsOf(String caseReference) {
        return store.versionsOf(caseReference);
    }

    /** All versions of one text, oldest first. */
    @Transactional(readOnly = true)
    public List<StatementVersion> versionsOf(UUID statementId) {
        return store.versionsOf(statementId);
    }

    /** All versions of all texts of the case, in the order of the texts. */
    @Transactional(readOnly = true)
    public List<StatementVersion> allVersionsOf(String caseReference) {
        return store.allVersionsOf(caseReference);
    }

    /** The version of the case's own statement that was handed in last. */
    @Transactional(readOnly = true)
    public Optional<StatementVersion> latestOf(String caseReference) {
        return last(store.versionsOf(caseReference));
    }

    /** The version of one text that was handed in last. */
    @Transactional(readOnly = true)
    public Optional<StatementVersion> latestOf(UUID statementId) {
        return last(store.versionsOf(statementId));
    }

    /** The version of one text that was approved last, and whose approval still counts. */
    @Transactional(readOnly = true)
    public Optional<StatementVersion> latestApprovedOf(UUID statementId) {
        return last(store.versionsOf(statementId).stream()
                .filter(StatementVersion::isApproved)
                .toList());
    }

    private static Optional<StatementVersion> last(List<StatementVersion> versions) {
        return versions.isEmpty() ? Optional.empty() : Optional.of(versions.get(versions.size() - 1));
    }

    /**
     * The files of a version's pictures, in their order.
     *
     * @throws Refusal when one is not the file that was handed in
     */
    @Transactional(readOnly = true)
    public List<PictureFile> picturesOf(StatementVersion version) {
        if (version.text().pictures().isEmpty()) {
            return List.of();
        }
        List<PictureFile> files = store.picturesOf(version.id());
        for (PictureFile file : files) {
            if (!PictureFile.sha256(file.bytes()).equals(file.picture().sha256())) {
                throw Refusal.conflict("The picture %s of version %d is not the one that was handed in."
                        .formatted(file.picture().name(), version.number()));
            }
        }
        return files;
    }

    /** Whether the next version of the case's own statement will correct one that was approved for the public before. */
    @Transactional(readOnly = true)
    public boolean nextIsCorrection(String caseReference) {
        return isApproved(store.versionsOf(caseReference));
    }

    /** The same of any text. */
    @Transactional(readOnly = true)
    public boolean nextIsCorrection(UUID statementId) {
        return isApproved(store.versionsOf(statementId));
    }

    private static boolean isApproved(List<StatementVersion> versions) {
        return versions.stream().anyMatch(StatementVersion::isApproved);
    }

    /**
     * How often the case, and the cases that were merged into it, have apologised, or are about to, in texts that were
     * approved for the public. A translation is no further apology.
     */
    @Transactional(readOnly = true)
    public long approvedApologies(String caseReference) {
        return store.versionsWithMergedOf(caseReference).stream()
                .filter(version -> version.kind() != StatementKind.TRANSLATION)
                .filter(version -> version.isApproved() && version.text().apology())
                .count();
    }

    /**
     * Keeps a text as the next version of the case's own statement. Its authors are its writer and all who wrote the
     * versions before, because the text grew from theirs. With it is kept the form that it will have on each channel.
     *
     * @throws Refusal when the text does not fit on a channel
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public StatementVersion write(String caseReference, StatementText text, Actor author) {
        return write(caseReference, text, List.of(), List.of(), author);
    }

    /**
     * The same with pictures, and with the languages in which it goes out besides its own.
     *
     * @param translations BCP 47 tags
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public StatementVersion write(
            String caseReference,
            StatementText text,
            List<PictureFile> pictures,
            List<String> translations,
            Actor author) {
        return add(
                store.statementOf(caseReference, clock.instant()),
                new Draft(text, pictures, translations, null, null),
                Set.of(),
                author);
    }

    /**
     * Keeps a holding statement.
     *
     * @param statementId the one of which it becomes the next version; null for a new one. One that was approved is
     *     said: the next word is always a new one
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public StatementVersion writeHolding(
            String caseReference, UUID statementId, StatementText text, HoldingWords words, Actor author) {
        Statement holding =
                unsaid(caseReference, statementId).orElseGet(() -> store.addHolding(caseReference, clock.instant()));
        return add(holding, new Draft(text, List.of(), List.of(), words, null), Set.of(), author);
    }

    private Optional<Statement> unsaid(String caseReference, UUID statementId) {
        return Optional.ofNullable(statementId)
                .flatMap(id -> find(caseReference, id))
                .filter(statement -> statement.kind() == StatementKind.HOLDING && !nextIsCorrection(statement.id()));
    }

    /**
     * Keeps a translation of the version of the case's own statement that was approved last. Who wrote the original
     * counts among its authors, for the text grew from theirs.
     *
     * @param text in the language of the translation; it apologises if the original does
     * @throws Refusal when there is nothing to translate
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public StatementVersion translate(
            String caseReference, StatementText text, List<PictureFile> pictures, Actor translator) {
        Statement own = store.statementOf(caseReference, clock.instant());
        StatementVersion original = latestApprovedOf(own.id())
                .orElseThrow(() -> Refusal.conflict(
                        "No statement of %s is approved, so there is nothing to translate.".formatted(caseReference)));
        Statement translation = store.translationOf(own, text.language(), clock.instant());
        return add(
                translation, new Draft(text, pictures, List.of(), null, original.id()), original.authors(), translator);
    }

    /** The translation of the case's own statement into a language, as far as somebody has begun it. */
    @Transactional(readOnly = true)
    public Optional<Statement> translationInto(String caseReference, String language) {
        return store.of(caseReference).stream()
                .filter(statement -> statement.kind() == StatementKind.TRANSLATION
                        && statement.language().equals(language))
                .findFirst();
    }

    private StatementVersion add(Statement statement, Draft draft, Set<String> furtherAuthors, Actor author) {
        StatementText text = draft.text()
                .with(draft.pictures().stream().map(PictureFile::picture).toList());
        rules.forEach(rule -> rule.check(statement.kind(), text, draft.holding()));
        List<StatementVersion> before = store.versionsOf(statement.id());
        Set<String> authors = new TreeSet<>(furtherAuthors);
        authors.add(author.id());
        before.forEach(version -> authors.addAll(version.authors()));
        UUID versionId = UUID.randomUUID();
        List<Rendering> renderings = renderer.render(statement.id(), versionId, text, draft.pictures());
        StatementVersion version = new StatementVersion(
                versionId,
                statement.id(),
                before.size() + 1,
                text,
                renderings,
                StatementVersion.seal(text, renderings, draft.holding(), draft.original()),
                author.id(),
                clock.instant(),
                authors,
                null,
                statement.kind(),
                draft.holding(),
                draft.original(),
                draft.translations(),
                null);
        store.add(version);
        store.add(versionId, draft.pictures());
        ledger.record(act(statement, version, author, "written", "%s wrote %s: %s", text.title()));
        return version;
    }

    /**
     * Approves the latest version of the case's own statement.
     *
     * @param seenSha256 the fingerprint of the text that the approver has read
     * @throws Refusal when that is not the latest text, when it is decided already, or when the approver wrote in it
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void approve(String caseReference, String seenSha256, String comments, Actor approver) {
        approve(caseReference, null, seenSha256, comments, approver);
    }

    /**
     * The same of one of the case's texts.
     *
     * @param statementId null for the case's own statement
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void approve(String caseReference, UUID statementId, String seenSha256, String comments, Actor approver) {
        try {
            Statement statement = locked(caseReference, statementId);
            decide(
                    statement,
                    approvable(statement, seenSha256, approver),
                    true,
                    COMMENTS.optional().require(comments),
                    approver);
        } catch (Refusal refusal) {
            recordRefusedApproval(caseReference, refusal, approver);
            throw refusal;
        }
    }

    /** An attempt at an approval that does not count is worth knowing, even if nothing came of it. */
    public void recordRefusedApproval(String caseReference, Refusal refusal, Actor approver) {
        ledger.recordApart(new Act(
                        caseReference,
                        approver.id(),
                        "approval.refused",
                        "%s tried to approve the statement.".formatted(approver.id()))
                .because(refusal.getMessage()));
    }

    private StatementVersion approvable(Statement statement, String seenSha256, Actor approver) {
        StatementVersion version = undecided(statement, seenSha256);
        if (version.authors().contains(approver.id())) {
            throw Refusal.notAllowed("You wrote in this statement; somebody who wrote none of it has to approve it.");
        }
        if (version.holding() != null && !version.holding().nextWordAt().isAfter(clock.instant())) {
            throw Refusal.conflict("The moment that this text promises has passed; please send it back.");
        }
        if (version.original() != null
                && !latestApprovedOf(statement.translationOf())
                        .map(StatementVersion::id)
                        .equals(Optional.of(version.original()))) {
            throw Refusal.conflict(
                    "The statement that this text translates was changed; please send it back to be translated anew.");
        }
        return version;
    }

    /** Sends the latest version of the case's own statement back to be written anew; the comments say why. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void sendBack(String caseReference, String seenSha256, String comments, Actor approver) {
        sendBack(caseReference, null, seenSha256, comments, approver);
    }

    /**
     * The same of one of the case's texts.
     *
     * @param statementId null for the case's own statement
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void sendBack(String caseReference, UUID statementId, String seenSha256, String comments, Actor approver) {
        Statement statement = locked(caseReference, statementId);
        decide(statement, undecided(statement, seenSha256), false, COMMENTS.require(comments), approver);
    }

    private Statement locked(String caseReference, UUID statementId) {
        if (statementId == null) {
            return store.statementOf(caseReference, clock.instant());
        }
        return find(caseReference, statementId)
                .flatMap(statement -> store.lock(statement.id()))
                .orElseThrow();
    }

    private StatementVersion undecided(Statement statement, String seenSha256) {
        StatementVersion version = latestOf(statement.id())
                .orElseThrow(() -> Refusal.conflict("There is no statement of " + statement.caseReference() + " yet."));
        if (version.decision() != null) {
            throw Refusal.conflict("%s has decided about this text already; please open the task again."
                    .formatted(version.decision().decidedBy()));
        }
        if (!version.sha256().equals(seenSha256)) {
            throw Refusal.conflict(
                    "This is not the text that waits for approval; please open the task again and read it once more.");
        }
        return version;
    }

    private void decide(
            Statement statement, StatementVersion version, boolean approved, String comments, Actor approver) {
        store.add(
                version.id(),
                new StatementVersion.Decision(approved, version.sha256(), comments, approver.id(), clock.instant()));
        ledger.record(act(
                        statement,
                        version,
                        approver,
                        approved ? "approved" : "sentBack",
                        approved ? "%s approved %s." : "%s sent back %s.")
                .because(comments));
        if (approved && version.holding() != null) {
            ledger.record(new Act(
                            statement.caseReference(),
                            approver.id(),
                            StatementKind.HOLDING.act("promised"),
                            "The next word is promised for %s."
                                    .formatted(version.holding().nextWordAt()))
                    .with("statement", statement.id().toString())
                    .with("nextWordAt", version.holding().nextWordAt().toString()));
        }
    }

    /**
     * The approvals of these versions no longer count, because what they were given for has changed. Done again, it
     * changes nothing.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void voidApprovals(String caseReference, List<StatementVersion> versions, String reason, Actor actor) {
        for (StatementVersion version : versions) {
            if (store.addVoided(version.id(), reason, actor.id(), clock.instant())) {
                Statement statement = store.find(version.statementId()).orElseThrow();
                ledger.record(act(statement, version, actor, "voided", "%s: the approval of %s no longer counts.")
                        .because(reason));
            }
        }
    }

    /**
     * @param sentence for the actor, the version as people name it, and what else it says
     */
    private static Act act(
            Statement statement, StatementVersion version, Actor actor, String verb, String sentence, Object... more) {
        Object[] values = new Object[more.length + 2];
        values[0] = actor.id();
        values[1] = decapitalized(version.named());
        System.arraycopy(more, 0, values, 2, more.length);
        return new Act(statement.caseReference(), actor.id(), statement.kind().act(verb), sentence.formatted(values))
                .with("version", version.number())
                .with("sha256", version.sha256())
                .with("statement", statement.id().toString());
    }

    private static String decapitalized(String text) {
        return Character.toLowerCase(text.charAt(0)) + text.substring(1);
    }
}
