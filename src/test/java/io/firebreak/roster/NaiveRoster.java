package io.firebreak.roster;

import io.firebreak.roster.CrisisPlan.Hours;
import io.firebreak.roster.CrisisPlan.Level;
import io.firebreak.roster.CrisisPlan.Party;
import io.firebreak.roster.CrisisPlan.PlannedPerson;
import io.firebreak.roster.CrisisPlan.Reachable;
import io.firebreak.roster.CrisisPlan.Rotation;
import io.firebreak.roster.CrisisPlan.WorkingCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The rules once more, as slowly and simply as they can be said, to compare with: it looks at the clock on the wall
 * minute by minute, and works nothing out in advance. It shares no code with what it is compared with.
 */
final class NaiveRoster {

    /** Longer than any clock is put back by. */
    private static final int LONGEST_CHANGE = 180;

    private final World world;
    private final Instant at;
    private final Map<String, String> onCall = new HashMap<>();
    private final Map<String, Boolean> planned = new HashMap<>();

    NaiveRoster(World world, Instant at) {
        this.world = world;
        this.at = at;
    }

    /** Whom a level is to ask, leaving out some. */
    Set<String> toAsk(Level level, Set<String> notAgain) {
        Set<String> people = new TreeSet<>();
        for (Party party : level.parties()) {
            for (String named : namedBy(party)) {
                String acting = acting(named);
                if (acting != null
                        && !notAgain.contains(acting)
                        && isRightArea(named, party)
                        && speaks(acting)
                        && isReachable(acting)) {
                    people.add(acting);
                }
            }
        }
        return people;
    }

    Set<String> named(Level level) {
        Set<String> people = new TreeSet<>();
        level.parties().forEach(party -> people.addAll(namedBy(party)));
        return people;
    }

    boolean isReachable(String person) {
        if (isAway(person)) {
            return false;
        }
        for (String each : everybody()) {
            if (person.equals(acting(each)) && isPlanned(each)) {
                return true;
            }
        }
        return false;
    }

    /** The person, or who acts for them while they are away; null when that comes to nobody. */
    String acting(String person) {
        Set<String> seen = new HashSet<>();
        String current = person;
        while (current != null && isAway(current)) {
            if (!seen.add(current)) {
                return null;
            }
            current = standIn(current);
        }
        return current;
    }

    /** By the rotation or by the last change; null: nobody. */
    String onCall(String name) {
        if (!onCall.containsKey(name)) {
            onCall.put(name, findOnCall(name));
        }
        return onCall.get(name);
    }

    private String findOnCall(String name) {
        Rotation rotation = world.plan().rotations().get(name);
        if (rotation == null) {
            return null;
        }
        String person = null;
        for (DutyChange change : world.presence().changes()) {
            if (change.rotation().equals(name) && isBetween(change.from(), change.to())) {
                person = change.person();
            }
        }
        return person != null ? person : byTurn(rotation);
    }

    private String byTurn(Rotation rotation) {
        if (!hasStruck(rotation.begin(), rotation.zone()) || !isDuty(rotation)) {
            return null;
        }
        int turn = 0;
        LocalDateTime next = rotation.begin().plus(rotation.turn());
        while (hasStruck(next, rotation.zone())) {
            turn++;
            next = next.plus(rotation.turn());
        }
        return rotation.people().get(turn % rotation.people().size());
    }

    private boolean isDuty(Rotation rotation) {
        for (LocalDate day : daysAround(rotation.zone())) {
            boolean right = rotation.days().isEmpty() || rotation.days().contains(day.getDayOfWeek());
            Hours hours = rotation.hours();
            boolean within = hours == null
                    ? isBetween(day.atStartOfDay(), day.plusDays(1).atStartOfDay(), rotation.zone())
                    : isWithin(hours, day, rotation.zone());
            if (right && within) {
                return true;
            }
        }
        return false;
    }

    private boolean isPlanned(String id) {
        return planned.computeIfAbsent(id, this::findPlanned);
    }

    private boolean findPlanned(String id) {
        for (String rotation : world.plan().rotations().keySet()) {
            if (id.equals(onCall(rotation))) {
                return true;
            }
        }
        PlannedPerson person = world.plan().people().get(id);
        return person != null
                && (person.reachable() == Reachable.ALWAYS
                        || person.calendar() != null
                                && isWorking(world.plan().calendars().get(person.calendar())));
    }

