package io.firebreak.statement;

import io.firebreak.access.Actor;
import io.firebreak.ledger.Ledger;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Makes what somebody hands in the next version of a text, and decides who has to agree to it. */
@Component
class Drafting {

    private final VersionStore versions;
    private final PictureStore pictures;
    private final Renderer renderer;
    private final List<HandInRule> rules;
    private final ApprovalRounds rounds;
    private final Ledger ledger;
    private final Clock clock;

    Drafting(
            VersionStore versions,
            PictureStore pictures,
            Renderer renderer,
            List<HandInRule> rules,
            ApprovalRounds rounds,
            Ledger ledger,
            Clock clock) {
        this.versions = versions;
        this.pictures = pictures;
        this.renderer = renderer;
        this.rules = rules;
        this.rounds = rounds;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * @param statement locked
     * @param furtherAuthors besides the author and those of the versions before
     */
    StatementVersion add(Statement statement, Draft draft, Set<String> furtherAuthors, Actor author) {
        StatementText text = draft.text()
                .with(draft.pictures().stream().map(PictureFile::picture).toList());
        rules.forEach(rule -> rule.check(statement.kind(), text, draft.holding()));
        List<StatementVersion> before = versions.versionsOf(statement.id());
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
                Agreement.NONE,
                statement.kind(),
                draft.holding(),
                draft.original(),
                draft.translations(),
                null);
        versions.add(version);
        pictures.add(versionId, draft.pictures());
        ledger.record(VersionAct.of(statement, version, author, "written", "%s wrote %s: %s", text.title()));
        rounds.decide(statement, version);
        return version;
    }
}
