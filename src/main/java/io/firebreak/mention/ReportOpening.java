package io.firebreak.mention;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import io.firebreak.access.Actor;
import io.firebreak.crisis.CaseReference;
import io.firebreak.crisis.Incidents;
import io.firebreak.crisis.OpenCases;
import io.firebreak.ledger.Act;
import io.firebreak.ledger.Ledger;
import io.firebreak.mention.IntakeVerdict.Gathers;
import io.firebreak.mention.MentionStore.Counted;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Lets the table Intake say which mentions call for a report. What belongs together is reported once: a mention goes to
 * the case of one that was published within the window around it, and a call opens at most one report for a brand.
 */
@Component
class ReportOpening {

    private final IntakeDecision decision;
    private final MentionStore mentions;
    private final CaseIntakeStore intakes;
    private final OpenCases openCases;
    private final HostileWords hostileWords;
    private final Ledger ledger;
    private final Incidents incidents;
    private final ReportText reportText;
    private final Placing placing;
    private final Clock clock;
    private final ZoneId zone;

    ReportOpening(
            IntakeDecision decision,
            MentionStore mentions,
            CaseIntakeStore intakes,
            OpenCases openCases,
            HostileWords hostileWords,
            Ledger ledger,
            Incidents incidents,
            ReportText reportText,
            Placing placing,
            Clock clock,
            @Value("${firebreak.time-zone}") ZoneId zone) {
        this.decision = decision;
        this.mentions = mentions;
        this.intakes = intakes;
        this.openCases = openCases;
        this.hostileWords = hostileWords;
        this.ledger = ledger;
        this.incidents = incidents;
        this.reportText = reportText;
        this.placing = placing;
        this.clock = clock;
        this.zone = zone;
    }

    /**
     * What waits around the new mentions, and which open cases took such mentions before.
     *
     * @param table which decides for the whole call
     * @param counted by brand, oldest first
     */
    record Situation(IntakeDecision.Table table, Map<String, List<Counted>> counted) {

        Set<CaseReference> cases() {
            return counted.values().stream()
                    .flatMap(List::stream)
                    .map(Counted::caseReference)
                    .filter(Objects::nonNull)
                    .collect(Collectors.toSet());
        }

        /** The same without mentions that have found their case, and without cases that are not open. */
        Situation without(Set<UUID> placed, Set<CaseReference> open) {
            Map<String, List<Counted>> left = new HashMap<>();
            counted.forEach((brand, ofBrand) -> left.put(
                    brand,
                    ofBrand.stream()
                            .filter(mention -> !placed.contains(mention.id()))
                            .filter(mention -> mention.isWaiting() || open.contains(mention.caseReference()))
                            .toList()));
            return new Situation(table, left);
        }
    }

    Situation look(Collection<NewMention> fresh) {
        IntakeDecision.Table table = decision.latest();
        Map<String, List<Counted>> counted = new HashMap<>();
        fresh.stream().collect(groupingBy(NewMention::brand)).forEach((brand, ofBrand) -> {
            List<Instant> moments =
                    ofBrand.stream().map(this::momentOf).sorted().toList();
            Duration around = longest(table.window(false), table.window(true));
            List<Counted> found = mentions.counted(
                    brand,
                    moments.get(0).minus(around),
                    moments.get(moments.size() - 1).plus(around));
            counted.put(brand, withOpenCases(found));
        });
        return new Situation(table, counted);
    }

