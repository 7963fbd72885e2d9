package io.firebreak.roster;

import io.firebreak.notification.Means;
import io.firebreak.notification.Webhook;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Who is asked, when, and by which means: what the file {@code crisis-plan.yaml} says. It is checked as a whole before it
 * counts; what it names, it has. What changes from day to day (absences, who takes whose duty) is not in it but in the
 * database.
 *
 * @param people by user id
 * @param calendars by name
 * @param rotations by name
 * @param chains in the order of the file; of several that fit, the first counts
 * @param areas by name
 * @param webhooks by name
 * @param budgets for compensation, in the order of the file; of several that fit a brand, the first counts
 */
public record CrisisPlan(
        List<Brand> brands,
        Map<String, PlannedPerson> people,
        Map<String, WorkingCalendar> calendars,
        Map<String, Rotation> rotations,
        List<Chain> chains,
        Map<String, Area> areas,
        List<Expert> experts,
        List<Ally> allies,
        List<TouchPoint> touchPoints,
        Map<String, Webhook> webhooks,
        List<CompensationBudget> budgets,
        Retention retention) {

    /**
     * A brand that the house answers for.
     *
     * @param zone in which its people think of days and nights
     */
    public record Brand(String name, ZoneId zone) {}

    /**
     * A person who can be asked.
     *
     * @param id the user id in the engine
     * @param roles the groups in which the engine knows them, as far as they play these parts in a crisis
     * @param areas the areas of the house that they answer for
     * @param languages the primary codes, such as pl; what they are written to in stands first
     * @param calendar when they work; null: never by plan, they are reached on duty only
     * @param reachable whether they can be asked outside of their working hours too
     * @param means in the order in which they are tried
     * @param standIn who acts for them when an absence names nobody; null: nobody
     */
    public record PlannedPerson(
            String id,
            Set<String> roles,
            Set<String> areas,
            List<String> languages,
            ZoneId zone,
            String calendar,
            Reachable reachable,
            List<Means> means,
            String standIn) {}

    /** When a person who is neither on duty nor absent may be asked. */
    public enum Reachable {
        /** Within the hours of their working calendar. */
        WORKING_HOURS,
        /** At any hour of any day. */
        ALWAYS
    }

    /**
     * Working hours.
     *
     * @param hours for each day of the week, in the zone of the calendar, none overlapping; a day without any is free
     * @param holidays null: no public holidays are kept
     * @param companyDays days off of the house, from an iCalendar file
     */
    public record WorkingCalendar(
            String name,
            ZoneId zone,
            Map<DayOfWeek, List<Hours>> hours,
            Holidays holidays,
            Set<LocalDate> companyDays) {}

    /**
     * A stretch of a working day. A time of day that a change of clocks leaves out is the first moment after the gap;
     * one that comes twice is the earlier.
     *
     * @param to exclusive; {@link LocalTime#MIDNIGHT} means the end of the day, and a time not after {@code from} one of
     *     the next day
     */
    public record Hours(LocalTime from, LocalTime to) {}

    /**
     * Public holidays of a country, as the library jollyday knows them.
     *
     * @param country ISO 3166 in lower case, such as pl
     * @param region of the country, as jollyday calls it; null: the whole country
     */
    public record Holidays(String country, String region) {}

    /**
     * Who is on call, one after the other.
     *
     * @param people user ids in the order of their turns
     * @param begin when the first turn of the first person began, on the clocks of the zone
     * @param turn how long each has it, in whole days or hours; turns change by the clock on the wall, so at the same time
     *     also after clocks have changed
     * @param days on which somebody is on call; empty: every day
     * @param hours of those days; null: the whole day. Hours that end before they begin go on into the next day
     */
    public record Rotation(
            String name,
            ZoneId zone,
            List<String> people,
            LocalDateTime begin,
            Duration turn,
            Set<DayOfWeek> days,
            Hours hours) {}

    /**
     * Who is asked next when nobody answers.
     *
     * @param role whose part it is, by its group id
     * @param severities for which it is used, S1 to S4; empty: for all, and before anything is decided
     * @param again how long each level has from the second pass on, when nobody answered in the first, unless it has less
     *     anyway; also how long it takes to look again where nobody at all can be asked
     */
    public record Chain(String name, String role, Set<String> severities, List<Level> levels, Duration again) {}

    /**
     * Those who are asked at the same time.
     *
     * @param within how long they have
     * @param acknowledgements how many of them have to answer before the chain rests
     */
    public record Level(List<Party> parties, Duration within, int acknowledgements) {}

    /** Whom a level asks: the people whom it comes to at the moment of asking. */
    public sealed interface Party {

        /** One person, by user id. */
        record Somebody(String person) implements Party {}

        /** Whoever is on call in a rotation. */
        record OnCall(String rotation) implements Party {}

        /** Everybody with a role, by its group id. */
        record Everybody(String role) implements Party {}

        /** The owners of the area that the task is about; nobody where it is about none. */
        record AreaOwners() implements Party {}
    }

    /**
     * An area of the house that knows something.
     *
     * @param owners user ids
     */
    public record Area(String name, List<String> owners) {}

    /**
     * Somebody outside who can be consulted: an expert or an agency.
     *
     * @param contact how they are reached, in words
     */
    public record Expert(String name, String subject, String contact, boolean agency) {}

    /** Somebody who carries a statement further. */
    public record Ally(String name, String contact, List<String> languages) {}

    /**
     * A place where the public meets the brand.
     *
     * @param channel the name of the account by which it is served; null: by none
     */
    public record TouchPoint(String name, String owner, String channel) {}

    /**
     * How much may be offered in private to people who were affected. Each brand has it to itself.
     *
     * @param brands for which it is; empty: for every brand
     * @param currency an ISO 4217 code
     * @param person what one person gets at most within twelve months
     * @param eachCase what all people of a case get at most; null: no more than the month allows
     * @param month what all people of a brand get at most in a calendar month
     * @param agrees the role whose people agree, by its group id
     */
    public record CompensationBudget(
            Set<String> brands,
            String currency,
            BigDecimal person,
            BigDecimal eachCase,
            BigDecimal month,
            String agrees) {}

    /**
     * How long what is about people is kept.
     *
     * @param notices messages to our own people and what became of them
     * @param absences after their end
     */
    public record Retention(Duration notices, Duration absences) {}

    /**
     * The chain for a role and a severity: the first that fits.
     *
     * @param severity null before it is decided
     */
    public Optional<Chain> chain(String role, String severity) {
        return chains.stream()
                .filter(chain -> chain.role().equals(role))
                .filter(chain -> chain.severities().isEmpty()
                        || severity != null && chain.severities().contains(severity))
                .findFirst();
    }

    /** The budget for compensation of a brand: the first that fits. Empty: none may be offered. */
    public Optional<CompensationBudget> budget(String brand) {
        return budgets.stream()
                .filter(budget -> budget.brands().isEmpty() || budget.brands().contains(brand))
                .findFirst();
    }

    /** The zone in which the people of a brand think of days and months; empty where the plan does not name the brand. */
    public Optional<ZoneId> zoneOf(String brand) {
        return brands.stream()
                .filter(known -> known.name().equals(brand))
                .map(Brand::zone)
                .findFirst();
    }

    /** A person of the plan; empty where the plan does not name them. */
    public Optional<PlannedPerson> person(String userId) {
        return Optional.ofNullable(people.get(userId));
    }
}
