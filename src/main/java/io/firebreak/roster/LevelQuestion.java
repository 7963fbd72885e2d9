package io.firebreak.roster;

import io.firebreak.access.Role;
import io.firebreak.roster.CrisisPlan.PlannedPerson;
import io.firebreak.roster.Resolution.Asked;
import io.firebreak.roster.Resolution.Skipped;
import io.firebreak.roster.StandIns.Trail;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** One level at one moment, while it is being worked out: takes whom it names and sorts who is asked and who not. */
final class LevelQuestion {

    private final CrisisPlan plan;
    private final StandIns standIns;
    private final Availability availability;
    private final Matter matter;
    private final Set<String> notAgain;
    private final Instant at;
    private final Map<String, Asked> asked = new LinkedHashMap<>();
    private final List<Skipped> skipped = new ArrayList<>();

    LevelQuestion(
            CrisisPlan plan,
            StandIns standIns,
            Availability availability,
            Matter matter,
            Set<String> notAgain,
            Instant at) {
        this.plan = plan;
        this.standIns = standIns;
        this.availability = availability;
        this.matter = matter;
        this.notAgain = notAgain;
        this.at = at;
    }

    void ask(Parties.Named named) {
        if (named.nobody() != null) {
            skipped.add(named.nobody());
        }
        named.people().forEach(person -> ask(person, named.asAreaOwners()));
    }

    Resolution resolution() {
        return new Resolution(List.copyOf(asked.values()), List.copyOf(skipped));
    }

    private void ask(String person, boolean asAreaOwner) {
        if (hasAnotherArea(person, asAreaOwner)) {
            skip(person, "answers for other areas, not for %s".formatted(matter.area()));
        } else if (standIns.isAway(person, at)) {
            askStandIn(person);
        } else if (!asked.containsKey(person)) {
            objection(person).ifPresentOrElse(objection -> skip(person, objection.toPerson()), () -> add(person, null));
        }
    }

    private void askStandIn(String away) {
        Trail trail = standIns.trail(away, at);
        String standIn = trail.standIn();
        if (standIn == null) {
            skip(away, nobodyStandsIn(away, trail));
        } else if (asked.containsKey(standIn)) {
            skip(
                    away,
                    "away until %s; %s, who stands in, is asked on this level anyway"
                            .formatted(awayUntil(away), standIn));
        } else {
            objection(standIn)
                    .ifPresentOrElse(
                            objection -> skip(away, objection.toStandIn(standIn, awayUntil(away))),
                            () -> add(standIn, away));
        }
    }

    /** Why somebody who is there is not asked. */
    private Optional<Objection> objection(String person) {
        if (notAgain.contains(person)) {
            return Optional.of(Objection.ASKED_BEFORE);
        }
        if (matter.barred().containsKey(person)) {
            return Optional.of(Objection.barred(matter.barred().get(person)));
        }
        if (matter.language() != null && !speaks(person)) {
            return Optional.of(Objection.language(matter.language()));
        }
        return availability.ground(person, at).isPresent() ? Optional.empty() : Optional.of(Objection.OFF_DUTY);
    }

    private void add(String person, String insteadOf) {
        String ground = availability.ground(person, at).orElseThrow().because();
        String because = insteadOf == null
                ? ground
                : "stands in for %s, who is away until %s; %s".formatted(insteadOf, awayUntil(insteadOf), ground);
        asked.put(
                person,
                new Asked(
                        person,
                        insteadOf,
                        because,
                        availability.until(person, at).orElse(null)));
    }

    private void skip(String who, String reason) {
        skipped.add(new Skipped(who, reason));
    }

    private boolean speaks(String person) {
        return plan.person(person)
                .filter(known -> known.languages().contains(matter.language()))
                .isPresent();
    }

    /** An area binds those who are wanted as area owners, and those who are nothing else; not a lead who has one too. */
    private boolean hasAnotherArea(String id, boolean asAreaOwner) {
        if (matter.area() == null) {
            return false;
        }
        return plan.person(id)
                .filter(person -> asAreaOwner || person.roles().equals(Set.of(Role.AREA_OWNER.groupId())))
                .filter(person -> answersForAnyArea(person) && !answersFor(person, matter.area()))
                .isPresent();
    }

    private boolean answersForAnyArea(PlannedPerson person) {
        return !person.areas().isEmpty()
                || plan.areas().values().stream().anyMatch(area -> area.owners().contains(person.id()));
    }

    private boolean answersFor(PlannedPerson person, String area) {
        return person.areas().contains(area)
                || plan.areas().containsKey(area)
                        && plan.areas().get(area).owners().contains(person.id());
    }

    private String nobodyStandsIn(String away, Trail trail) {
        Instant until = awayUntil(away);
        if (trail.circle()) {
            List<String> round =
                    Stream.concat(Stream.of(away), trail.people().stream()).toList();
            return "away until %s; the stand-ins lead round in a circle: %s".formatted(until, String.join(", ", round));
        }
        return trail.people().isEmpty()
                ? "away until %s, and nobody stands in".formatted(until)
                : "away until %s; those who stand in are away too: %s"
                        .formatted(until, String.join(", ", trail.people()));
    }

    private Instant awayUntil(String person) {
        return standIns.awayUntil(person, at).orElseThrow();
    }
}
