package io.firebreak.webapp;

import io.firebreak.access.Role;
import io.firebreak.statement.Agreement;
import io.firebreak.statement.Seat;
import io.firebreak.statement.Vote;
import java.util.List;

/** How far people agree to a version, as forms take it. */
final class VotesView {

    private VotesView() {}

    /**
     * An agreement that the version needs.
     *
     * @param roles of which one has to agree, as people call them
     * @param asked whether it is asked for now
     * @param vote null while it is missing
     */
    record Place(int step, @Translated List<String> roles, boolean asked, Cast vote) {}

    /**
     * @param comments null: none
     */
    record Cast(@ByName String by, String at, String comments) {}

    /**
     * The approval of one person in place of everybody.
     *
     * @param review null while nobody has looked at it
     */
    record Lone(@ByName String by, String at, String comments, Reviewed review) {}

    /**
     * @param lesson null: none
     */
    record Reviewed(boolean justified, String words, String lesson, @ByName String by, String at) {}

    static List<Place> places(Agreement agreement) {
        List<Seat> open = agreement.openSeats();
        return agreement.seats().stream()
                .map(seat -> new Place(
                        seat.step(),
                        seat.roles().stream().map(VotesView::title).toList(),
                        open.contains(seat),
                        seat.isFilled() ? cast(seat.vote()) : null))
                .toList();
    }

    /** Null where there is none. */
    static Lone lone(Agreement agreement) {
        return agreement
                .alone()
                .map(vote ->
                        new Lone(vote.votedBy(), vote.votedAt().toString(), vote.comments(), reviewed(vote.review())))
                .orElse(null);
    }

    private static Cast cast(Vote vote) {
        return new Cast(vote.votedBy(), vote.votedAt().toString(), vote.comments());
    }

    private static Reviewed reviewed(Vote.Review review) {
        return review == null
                ? null
                : new Reviewed(
                        review.justified(),
                        review.words(),
                        review.lesson(),
                        review.reviewedBy(),
                        review.reviewedAt().toString());
    }

    private static String title(String role) {
        return Role.ofGroup(role).map(Role::title).orElse(role);
    }
}
