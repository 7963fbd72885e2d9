package io.firebreak.statement;

import static org.assertj.core.api.Assertions.assertThat;

import io.firebreak.statement.Required.Needs;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** When the votes that are there are the votes that are needed. */
class AgreementTest {

    private static final Required LEAD = new Required(1, "crisislead", Needs.ALL);
    private static final Required LEGAL = new Required(1, "legal", Needs.ALL);
    private static final Required MANAGEMENT = new Required(2, "management", Needs.ALL);
    private static final Required LEAD_OR = new Required(1, "crisislead", Needs.ANY);
    private static final Required OR_LEGAL = new Required(1, "legal", Needs.ANY);

    @Test
    void shouldAgreeToNothingWhereNobodyIsRequired() {
        assertThat(Agreement.NONE.isReached()).isFalse();
        assertThat(new Agreement(List.of(), List.of(yes("legal"))).isReached()).isFalse();
    }

    @Test
    void shouldTakeAnyOneOfAStep() {
        assertThat(open(List.of(LEAD_OR, OR_LEGAL))).containsExactly("crisislead or legal");
        assertThat(agreement(List.of(LEAD_OR, OR_LEGAL), yes("legal")).isReached())
                .isTrue();
    }

    @Test
    void shouldAskAllOfAStepAtTheSameTimeAndTheNextStepAfterThem() {
        // given
        List<Required> required = List.of(LEAD, LEGAL, MANAGEMENT);

        // then
        assertThat(open(required)).containsExactly("crisislead", "legal");
        assertThat(open(required, yes("legal"))).containsExactly("crisislead");
        assertThat(open(required, yes("legal"), yes("crisislead"))).containsExactly("management");
        assertThat(agreement(required, yes("legal"), yes("crisislead")).isReached())
                .isFalse();
        assertThat(agreement(required, yes("legal"), yes("crisislead"), yes("management"))
                        .isReached())
                .isTrue();
    }

    @Test
    void shouldNotAskThoseWhoMayWhereOthersMust() {
        assertThat(open(List.of(LEAD_OR, LEGAL))).containsExactly("legal");
    }

    @Test
    void shouldKeepTheVotesWhenOthersAreRequired() {
        // given
        Vote lead = yes("crisislead");

        // then
        assertThat(agreement(List.of(LEAD_OR, OR_LEGAL), lead).isReached()).isTrue();
        assertThat(open(List.of(LEAD, LEGAL, MANAGEMENT), lead)).as("more").containsExactly("legal");
        assertThat(agreement(List.of(LEAD_OR, OR_LEGAL), lead).isReached())
                .as("fewer")
                .isTrue();
    }

    @Test
    void shouldEndWithOneVoteAgainst() {
        // given
        Vote no = new Vote(9, "legal", false, false, "", "No.", null, "hugo", Instant.EPOCH, null);

        // then
        assertThat(agreement(List.of(LEAD_OR, OR_LEGAL), yes("crisislead"), no).isReached())
                .isFalse();
    }

    @Test
    void shouldCountOneWhoApprovedAloneInPlaceOfEverybody() {
        // given
        Vote alone = new Vote(9, "management", true, true, "", "Now.", "S1", "bea", Instant.EPOCH, null);
        Agreement agreement = agreement(List.of(LEAD, LEGAL, MANAGEMENT), yes("legal"), alone);

        // then
        assertThat(agreement.isReached()).isTrue();
        assertThat(agreement.counting()).containsExactly(alone);
        assertThat(agreement.seats())
                .as("it fills no place")
                .filteredOn(Seat::isFilled)
                .hasSize(1);
    }

    @Test
    void shouldAskARoleOnceInItsEarliestStep() {
        // given
        Required later = new Required(3, "legal", Needs.ALL);

        // then
        assertThat(Agreement.tidied(List.of(later, OR_LEGAL, LEAD_OR))).containsExactly(LEAD_OR, OR_LEGAL);
        assertThat(Agreement.tidied(List.of(OR_LEGAL, LEGAL))).containsExactly(LEGAL);
    }

    private static List<String> open(List<Required> required, Vote... votes) {
        return agreement(required, votes).openSeats().stream()
                .map(seat -> String.join(" or ", seat.roles()))
                .toList();
    }

    private static Agreement agreement(List<Required> required, Vote... votes) {
        return new Agreement(required, List.of(votes));
    }

    private static Vote yes(String role) {
        return new Vote(1, role, true, false, "", null, null, "of " + role, Instant.EPOCH, null);
    }
}