    private boolean isWorking(WorkingCalendar calendar) {
        for (LocalDate day : daysAround(calendar.zone())) {
            for (Hours hours : calendar.hours().getOrDefault(day.getDayOfWeek(), List.of())) {
                boolean free = calendar.companyDays().contains(day) || calendar.holidays() != null && isHoliday(day);
                if (!free && isWithin(hours, day, calendar.zone())) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Those of Poland that fall into the weeks of the worlds. */
    private static boolean isHoliday(LocalDate day) {
        return List.of(
                        "2026-11-01",
                        "2026-11-11",
                        "2026-12-24",
                        "2026-12-25",
                        "2026-12-26",
                        "2027-01-01",
                        "2027-03-28",
                        "2027-03-29",
                        "2027-05-01",
                        "2027-05-03")
                .contains(day.toString());
    }

    private boolean isWithin(Hours hours, LocalDate day, ZoneId zone) {
        LocalDate last = hours.to().isAfter(hours.from()) ? day : day.plusDays(1);
        return isBetween(day.atTime(hours.from()), last.atTime(hours.to()), zone);
    }

    private boolean isBetween(LocalDateTime from, LocalDateTime to, ZoneId zone) {
        return hasStruck(from, zone) && !hasStruck(to, zone);
    }

    /** Whether the clock on the wall has shown this time or a later one by now. */
    private boolean hasStruck(LocalDateTime time, ZoneId zone) {
        LocalDateTime now = LocalDateTime.ofInstant(at, zone);
        if (!now.isBefore(time)) {
            return true;
        }
        if (now.plusMinutes(LONGEST_CHANGE).isBefore(time)) {
            return false;
        }
        for (int minutes = 1; minutes <= LONGEST_CHANGE; minutes++) {
            if (!LocalDateTime.ofInstant(at.minusSeconds(60L * minutes), zone).isBefore(time)) {
                return true;
            }
        }
        return false;
    }

    private List<LocalDate> daysAround(ZoneId zone) {
        LocalDate day = LocalDate.ofInstant(at, zone);
        return List.of(day.minusDays(2), day.minusDays(1), day, day.plusDays(1));
    }

    private boolean isAway(String person) {
        return world.presence().absences().stream()
                .anyMatch(absence -> absence.person().equals(person) && isBetween(absence.from(), absence.to()));
    }

    private String standIn(String person) {
        String named = null;
        for (Absence absence : world.presence().absences()) {
            boolean counts = absence.person().equals(person) && isBetween(absence.from(), absence.to());
            named = counts && absence.standIn() != null ? absence.standIn() : named;
        }
        PlannedPerson planned = world.plan().people().get(person);
        return named != null || planned == null ? named : planned.standIn();
    }

    private boolean isBetween(Instant from, Instant to) {
        return from.compareTo(at) <= 0 && at.compareTo(to) < 0;
    }

    private Set<String> everybody() {
        Set<String> people = new TreeSet<>(world.plan().people().keySet());
        world.plan().rotations().values().forEach(rotation -> people.addAll(rotation.people()));
        world.presence().changes().forEach(change -> people.add(change.person()));
        world.presence().absences().forEach(absence -> people.add(absence.person()));
        return people;
    }

    private List<String> namedBy(Party party) {
        List<String> people = new ArrayList<>();
        if (party instanceof Party.Somebody somebody) {
            people.add(somebody.person());
        } else if (party instanceof Party.OnCall onCall) {
            String person = onCall(onCall.rotation());
            people.addAll(person == null ? List.of() : List.of(person));
        } else {
            for (PlannedPerson person : world.plan().people().values()) {
                if (party instanceof Party.Everybody everybody
                        ? person.roles().contains(everybody.role())
                        : owns(person.id(), world.matter().area())) {
                    people.add(person.id());
                }
            }
            if (party instanceof Party.AreaOwners && world.matter().area() != null) {
                people.addAll(ownersOf(world.matter().area()));
            }
        }
        return people;
    }

    private boolean owns(String person, String area) {
        PlannedPerson planned = world.plan().people().get(person);
        return area != null
                && (ownersOf(area).contains(person)
                        || planned != null && planned.areas().contains(area));
    }

    private List<String> ownersOf(String area) {
        CrisisPlan.Area known = world.plan().areas().get(area);
        return known == null ? List.of() : known.owners();
    }

    private boolean isRightArea(String id, Party party) {
        PlannedPerson person = world.plan().people().get(id);
        boolean bound = person != null
                && (person.roles().equals(Set.of("areaowner"))
                        || party instanceof Party.Everybody everybody
                                && everybody.role().equals("areaowner"));
        boolean ownsAny = owns(id, "Kitchen") || owns(id, "Shops");
        return world.matter().area() == null
                || !bound
                || !ownsAny
                || owns(id, world.matter().area());
    }

    private boolean speaks(String id) {
        PlannedPerson person = world.plan().people().get(id);
        return world.matter().language() == null
                || person != null && person.languages().contains(world.matter().language());
    }
}
