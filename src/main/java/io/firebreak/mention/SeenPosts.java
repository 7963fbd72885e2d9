package io.firebreak.mention;

import io.firebreak.access.Actor;
import io.firebreak.crisis.CaseReference;
import io.firebreak.crisis.Cases;
import io.firebreak.crisis.OpenCases;
import io.firebreak.rule.Refusal;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Takes in single posts that people saw themselves, for the case in which they want to answer them. */
@Service
public class SeenPosts {

    private final MentionIntake intake;
    private final MentionStore store;
    private final Mentions mentions;
    private final Cases cases;
    private final OpenCases openCases;
    private final Clock clock;

    SeenPosts(
            MentionIntake intake,
            MentionStore store,
            Mentions mentions,
            Cases cases,
            OpenCases openCases,
            Clock clock) {
        this.intake = intake;
        this.store = store;
        this.mentions = mentions;
        this.cases = cases;
        this.openCases = openCases;
        this.clock = clock;
    }

    /**
     * Keeps the post as a mention, and as evidence, of the case. One that a tool delivered before is taken to the case as
     * it is. When it was written nobody says, so it counts from now.
     *
     * @throws Refusal when it belongs to another open case already
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void keep(SeenPost post, CaseReference reference, Actor actor) {
        NewMention mention =
                post.asMention(cases.get(reference).brand(), clock.instant().truncatedTo(ChronoUnit.MICROS));
        UUID id = known(mention, actor);
        CaseReference now = store.find(id).map(Mention::caseReference).orElse(null);
        if (now != null
                && !now.equals(reference)
                && !openCases.among(Set.of(now)).isEmpty()) {
            throw Refusal.conflict(
                    "This post belongs to %s already; please answer it there, by the reference of that case."
                            .formatted(now));
        }
        mentions.move(id, reference, actor);
    }

    private UUID known(NewMention mention, Actor actor) {
        return store.sameAs(mention).orElseGet(() -> {
            intake.keep(List.of(mention), actor);
            return store.sameAs(mention).orElseThrow();
        });
    }
}
