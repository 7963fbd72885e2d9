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
    private final Ledger ledger;
    private final Clock clock;

    Statements(StatementStore store, Renderer renderer, Ledger ledger, Clock clock) {
        this.store = store;
        this.renderer = renderer;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** All versions of the case's statement, oldest first. */
    @Transactional(readOnly = true)
    public List<StatementVersion> versionsOf(String caseReference) {
        return store.versionsOf(caseReference);
    }

    /** The version that was handed in last. */
    @Transactional(readOnly = true)
    public Optional<StatementVersion> latestOf(String caseReference) {
        List<StatementVersion> versions = store.versionsOf(caseReference);
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

    /** Whether the next text will correct one that was approved for the public before. */
    @Transactional(readOnly = true)
    public boolean nextIsCorrection(String caseReference) {
        return store.versionsOf(caseReference).stream().anyMatch(StatementVersion::isApproved);
    }

    /** How often the case has apologised, or is about to, in texts that were approved for the public. */
    @Transactional(readOnly = true)
    public long approvedApologies(String caseReference) {
        return store.versionsOf(caseReference).stream()
                .filter(version -> version.isApproved() && version.text().apology())
                .count();
    }

    /**
     * Keeps a text as the next version. Its authors are its writer and all who wrote the versions before, because the
     * text grew from theirs. With it is kept the form that it will have on each channel.
     *
     * @throws Refusal when the text does not fit on a channel
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public StatementVersion write(String caseReference, StatementText text, Actor author) {
        return write(caseReference, text, List.of(), author);
    }

    /** The same with pictures. */
    @Transactional(propagation = Propagation.MANDATORY)
    public StatementVersion write(String caseReference, StatementText words, List<PictureFile> pictures, Actor author) {
        StatementText text =
                words.with(pictures.stream().map(PictureFile::picture).toList());
        UUID statementId = store.statementOf(caseReference, clock.instant());
        List<StatementVersion> before = store.versionsOf(caseReference);
        Set<String> authors = new TreeSet<>(Set.of(author.id()));
        before.forEach(version -> authors.addAll(version.authors()));
        UUID versionId = UUID.randomUUID();
        List<Rendering> renderings = renderer.render(statementId, versionId, text, pictures);
        StatementVersion version = new StatementVersion(
                versionId,
                statementId,
                before.size() + 1,
                text,
                renderings,
                StatementVersion.seal(text, renderings),
                author.id(),
                clock.instant(),
                authors,
                null);
        store.add(version);
        store.add(versionId, pictures);
        ledger.record(act(
                        caseReference,
                        author,
                        "statement.written",
                        "%s wrote version %d of the statement: %s"
                                .formatted(author.id(), version.number(), text.title()))
                .with("version", version.number())
                .with("sha256", version.sha256()));
        return version;
    }

    /**
     * Approves the latest version.
     *
     * @param seenSha256 the fingerprint of the text that the approver has read
     * @throws Refusal when that is not the latest text, when it is decided already, or when the approver wrote in it
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void approve(String caseReference, String seenSha256, String comments, Actor approver) {
        try {
            decide(
                    caseReference,
                    approvable(caseReference, seenSha256, approver),
                    true,
                    COMMENTS.optional().require(comments),
                    approver);
        } catch (Refusal refusal) {
            // an attempt at an approval that does not count is worth knowing, even if nothing came of it
            ledger.recordApart(act(
                            caseReference,
                            approver,
                            "approval.refused",
                            "%s tried to approve the statement.".formatted(approver.id()))
                    .because(refusal.getMessage()));
            throw refusal;
        }
    }

    private StatementVersion approvable(String caseReference, String seenSha256, Actor approver) {
        StatementVersion version = undecided(caseReference, seenSha256);
        if (version.authors().contains(approver.id())) {
            throw Refusal.notAllowed("You wrote in this statement; somebody who wrote none of it has to approve it.");
        }
        return version;
    }

    /** Sends the latest version back to be written anew; the comments say why. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void sendBack(String caseReference, String seenSha256, String comments, Actor approver) {
        decide(caseReference, undecided(caseReference, seenSha256), false, COMMENTS.require(comments), approver);
    }

    private StatementVersion undecided(String caseReference, String seenSha256) {
        store.statementOf(caseReference, clock.instant());
        StatementVersion version = latestOf(caseReference)
                .orElseThrow(() -> Refusal.conflict("There is no statement of " + caseReference + " yet."));
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
            String caseReference, StatementVersion version, boolean approved, String comments, Actor approver) {
        store.add(
                version.id(),
                new StatementVersion.Decision(approved, version.sha256(), comments, approver.id(), clock.instant()));
        ledger.record(act(
                        caseReference,
                        approver,
                        approved ? "statement.approved" : "statement.sentBack",
                        "%s %s version %d of the statement."
                                .formatted(approver.id(), approved ? "approved" : "sent back", version.number()))
                .because(comments)
                .with("version", version.number())
                .with("sha256", version.sha256()));
    }

    private static Act act(String caseReference, Actor actor, String type, String sentence) {
        return new Act(caseReference, actor.id(), type, sentence);
    }
}
