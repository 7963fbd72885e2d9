package io.firebreak.evidence;

import io.firebreak.access.Actor;
import io.firebreak.crisis.CaseReference;
import io.firebreak.crisis.Cases;
import io.firebreak.crisis.CrisisCase;
import io.firebreak.ledger.Act;
import io.firebreak.ledger.Ledger;
import io.firebreak.rule.Refusal;
import io.firebreak.rule.TextRule;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Screenshots and other files that people hand in as proof. They are kept as they came, byte for byte. */
@Service
public class EvidenceFiles {

    /** Of one file: 10 MiB. */
    public static final int MAXIMUM_BYTES = 10 << 20;

    private static final TextRule SHOWS = TextRule.text("shows", "What the file shows", 1_000);

    private final EvidenceStore store;
    private final FileStore files;
    private final Cases cases;
    private final EvidenceProperties limits;
    private final Ledger ledger;
    private final Clock clock;

    EvidenceFiles(
            EvidenceStore store, FileStore files, Cases cases, EvidenceProperties limits, Ledger ledger, Clock clock) {
        this.store = store;
        this.files = files;
        this.cases = cases;
        this.limits = limits;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * Keeps a file with a case, also with a closed one: papers come late. The same bytes again change nothing.
     *
     * @throws Refusal when it is too large, none of the kinds that are kept, without a word on what it shows, about a post
     *     that the case does not have, one too many, or was taken away for the law before
     */
    @Transactional
    public KeptFile keep(CaseReference reference, NewFile file, Actor actor) {
        String shows = SHOWS.require(file.shows());
        requireSize(file.bytes());
        FileKind kind = FileRecognition.of("The file", file.bytes());
        String sha256 = sha256(file.bytes());
        // two who hand in the same at once come one after the other
        CrisisCase crisisCase = cases.lock(reference);
        requireGoesOn(crisisCase);
        Optional<EvidenceItem> before = store.findFile(reference.toString(), sha256);
        if (before.isPresent()) {
            return new KeptFile(requireNotTakenAway(before.get()), false);
        }
        requirePost(reference, file.about());
        requireRoom(reference, file.bytes().length);
        UUID id = UUID.randomUUID();
        FileFacts facts = new FileFacts(FileName.of(file.name(), kind), kind.mediaType(), file.bytes().length);
        store.addFile(id, reference.toString(), shows, file.about(), sha256, actor.id(), clock.instant());
        files.add(id, facts, file.bytes());
        record(reference, id, facts, shows, sha256, actor);
        return new KeptFile(store.find(id).orElseThrow(), true);
    }

    /** The files of a case, newest first. */
    @Transactional(readOnly = true)
    public List<EvidenceItem> of(CaseReference reference) {
        return store.files(reference.toString());
    }

    /**
     * The bytes of a file.
     *
     * @throws Refusal when there is no such file, or the law took its content away
     */
    @Transactional(readOnly = true)
    public FileContent content(UUID id) {
        EvidenceItem item = store.find(id)
                .filter(found -> found.kind() == EvidenceItem.Kind.FILE)
                .orElseThrow(() -> Refusal.notFound("There is no file with this id; files are listed with a case."));
        requireNotTakenAway(item);
        return new FileContent(item.file(), files.bytes(id));
    }

    /**
     * The same of one case.
     *
     * @throws Refusal also when it belongs to another case
     */
    @Transactional(readOnly = true)
    public FileContent content(CaseReference reference, String id) {
        UUID known = store.find(EvidenceId.parse(id))
                .filter(item -> reference.toString().equals(item.caseReference()))
                .map(EvidenceItem::id)
                .orElseThrow(EvidenceId::unknown);
        return content(known);
    }

    private static void requireSize(byte[] bytes) {
        if (bytes == null || bytes.length == 0) {
            throw Refusal.invalid("file", "The file is empty; please choose another.");
        }
        if (bytes.length > MAXIMUM_BYTES) {
            throw Refusal.invalid(
                    "file",
                    "The file has %,d bytes, at most %,d are taken; please make it smaller."
                            .formatted(bytes.length, MAXIMUM_BYTES));
        }
    }

    private static void requireGoesOn(CrisisCase crisisCase) {
        if (crisisCase.mergedInto() != null) {
            throw Refusal.conflict("%s was merged into %s; please hand the file in there."
                    .formatted(crisisCase.reference(), crisisCase.mergedInto()));
        }
    }

    private static EvidenceItem requireNotTakenAway(EvidenceItem item) {
        if (item.isRedacted()) {
            throw Refusal.conflict("The content of this file was taken away because the law demands it: %s"
                    .formatted(item.redactionReason()));
        }
        return item;
    }

    private void requirePost(CaseReference reference, UUID about) {
        if (about != null
                && store.find(about)
                        .filter(item -> item.kind() != EvidenceItem.Kind.FILE)
                        .filter(item -> reference.toString().equals(item.caseReference()))
                        .isEmpty()) {
            throw Refusal.invalid(
                    "about",
                    "%s has no post with this id; please choose one of its posts, or none.".formatted(reference));
        }
    }

    private void requireRoom(CaseReference reference, int size) {
        FileStore.Room taken = files.taken(reference.toString());
        if (taken.files() >= limits.filesPerCase()) {
            throw Refusal.conflict(
                    "%s has %,d files already, which is as many as a case takes; an operator can raise firebreak.evidence.files-per-case."
                            .formatted(reference, taken.files()));
        }
        if (taken.bytes() + size > limits.bytesPerCase().toBytes()) {
            throw Refusal.conflict(
                    "The files of %s have %,d bytes together, and with this one more than the %,d that a case takes; an operator can raise firebreak.evidence.bytes-per-case."
                            .formatted(
                                    reference,
                                    taken.bytes(),
                                    limits.bytesPerCase().toBytes()));
        }
    }

    private void record(CaseReference reference, UUID id, FileFacts facts, String shows, String sha256, Actor actor) {
        ledger.record(new Act(
                        reference.toString(),
                        actor.id(),
                        "evidence.fileKept",
                        "A file was kept as evidence (%s, %,d bytes).".formatted(facts.mediaType(), facts.size()))
                .with("evidence", id.toString())
                .with("sha256", sha256));
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }
}
