package io.firebreak.roster;

import io.firebreak.roster.CrisisPlan.Rotation;
import io.firebreak.rule.Refusal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Two people of a rotation exchange two stretches of duty. */
record Swap(Rotation rotation, Half first, Half second) {

    /**
     * What one of them gives.
     *
     * @param field the name under which it was handed in
     */
    record Half(String field, String person, Span time) {}

    void requireTwo() {
        if (first.person().equals(second.person())) {
            throw Refusal.invalid("second.person", "A swap takes two people; please name the other one.");
        }
    }

    boolean isWith(String person) {
        return first.person().equals(person) || second.person().equals(person);
    }

    Instant begin() {
        return first.time().from().isBefore(second.time().from())
                ? first.time().from()
                : second.time().from();
    }

    /** Whether what was entered last is this swap. */
    boolean isSaidBy(List<DutyChangeEntry> last, String reason) {
        return last.size() > 1
                && last.stream().allMatch(entry -> entry.reason().equals(reason))
                && last.stream().map(DutyChangeEntry::change).allMatch(this::isPart);
    }

    private boolean isPart(DutyChange change) {
        Span time = new Span(change.from(), change.to());
        return change.person().equals(second.person()) && first.time().holds(time)
                || change.person().equals(first.person()) && second.time().holds(time);
    }

    /**
     * The hours of duty that each gives, for the other: not the time between them, in which nobody was on call.
     *
     * @throws Refusal when one of them does not have the duty in all of the time
     */
    List<DutyChange> changes(Resolver resolver) {
        List<DutyChange> changes = new ArrayList<>();
        give(first, second.person(), resolver, changes);
        give(second, first.person(), resolver, changes);
        return changes;
    }

    private void give(Half half, String to, Resolver resolver, List<DutyChange> changes) {
        List<Shift> shifts =
                resolver.shifts(rotation.name(), half.time().from(), half.time().to());
        if (shifts.isEmpty()
                || shifts.stream().anyMatch(shift -> !shift.person().equals(half.person()))) {
            throw Refusal.invalid(
                    half.field() + ".person",
                    "%s is not the one on call in %s %s; please give a time in which they are."
                            .formatted(
                                    half.person(), rotation.name(), half.time().write(rotation.zone())));
        }
        shifts.forEach(
                shift -> changes.add(new DutyChange(UUID.randomUUID(), rotation.name(), to, shift.from(), shift.to())));
    }

    /** For the ledger. */
    String sentence() {
        return "%s and %s swap duty in %s: %s gives the time %s, %s the time %s."
                .formatted(
                        first.person(),
                        second.person(),
                        rotation.name(),
                        first.person(),
                        first.time().write(rotation.zone()),
                        second.person(),
                        second.time().write(rotation.zone()));
    }
}
