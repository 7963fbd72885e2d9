package io.firebreak.roster;

import io.firebreak.roster.CrisisPlan.Rotation;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.stream.Stream;

/** Whose turn it is in a rotation, as planned. */
final class Turns {

    /**
     * Somebody is on call.
     *
     * @param person user id
     * @param until exclusive; what comes then may be another turn of the same person
     */
    record Turn(String person, Instant until) {

        Turn endingBy(Instant moment) {
            return moment.isBefore(until) ? new Turn(person, moment) : this;
        }
    }

    private Turns() {}

    /** Empty before the first turn began, and outside of the days and hours of the rotation. */
    static Optional<Turn> at(Rotation rotation, Instant at) {
        long number = numberAt(rotation, at);
        if (number < 0 || rotation.people().isEmpty()) {
            return Optional.empty();
        }
        int index = (int) (number % rotation.people().size());
        Turn turn = new Turn(rotation.people().get(index), begin(rotation, number + 1));
        return endOfHours(rotation, at).map(turn::endingBy);
    }

    /** Moments at which somebody may come on call: the first turn, and the hours of the days of a week around. */
    static Stream<Instant> beginsAround(Rotation rotation, Instant at) {
        LocalDate day = LocalDate.ofInstant(at, rotation.zone());
        return Stream.concat(
                Stream.of(begin(rotation, 0)),
                day.minusDays(1).datesUntil(day.plusDays(9)).map(begin -> stretch(rotation, begin)
                        .from()));
    }

    /** Counted by the clock on the wall, then set right by the moments, which differ from it where clocks change. */
    private static long numberAt(Rotation rotation, Instant at) {
        LocalDateTime onTheWall = LocalDateTime.ofInstant(at, rotation.zone());
        long seconds = Duration.between(rotation.begin(), onTheWall).getSeconds();
        long number = Math.floorDiv(seconds, rotation.turn().getSeconds());
        while (begin(rotation, number).isAfter(at)) {
            number--;
        }
        while (!begin(rotation, number + 1).isAfter(at)) {
            number++;
        }
        return number;
    }

    private static Instant begin(Rotation rotation, long number) {
        return WallClock.at(rotation.begin().plus(rotation.turn().multipliedBy(number)), rotation.zone());
    }

    private static Optional<Instant> endOfHours(Rotation rotation, Instant at) {
        if (rotation.hours() == null && rotation.days().isEmpty()) {
            return Optional.of(Instant.MAX);
        }
        LocalDate day = LocalDate.ofInstant(at, rotation.zone());
        return Stream.of(day.minusDays(1), day)
                .filter(begin -> rotation.days().isEmpty() || rotation.days().contains(begin.getDayOfWeek()))
                .map(begin -> stretch(rotation, begin))
                .filter(stretch -> stretch.covers(at))
                .map(Span::to)
                .max(Instant::compareTo);
    }

    private static Span stretch(Rotation rotation, LocalDate day) {
        return rotation.hours() == null
                ? Span.of(day, rotation.zone())
                : Span.of(rotation.hours(), day, rotation.zone());
    }
}
