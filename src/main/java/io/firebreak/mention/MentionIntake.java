package io.firebreak.mention;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import io.firebreak.access.Actor;
import io.firebreak.crisis.CaseReference;
import io.firebreak.crisis.OpenCases;
import io.firebreak.evidence.Evidence;
import io.firebreak.ledger.Act;
import io.firebreak.ledger.Ledger;
import io.firebreak.mention.MentionReader.Reading;
import io.firebreak.rule.Refusal;
import io.micrometer.core.instrument.MeterRegistry;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes mentions in: keeps each as evidence, puts it to its case or lets it wait, and opens a report where the table
 * Intake says so. A call is done whole or not at all, but for the bad mentions that it names.
 */
@Service
class MentionIntake {

    private final MentionReader reader;
    private final MentionStore mentions;
    private final HostileWords hostileWords;
    private final Evidence evidence;
    private final ChangedMentions changedMentions;
    private final Joining joining;
    private final OpenCases openCases;
    private final ReportOpening opening;
    private final Placing placing;
    private final Ledger ledger;
    private final Clock clock;
    private final MeterRegistry meters;

    MentionIntake(
            MentionReader reader,
            MentionStore mentions,
            HostileWords hostileWords,
            Evidence evidence,
            ChangedMentions changedMentions,
            Joining joining,
            OpenCases openCases,
            ReportOpening opening,
            Placing placing,
            Ledger ledger,
            Clock clock,
            MeterRegistry meters) {
        this.reader = reader;
        this.mentions = mentions;
        this.hostileWords = hostileWords;
        this.evidence = evidence;
        this.changedMentions = changedMentions;
        this.joining = joining;
        this.openCases = openCases;
        this.opening = opening;
        this.placing = placing;
        this.ledger = ledger;
        this.clock = clock;
        this.meters = meters;
    }

    /**
     * What became of a call.
     *
     * @param received how many mentions were in it
     * @param fresh how many of them were not known before and are kept now
     * @param changed how many were known and are no longer what they were: both states are kept
     * @param refused which of them are not taken in, and why
     */
    record Receipt(
            @Schema(description = "How many mentions were in the call") int received,
            @Schema(description = "How many of them were not known before and are kept now") @JsonProperty("new")
                    int fresh,
            @Schema(description = "How many were known and say something else now; both states are kept") int changed,
            @Schema(description = "Which of them are not taken in, and why") List<RefusedMention> refused) {}

    /**
     * @throws Refusal when the body as a whole can't be taken in
     */
    @Transactional
    Receipt receive(JsonNode body, Actor actor) {
        return take(reader.read(body), actor);
    }

    /** Takes in what has been read. */
    @Transactional
    Receipt take(Reading reading, Actor actor) {
        List<NewMention> distinct = List.copyOf(reading.mentions().stream()
                .collect(toMap(NewMention::identity, identity(), (first, again) -> first))
                .values());
        List<NewMention> fresh = keep(distinct, actor);
        int changed = changedMentions.keep(without(distinct, fresh), actor);
        if (!fresh.isEmpty()) {
            assign(fresh, actor);
            record(reading, fresh.size(), actor);
        }
        return new Receipt(reading.received(), fresh.size(), changed, reading.refused());
    }

    private static List<NewMention> without(List<NewMention> all, List<NewMention> some) {
        Set<UUID> left = some.stream().map(NewMention::id).collect(Collectors.toSet());
        return all.stream().filter(mention -> !left.contains(mention.id())).toList();
    }

    /** Those that are new, each kept as evidence. */
    List<NewMention> keep(List<NewMention> distinct, Actor actor) {
        if (distinct.isEmpty()) {
            return distinct;
        }
        Map<UUID, Integer> hostile = distinct.stream()
                .collect(toMap(NewMention::id, mention -> hostileWords.count(mention.text(), mention.language())));
        mentions.lockBrands(distinct.stream().map(NewMention::brand).toList());
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Set<UUID> added = mentions.add(distinct, hostile, now);
        List<NewMention> fresh = distinct.stream()
                .filter(mention -> added.contains(mention.id()))
                .toList();
        evidence.keep(fresh.stream().map(NewMention::post).toList(), actor);
        meters.counter("firebreak.mentions.received").increment(fresh.size());
        return fresh;
    }

    /** All cases that may take a mention are locked at once and in one order, so that two calls never wait in a circle. */
    private void assign(List<NewMention> fresh, Actor actor) {
        List<Placement> found = joining.find(fresh);
        ReportOpening.Situation situation = opening.look(fresh);
        Set<CaseReference> wanted = found.stream().map(Placement::to).collect(Collectors.toCollection(HashSet::new));
        wanted.addAll(situation.cases());
        Set<CaseReference> open = openCases.lock(wanted);

        List<Placement> joined = new ArrayList<>(placing.place(found.stream()
                .filter(placement -> open.contains(placement.to()))
                .toList()));
        Set<UUID> placed = joined.stream().map(Placement::mention).collect(Collectors.toSet());
        List<NewMention> waiting =
                fresh.stream().filter(mention -> !placed.contains(mention.id())).toList();
        joined.addAll(opening.judge(waiting, situation.without(placed, open), actor));
        placing.record(joined, actor);
    }

    private void record(Reading reading, int fresh, Actor actor) {
        ledger.record(new Act(
                        null,
                        actor.id(),
                        "mention.received",
                        "%,d mentions received: %,d new, %,d refused."
                                .formatted(
                                        reading.received(),
                                        fresh,
                                        reading.refused().size()))
                .with("received", reading.received())
                .with("new", fresh)
                .with("refused", reading.refused().size()));
    }
}
