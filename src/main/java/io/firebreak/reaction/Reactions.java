package io.firebreak.reaction;

import io.firebreak.access.Actor;
import io.firebreak.crisis.CaseMerged;
import io.firebreak.crisis.CaseReference;
import io.firebreak.crisis.CaseTiming;
import io.firebreak.crisis.Cases;
import io.firebreak.ledger.Act;
import io.firebreak.ledger.Ledger;
import io.firebreak.rule.Refusal;
import io.firebreak.rule.TextRule;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What the public did after a statement, as people and tools counted it, and what follows from it. */
@Service
public class Reactions {

    private static final TextRule REASON = TextRule.text("reason", "The reason", 4_000);

    private final ReactionStore store;
    private final Cases cases;
    private final Ledger ledger;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Reactions(ReactionStore store, Cases cases, Ledger ledger, Clock clock, ApplicationEventPublisher events) {
        this.store = store;
        this.cases = cases;
        this.ledger = ledger;
        this.clock = clock;
        this.events = events;
    }

    /**
     * Keeps a count.
     *
     * @throws Refusal when the case is closed, when the time or a part of it was counted before, or when a count that is
     *     to be corrected does not exist
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public ReactionCount add(CaseReference reference, NewCount count, ReactionSource source, Actor actor) {
        cases.requireOpen(reference);
        refuseMisfit(reference, count);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        ReactionCount kept = new ReactionCount(
                reference,
                now,
                count.span(),
                count.mentions(),
                count.negativeSharePercent(),
                actor.id(),
                source,
                count.correctionReason());
        store.add(kept);
        ledger.record(new Act(
                        reference.toString(),
                        actor.id(),
                        "reactions.counted",
                        "%s from %s to %s: %,d mentions, %d %% of them negative."
                                .formatted(
                                        kept.correctionReason() == null ? "Counted" : "Counted again",
                                        count.span().from(),
                                        count.span().to(),
                                        count.mentions(),
                                        count.negativeSharePercent()))
                .because(kept.correctionReason())
                .with("source", source.name()));
        if (source == ReactionSource.API) {
            events.publishEvent(new ReactionsDelivered(reference));
        }
        return kept;
    }

    private void refuseMisfit(CaseReference reference, NewCount count) {
        List<ReactionCount> own = store.of(reference).stream()
                .filter(before -> before.reference().equals(reference))
                .toList();
        if (count.correctionReason() != null) {
            if (own.stream().noneMatch(before -> before.span().equals(count.span()))) {
                throw Refusal.conflict(
                        "Nothing was counted from %s to %s; a count is corrected by one of the same time."
                                .formatted(count.span().from(), count.span().to()));
            }
            return;
        }
        own.stream()
                .filter(before -> before.span().overlaps(count.span()))
                .findFirst()
                .ifPresent(before -> {
                    throw Refusal.conflict(
                            "From %s to %s was counted before; please count from its end on, or correct it by a count of exactly this time with a reason."
                                    .formatted(
                                            before.span().from(), before.span().to()));
                });
    }

    /** The counts of the case, and of all that were merged into it. */
    @Transactional(readOnly = true)
    public ReactionSeries of(CaseReference reference) {
        return ReactionSeries.of(store.of(reference));
    }

    /**
     * The facts for judging how the reactions go. Until the transaction ends nobody adds a count, so that a step that
     * follows from it is not overtaken.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Trend trend(CaseReference reference) {
        cases.lock(reference);
        CaseTiming timing = timingOf(reference);
        ReactionSeries series = of(reference);
        Instant lastLook = clock.instant().minus(timing.watchInterval());
        return series.latest()
                .map(latest -> new Trend(
                        latest.to().isAfter(lastLook),
                        series.percentOfPeak(latest),
                        series.percentOfPrevious(),
                        latest.negativePercent(),
                        percentOf(timing.calmPeriod(), series.calmFor(timing.calmSharePercent()))))
                .orElse(new Trend(false, null, null, null, 0));
    }

    /** How often reactions are looked at. */
    @Transactional(readOnly = true)
    public Duration watchInterval(CaseReference reference) {
        return timingOf(reference).watchInterval();
    }

    /** Writes down what the table says about the reactions. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void judged(CaseReference reference, Verdict verdict, String reason, Trend trend) {
        Act act = new Act(reference.toString(), Actor.FIREBREAK.id(), "reactions.judged", sentenceFor(verdict))
                .because(reason)
                .with("verdict", verdict.name())
                .with("calmForPercent", trend.calmForPercent());
        ledger.record(trend.percentOfPeak() == null ? act : act.with("percentOfPeak", trend.percentOfPeak()));
    }

    /**
     * A person judges in place of the table.
     *
     * @throws Refusal when the reason is missing
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void judge(CaseReference reference, Judgement judgement, String reason, Actor actor) {
        cases.requireOpen(reference);
        ledger.record(new Act(
                        reference.toString(),
                        actor.id(),
                        "reactions.judged",
                        "%s judges the reactions: %s".formatted(actor.id(), judgement.sentence()))
                .because(REASON.require(reason))
                .with("judgement", judgement.name()));
    }

    /** The counts need not be moved: those of a merged case count for the other one as long as it says so. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(CaseMerged merged) {
        int counts = store.of(merged.from()).size();
        if (counts > 0) {
            ledger.record(new Act(
                            merged.into().toString(),
                            merged.actor().id(),
                            "reactions.merged",
                            "What was counted for %s (%d counts) counts for this case too."
                                    .formatted(merged.from(), counts))
                    .with("from", merged.from().toString()));
        }
    }

    private CaseTiming timingOf(CaseReference reference) {
        CaseTiming timing = cases.get(reference).timing();
        if (timing == null) {
            throw Refusal.conflict(
                    "The timing of " + reference + " is not decided yet; please assess the incident first.");
        }
        return timing;
    }

    private static int percentOf(Duration whole, Duration part) {
        if (whole.isZero()) {
            return 100;
        }
        long percent = 100 * part.toMillis() / whole.toMillis();
        // the first minutes count as down too
        return part.isZero() ? 0 : (int) Math.max(1, Math.min(percent, 1_000));
    }

    private static String sentenceFor(Verdict verdict) {
        return switch (verdict) {
            case MISSING -> "Nobody has counted the reactions since the last look.";
            case GROWS -> "The reactions grow: the case goes back to responding.";
            case CALM -> "It is calm: the calm period has passed.";
            case SETTLING -> "The reactions settle; they are watched on.";
            case UNCLEAR -> "The numbers do not decide; a person is asked.";
        };
    }
}
