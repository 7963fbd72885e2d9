package io.firebreak.statement;

import io.firebreak.statement.Required.Needs;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How far people agree to a version: who has to, and who has. Votes stay valid when the list of those who have to becomes
 * another one.
 *
 * @param required as it was decided last; empty before it was
 * @param votes in the order in which they were cast
 */
public record Agreement(List<Required> required, List<Vote> votes) {

    /** Nobody has been asked and nobody has said anything. */
    public static final Agreement NONE = new Agreement(List.of(), List.of());

    public Agreement {
        required = List.copyOf(required);
        votes = List.copyOf(votes);
    }

    /** Where nothing is required, nothing is agreed to either. */
    public boolean isReached() {
        return against().isEmpty()
                && (alone().isPresent()
                        || !required.isEmpty() && seats().stream().allMatch(Seat::isFilled));
    }

    /** The vote that sent the text back. */
    public Optional<Vote> against() {
        return votes.stream().filter(vote -> !vote.agreed()).findFirst();
    }

    /** The vote of a person who approved it alone. */
    public Optional<Vote> alone() {
        return votes.stream().filter(Vote::alone).findFirst();
    }

    /** The votes on which the approval rests. */
    public List<Vote> counting() {
        return alone().map(List::of).orElseGet(() -> seats().stream()
                .filter(Seat::isFilled)
                .map(Seat::vote)
                .distinct()
                .toList());
    }

    /** All agreements that are needed, step by step. */
    public List<Seat> seats() {
        Map<Integer, List<Required>> bySteps =
                required.stream().collect(Collectors.groupingBy(Required::step, TreeMap::new, Collectors.toList()));
        List<Seat> seats = new ArrayList<>();
        bySteps.forEach((step, roles) -> seats.addAll(seatsOf(step, roles)));
        return List.copyOf(seats);
    }

    /** Those that are missing in the present step; empty when none is missing at all. */
    public List<Seat> openSeats() {
        List<Seat> missing = seats().stream().filter(seat -> !seat.isFilled()).toList();
        return missing.stream()
                .filter(seat -> seat.step() == missing.get(0).step())
                .toList();
    }

    private List<Seat> seatsOf(int step, List<Required> roles) {
        List<String> all = roles.stream()
                .filter(role -> role.needs() == Needs.ALL)
                .map(Required::role)
                .toList();
        if (all.isEmpty()) {
            return List.of(
                    seat(step, roles.stream().map(Required::role).distinct().toList()));
        }
        return all.stream().map(role -> seat(step, List.of(role))).toList();
    }

    private Seat seat(int step, List<String> roles) {
        return new Seat(
                step,
                roles,
                votes.stream()
                        .filter(vote -> vote.agreed() && !vote.alone() && roles.contains(vote.role()))
                        .findFirst()
                        .orElse(null));
    }

    /** What a person said already, unless they approved it alone. */
    Optional<Vote> voteOf(String person) {
        return votes.stream()
                .filter(vote -> !vote.alone() && vote.votedBy().equals(person))
                .findFirst();
    }

    /**
     * The same list in the order of steps and roles, each role in it once, in its earliest step; there it is needed if any
     * row of that step needs it.
     */
    static List<Required> tidied(List<Required> rows) {
        Map<String, Required> byRole = new LinkedHashMap<>();
        rows.forEach(row -> byRole.merge(row.role(), row, Agreement::earlierOrStricter));
        return byRole.values().stream()
                .sorted(Comparator.comparing(Required::step).thenComparing(Required::role))
                .toList();
    }

    private static Required earlierOrStricter(Required one, Required other) {
        if (one.step() != other.step()) {
            return one.step() < other.step() ? one : other;
        }
        return one.needs() == Needs.ALL ? one : other;
    }
}
