package io.firebreak.roster.plan;

import io.firebreak.access.Actor;
import io.firebreak.engine.NodeLock;
import io.firebreak.ledger.Act;
import io.firebreak.ledger.Ledger;
import io.firebreak.ledger.OneLine;
import io.firebreak.roster.CrisisPlan;
import io.firebreak.roster.CrisisPlanImported;
import io.firebreak.roster.plan.PlanReader.Reading;
import io.firebreak.roster.plan.PlanVersions.Version;
import io.firebreak.rule.Fingerprint;
import io.firebreak.yaml.Mistake;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Brings the plan's file into force, whole or not at all. A node imports a file when it starts with it and when it
 * changes, so that nodes whose files differ don't take turns; a wrong one leaves in force what is.
 */
@Component
class PlanImport {

    private static final Logger log = LoggerFactory.getLogger(PlanImport.class);

    /** Mistakes that the ledger keeps of a refused file. */
    private static final int KEPT = 20;

    private final PlanFile file;
    private final EngineInstallation installation;
    private final PlanVersions versions;
    private final Ledger ledger;
    private final NodeLock nodeLock;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private String lastRight;
    private int lastVersion;
    private volatile ImportAttempt lastAttempt;

    PlanImport(
            PlanFile file,
            EngineInstallation installation,
            PlanVersions versions,
            Ledger ledger,
            NodeLock nodeLock,
            TransactionTemplate transaction,
            ApplicationEventPublisher events,
            Clock clock) {
        this.file = file;
        this.installation = installation;
        this.versions = versions;
        this.ledger = ledger;
        this.nodeLock = nodeLock;
        this.transaction = transaction;
        this.events = events;
        this.clock = clock;
    }

    /** What became of the file when it was looked at last; empty before the first look. */
    Optional<ImportAttempt> lastAttempt() {
        return Optional.ofNullable(lastAttempt);
    }

    /**
     * Imports the file if it has changed since this node looked last. A refused one is read again each time: what it
     * lacks may be a user, who is there now.
     */
    synchronized ImportAttempt ifChanged() {
        return look(Actor.FIREBREAK, false);
    }

    /** Imports the file as it is now, changed or not. */
    synchronized ImportAttempt now(Actor actor) {
        return look(actor, true);
    }

    private ImportAttempt look(Actor actor, boolean anyway) {
        try {
            Optional<byte[]> bytes = file.read();
            return bytes.isPresent() ? look(bytes.get(), actor, anyway) : missing();
        } catch (IOException unreadable) {
            return refuse(
                    new byte[0],
                    List.of(new Mistake(1, "", "The file can't be read.", "Let Firebreak's user read it.")),
                    actor,
                    anyway);
        }
    }

    private ImportAttempt look(byte[] bytes, Actor actor, boolean anyway) {
        Reading reading = new PlanReader(installation).read(bytes);
        String sha256 = fingerprint(bytes, reading.calendarFiles());
        if (!reading.mistakes().isEmpty()) {
            return refuse(bytes, reading.mistakes(), actor, anyway);
        }
        if (anyway || !sha256.equals(lastRight)) {
            lastVersion = transaction.execute(status -> bringIntoForce(bytes, reading, sha256, actor));
            lastRight = sha256;
        }
        return remember(true, lastVersion, List.of());
    }

    private int bringIntoForce(byte[] bytes, Reading reading, String sha256, Actor actor) {
        nodeLock.take(NodeLock.Work.IMPORT_PLAN);
        int newest = versions.newest();
        if (versions.find(newest)
                .filter(version -> version.sha256().equals(sha256))
                .isPresent()) {
            return newest;
        }
        Version version = new Version(
                newest + 1,
                new String(bytes, StandardCharsets.UTF_8),
                reading.calendarFiles(),
                sha256,
                file.location(),
                actor.id(),
                clock.instant());
        versions.add(version);
        ledger.record(new Act(null, actor.id(), "plan.imported", sentence(version, reading.plan()))
                .with("version", version.number())
                .with("sha256", sha256)
                .with("source", version.source()));
        events.publishEvent(new CrisisPlanImported(version.number()));
        return version.number();
    }

    private static String sentence(Version version, CrisisPlan plan) {
        return "Version %d of the crisis plan is in force (people: %d, rotations: %d, chains: %d)."
                .formatted(
                        version.number(),
                        plan.people().size(),
                        plan.rotations().size(),
                        plan.chains().size());
    }

    /** Said once, however often it is looked at; a person who asks for it is always answered in the ledger too. */
    private ImportAttempt refuse(byte[] bytes, List<Mistake> mistakes, Actor actor, boolean anyway) {
        List<String> sentences = mistakes.stream().map(Mistake::sentence).toList();
        ImportAttempt last = lastAttempt;
        if (anyway || last == null || !last.mistakes().equals(mistakes)) {
            sentences.forEach(sentence -> log.error("The crisis plan is refused. {}", OneLine.of(sentence)));
        }
        transaction.executeWithoutResult(status -> {
            List<String> identity = new ArrayList<>(sentences);
            identity.add(fingerprint(bytes, Map.of()));
            int inForce = versions.newest();
            if (versions.noteRefusal(Fingerprint.of(identity), inForce, clock.instant()) || anyway) {
                ledger.record(refused(sentences, inForce, actor));
            }
        });
        return remember(true, 0, mistakes);
    }

    private Act refused(List<String> sentences, int inForce, Actor actor) {
        String sentence = "A crisis plan with %s was refused; %s stays in force."
                .formatted(
                        sentences.size() == 1 ? "a mistake" : sentences.size() + " mistakes",
                        inForce == 0 ? "the plan made of the groups" : "version " + inForce);
        return new Act(null, actor.id(), "plan.refused", sentence)
                .with("source", file.location())
                .with("mistakes", sentences.stream().limit(KEPT).toList());
    }

    private ImportAttempt missing() {
        if (lastAttempt == null || lastAttempt.found()) {
            int newest = versions.newest();
            log.warn(
                    "There is no crisis plan at {}; {}",
                    file.location(),
                    newest == 0
                            ? "the plan made of the groups is in force: everybody of the role, crisis leads, management"
                            : "version " + newest + " stays in force");
        }
        return remember(false, 0, List.of());
    }

    private ImportAttempt remember(boolean found, int version, List<Mistake> mistakes) {
        ImportAttempt attempt = new ImportAttempt(clock.instant(), file.location(), found, version, mistakes);
        lastAttempt = attempt;
        return attempt;
    }

    private static String fingerprint(byte[] bytes, Map<String, String> calendarFiles) {
        List<String> parts = new ArrayList<>();
        parts.add(new String(bytes, StandardCharsets.UTF_8));
        new TreeMap<>(calendarFiles).forEach((name, text) -> {
            parts.add(name);
            parts.add(text);
        });
        return Fingerprint.of(parts);
    }
}
