package io.firebreak.statement;

import io.firebreak.access.Actor;
import io.firebreak.rule.Refusal;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The statements of cases, written by people. What others say to them is in {@link Approvals}. */
@Service
public class Statements {

    /** How often a case may apologise in public; after that only facts and measures (house rule). */
    public static final int MAXIMUM_APOLOGIES = 2;

    private final StatementStore store;
    private final VersionStore versions;
    private final PictureStore pictures;
    private final Drafting drafting;
    private final Clock clock;

    Statements(StatementStore store, VersionStore versions, PictureStore pictures, Drafting drafting, Clock clock) {
        this.store = store;
        this.versions = versions;
        this.pictures = pictures;
        this.drafting = drafting;
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
        return versions.versionsOf(caseReference);
    }

    /** All versions of one text, oldest first. */
    @Transactional(readOnly = true)
    public List<StatementVersion> versionsOf(UUID statementId) {
        return versions.versionsOf(statementId);
    }

    /** All versions of all texts of the case, in the order of the texts. */
    @Transactional(readOnly = true)
    public List<StatementVersion> allVersionsOf(String caseReference) {
        return versions.allVersionsOf(caseReference);
    }

    /** The version of the case's own statement that was handed in last. */
    @Transactional(readOnly = true)
    public Optional<StatementVersion> latestOf(String caseReference) {
        return last(versions.versionsOf(caseReference));
    }

    /** The version of one text that was handed in last. */
    @Transactional(readOnly = true)
    public Optional<StatementVersion> latestOf(UUID statementId) {
        return last(versions.versionsOf(statementId));
    }

    /** The version of one text that was approved last, and whose approval still counts. */
    @Transactional(readOnly = true)
    public Optional<StatementVersion> latestApprovedOf(UUID statementId) {
        return last(versions.versionsOf(statementId).stream()
                .filter(StatementVersion::isApproved)
                .toList());
    }

    /** Of each text of the case the newest version, where it is neither approved nor sent back. */
    @Transactional(readOnly = true)
    public List<StatementVersion> waitingIn(String caseReference) {
        return store.of(caseReference).stream()
                .flatMap(statement -> last(versions.versionsOf(statement.id())).stream())
                .filter(version -> version.decision() == null)
                .toList();
    }

    private static Optional<StatementVersion> last(List<StatementVersion> all) {
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
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
        List<PictureFile> files = pictures.filesOf(version.id());
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
        return isApproved(versions.versionsOf(caseReference));
    }

    /** The same of any text. */
    @Transactional(readOnly = true)
    public boolean nextIsCorrection(UUID statementId) {
        return isApproved(versions.versionsOf(statementId));
    }

    private static boolean isApproved(List<StatementVersion> all) {
        return all.stream().anyMatch(StatementVersion::isApproved);
    }

    /**
     * How often the case, and the cases that were merged into it, have apologised, or are about to, in texts that were
     * approved for the public. A translation is no further apology.
     */
    @Transactional(readOnly = true)
    public long approvedApologies(String caseReference) {
        return versions.versionsWithMergedOf(caseReference).stream()
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
            List<PictureFile> shown,
            List<String> translations,
            Actor author) {
        return write(caseReference, text, shown, translations, author, Set.of());
    }

    /**
     * The same where others typed into the form before.
     *
     * @param drafters by their user ids; they count among the authors
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public StatementVersion write(
            String caseReference,
            StatementText text,
            List<PictureFile> shown,
            List<String> translations,
            Actor author,
            Set<String> drafters) {
        return drafting.add(
                store.statementOf(caseReference, clock.instant()),
                new Draft(text, shown, translations, null, null),
                drafters,
                author);
    }

    /**
     * Keeps a holding statement.
     *
     * @param statementId the one of which it becomes the next version; null for a new one. One that was approved is
     *     said: the next word is always a new one
     * @param drafters who typed into the form before, by their user ids; they count among the authors
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public StatementVersion writeHolding(
            String caseReference,
            UUID statementId,
            StatementText text,
            HoldingWords words,
            Actor author,
            Set<String> drafters) {
        Statement holding =
                unsaid(caseReference, statementId).orElseGet(() -> store.addHolding(caseReference, clock.instant()));
        return drafting.add(holding, new Draft(text, List.of(), List.of(), words, null), drafters, author);
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
     * @param drafters who typed into the form before, by their user ids; they count among the authors
     * @throws Refusal when there is nothing to translate
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public StatementVersion translate(
            String caseReference, StatementText text, List<PictureFile> shown, Actor translator, Set<String> drafters) {
        Statement own = store.statementOf(caseReference, clock.instant());
        StatementVersion original = latestApprovedOf(own.id())
                .orElseThrow(() -> Refusal.conflict(
                        "No statement of %s is approved, so there is nothing to translate.".formatted(caseReference)));
        Statement translation = store.translationOf(own, text.language(), clock.instant());
        Set<String> before = new TreeSet<>(original.authors());
        before.addAll(drafters);
        return drafting.add(translation, new Draft(text, shown, List.of(), null, original.id()), before, translator);
    }

    /** The translation of the case's own statement into a language, as far as somebody has begun it. */
    @Transactional(readOnly = true)
    public Optional<Statement> translationInto(String caseReference, String language) {
        return store.of(caseReference).stream()
                .filter(statement -> statement.kind() == StatementKind.TRANSLATION
                        && statement.language().equals(language))
                .findFirst();
    }
}
