package io.firebreak.mention;

import static java.util.stream.Collectors.groupingBy;

import io.firebreak.access.Actor;
import io.firebreak.crisis.CaseReference;
import io.firebreak.evidence.Evidence;
import io.firebreak.ledger.Act;
import io.firebreak.ledger.Ledger;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Puts mentions to cases, and with them their evidence and what waits of their threads. */
@Component
class Placing {

    private final MentionStore mentions;
    private final Evidence evidence;
    private final Ledger ledger;
    private final Clock clock;

    Placing(MentionStore mentions, Evidence evidence, Ledger ledger, Clock clock) {
        this.mentions = mentions;
        this.evidence = evidence;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * @param placements to cases that nobody else can change meanwhile
     * @return what was put where, the followers of their threads among it
     */
    List<Placement> place(Collection<Placement> placements) {
        if (placements.isEmpty()) {
            return List.of();
        }
        mentions.place(placements, clock.instant());
        List<Placement> all = new ArrayList<>(placements);
        all.addAll(mentions.followThreads(
                placements.stream().map(Placement::mention).toList(), clock.instant()));
        byCase(all).forEach((reference, ofCase) -> evidence.file(ids(ofCase), reference));
        return all;
    }

    /** One act for each case. */
    void record(Collection<Placement> placements, Actor actor) {
        byCase(placements)
                .forEach((reference, ofCase) ->
                        ledger.record(new Act(reference.toString(), actor.id(), "mention.joined", Words.joined(ofCase))
                                .with("mentions", ofCase.size())
                                .with("ways", Words.counts(ofCase))));
    }

    static Map<CaseReference, List<Placement>> byCase(Collection<Placement> placements) {
        return placements.stream().collect(groupingBy(Placement::to));
    }

    private static List<UUID> ids(List<Placement> placements) {
        return placements.stream().map(Placement::mention).toList();
    }
}
