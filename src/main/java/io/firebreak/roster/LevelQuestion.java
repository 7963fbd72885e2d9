package io.firebreak.roster;

import io.firebreak.access.Role;
import io.firebreak.roster.Availability.Ground;
import io.firebreak.roster.CrisisPlan.PlannedPerson;
import io.firebreak.roster.Resolution.Asked;
import io.firebreak.roster.Resolution.Skipped;
import io.firebreak.roster.StandIns.Trail;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
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
            skip(person, "answers for other areas, not for " + matter.area());
        } else if (standIns.isAway(person, at)) {
            askStandIn(person);
        } else if (!asked.containsKey(person)) {
            problem(person).ifPresentOrElse(reason -> skip(person, reason), () -> add(person, null));
        }
    }

    private void askStandIn(String away) {
        Trail trail = standIns.trail(away, at);
        if (trail.standIn() == null) {
            skip(away, nobodyStandsIn(away, trail));
        } else if (asked.containsKey(trail.standIn())) {
            skip(away, away(away) + "; " + trail.standIn() + ", who stands in, is asked on this level anyway");
        } else {
            problem(trail.standIn())
                    .ifPresentOrElse(
                            reason -> skip(away, away(away) + "; " + trail.standIn() + ", who stands in, " + reason),
                            () -> add(trail.standIn(), away));
        }
    }

    /** Why somebody who is there is not asked, as the end of a sentence. */
    private Optional<String> problem(String person) {
        if (notAgain.contains(person)) {
            return Optional.of("was asked before in this pass");
        }
        if (matter.barred().containsKey(person)) {
            return Optional.of(matter.barred().get(person));
        }
        if (matter.language() != null && !speaks(person)) {
            return Optional.of("does not speak the language " + matter.language());
        }
        return availability.ground(person, at).isPresent()
                ? Optional.empty()
                : Optional.of("is neither on call nor at work then");
    }

    private void add(String person, String insteadOf) {
        Ground ground = availability.ground(person, at).orElseThrow();
        String because = insteadOf == null
                ? ground.because()
                : "stands in for " + insteadOf + ", who " + away(insteadOf) + "; " + ground.because();
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
        if (trail.circle()) {
            List<String> round =
                    Stream.concat(Stream.of(away), trail.people().stream()).toList();
            return away(away) + "; the stand-ins lead round in a circle: " + String.join(", ", round);
        }
        if (trail.people().isEmpty()) {
            return away(away) + ", and nobody stands in";
        }
        return away(away) + "; those who stand in are away too: " + String.join(", ", trail.people());
    }

    private String away(String person) {
        ZoneId zone = plan.person(person).map(PlannedPerson::zone).orElse(ZoneOffset.UTC);
        return "is away"
                + standIns.awayUntil(person, at)
                        .map(end -> " until " + WallClock.write(end, zone))
                        .orElse("");
    }
}