    private List<Counted> withOpenCases(List<Counted> found) {
        Set<CaseReference> open = openCases.among(found.stream()
                .map(Counted::caseReference)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        return found.stream()
                .filter(mention -> mention.isWaiting() || open.contains(mention.caseReference()))
                .toList();
    }

    /**
     * @param waiting new mentions that no open case takes
     * @return what was put to a case
     */
    List<Placement> judge(Collection<NewMention> waiting, Situation situation, Actor actor) {
        List<Placement> placed = new ArrayList<>();
        new TreeMap<>(waiting.stream().collect(groupingBy(NewMention::brand)))
                .forEach((brand, ofBrand) ->
                        placed.addAll(judge(ofBrand, situation.counted().get(brand), situation.table(), actor)));
        return placed;
    }

    /** A mention that calls for a report. */
    private record Worthy(NewMention mention, Instant at, Duration window, IntakeVerdict verdict) {}

    private List<Placement> judge(
            List<NewMention> waiting, List<Counted> counted, IntakeDecision.Table table, Actor actor) {
        List<Worthy> worthy = worthy(waiting, counted, table);
        if (worthy.isEmpty()) {
            return List.of();
        }
        Timeline<CaseReference> before = new Timeline<>();
        counted.stream()
                .filter(mention -> !mention.isWaiting())
                .forEach(mention -> before.add(mention.publishedAt(), mention.caseReference()));
        Map<UUID, CaseReference> targets = targets(worthy, before, actor);
        return placing.place(gather(worthy, targets, counted));
    }

    private List<Worthy> worthy(List<NewMention> waiting, List<Counted> counted, IntakeDecision.Table table) {
        Map<UUID, Counted> known = counted.stream().collect(toMap(Counted::id, identity()));
        Map<Duration, Map<UUID, Windows.Count>> counts = new HashMap<>();
        List<IntakeFacts> facts = waiting.stream()
                .map(mention -> {
                    Counted one = known.get(mention.id());
                    Duration window = table.window(isWeekend(one.publishedAt()));
                    Windows.Count count = counts.computeIfAbsent(window, length -> Windows.of(counted, length))
                            .get(mention.id());
                    return facts(mention, one, count);
                })
                .toList();
        List<IntakeVerdict> verdicts = table.judge(facts);
        List<Worthy> worthy = new ArrayList<>();
        for (int index = 0; index < waiting.size(); index++) {
            if (verdicts.get(index).open()) {
                NewMention mention = waiting.get(index);
                Instant at = known.get(mention.id()).publishedAt();
                worthy.add(new Worthy(mention, at, table.window(isWeekend(at)), verdicts.get(index)));
            }
        }
        worthy.sort(Comparator.comparing(Worthy::at));
        return worthy;
    }

    private IntakeFacts facts(NewMention mention, Counted counted, Windows.Count count) {
        return new IntakeFacts(
                mention.brand(),
                reachOf(mention),
                Duration.between(counted.publishedAt(), clock.instant()).toHours(),
                counted.hostileWords(),
                hostileWords.knows(mention.language()),
                count.mentions(),
                count.hostile());
    }

    /** The case of each: of the nearest mention within its window, else the one that is opened now. */
    private Map<UUID, CaseReference> targets(List<Worthy> worthy, Timeline<CaseReference> before, Actor actor) {
        Map<UUID, CaseReference> targets = new LinkedHashMap<>();
        List<Worthy> unreported = new ArrayList<>();
        for (Worthy one : worthy) {
            before.nearest(one.at(), one.window())
                    .ifPresentOrElse(
                            reference -> targets.put(one.mention().id(), reference), () -> unreported.add(one));
        }
        if (!unreported.isEmpty()) {
            CaseReference opened = open(unreported, actor);
            unreported.forEach(one -> targets.put(one.mention().id(), opened));
        }
        return targets;
    }

    /** One report, told by the loudest of them. */
    private CaseReference open(List<Worthy> unreported, Actor actor) {
        Worthy loudest = unreported.stream()
                .max(Comparator.comparingLong((Worthy one) -> reachOf(one.mention()))
                        .thenComparing(Worthy::at, Comparator.reverseOrder()))
                .orElseThrow();
        IntakeVerdict verdict = loudest.verdict();
        CaseReference opened = incidents
                .report(reportText.of(loudest.mention(), verdict.reason(), unreported.size()), actor)
                .reference();
        intakes.add(opened, loudest.mention().id(), verdict);
        ledger.record(new Act(
                        opened.toString(),
                        actor.id(),
                        "mention.openedReport",
                        "The table Intake opened this report: " + verdict.reason())
                .with("mention", loudest.mention().id().toString())
                .with("influentialAuthor", verdict.influentialAuthor())
                .with("spread", verdict.spread().name()));
        return opened;
    }

    /** The mentions themselves, and where the table says so, all that wait within the window around them. */
    private List<Placement> gather(List<Worthy> worthy, Map<UUID, CaseReference> targets, List<Counted> counted) {
        Timeline<Worthy> gathering = new Timeline<>();
        Set<UUID> worthyIds = new HashSet<>();
        List<Placement> placements = new ArrayList<>();
        for (Worthy one : worthy) {
            UUID id = one.mention().id();
            worthyIds.add(id);
            placements.add(new Placement(id, targets.get(id), JoinedBy.INTAKE));
            if (one.verdict().gathers() == Gathers.WINDOW) {
                gathering.add(one.at(), one);
            }
        }
        counted.stream()
                .filter(mention -> mention.isWaiting() && !worthyIds.contains(mention.id()))
                .forEach(mention -> gathering
                        .nearest(mention.publishedAt(), Worthy::window)
                        .ifPresent(one -> placements.add(new Placement(
                                mention.id(), targets.get(one.mention().id()), JoinedBy.INTAKE))));
        return placements;
    }

    private Instant momentOf(NewMention mention) {
        Instant now = clock.instant();
        return mention.publishedAt().isAfter(now) ? now : mention.publishedAt();
    }

    private boolean isWeekend(Instant at) {
        DayOfWeek day = at.atZone(zone).getDayOfWeek();
        return day == DayOfWeek.SATURDAY || day == DayOfWeek.SUNDAY;
    }

    private static long reachOf(NewMention mention) {
        Long reach = mention.author().reach();
        return reach == null ? 0 : reach;
    }

    private static Duration longest(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
