package io.firebreak.roster;

import io.firebreak.roster.Turns.Turn;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Lays out who is on call when. */
final class Shifts {

    private final Duties duties;
    private final StandIns standIns;

    Shifts(Duties duties, StandIns standIns) {
        this.duties = duties;
        this.standIns = standIns;
    }

    List<Shift> of(String rotation, Span stretch) {
        List<Shift> shifts = new ArrayList<>();
        Instant at = stretch.from();
        while (at.isBefore(stretch.to())) {
            Optional<Turn> turn = duties.onCall(rotation, at);
            if (turn.isPresent()) {
                Shift shift = shift(rotation, turn.get().endingBy(stretch.to()), at);
                add(shifts, shift);
                at = shift.to();
            } else {
                at = duties.nextBegin(rotation, at).orElse(stretch.to());
            }
        }
        return List.copyOf(shifts);
    }

    /** Up to the end of the turn, or earlier where somebody goes away or comes back on whom it depends who acts. */
    private Shift shift(String rotation, Turn turn, Instant from) {
        String person = turn.person();
        boolean away = standIns.isAway(person, from);
        List<String> trail = away ? standIns.trail(person, from).people() : List.of();
        Instant to = Stream.concat(Stream.of(person), trail.stream())
                .map(each -> standIns.nextChange(each, from))
                .flatMap(Optional::stream)
                .min(Instant::compareTo)
                .map(turn::endingBy)
                .orElse(turn)
                .until();
        String acting = away ? standIns.trail(person, from).standIn() : person;
        return new Shift(rotation, person, acting, from, to, duties.isChanged(rotation, from));
    }

    /** What only goes on is one shift. */
    private static void add(List<Shift> shifts, Shift next) {
        int last = shifts.size() - 1;
        if (last >= 0 && goesOn(shifts.get(last), next)) {
            Shift before = shifts.get(last);
            shifts.set(
                    last,
                    new Shift(
                            before.rotation(),
                            before.person(),
                            before.acting(),
                            before.from(),
                            next.to(),
                            before.changed()));
        } else {
            shifts.add(next);
        }
    }

    private static boolean goesOn(Shift before, Shift next) {
        return before.to().equals(next.from())
                && before.person().equals(next.person())
                && Objects.equals(before.acting(), next.acting())
                && before.changed() == next.changed();
    }
}
