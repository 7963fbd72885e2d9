package io.firebreak.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** How several names and phrases stand in one sentence. */
class ListingTest {

    @Test
    void shouldJoinAsEnglishDoes() {
        assertThat(Listing.and(List.of())).isEmpty();
        assertThat(Listing.and(List.of("ana"))).isEqualTo("ana");
        assertThat(Listing.and(List.of("ana", "ben"))).isEqualTo("ana and ben");
        assertThat(Listing.or(List.of("ana", "ben", "eva"))).isEqualTo("ana, ben or eva");
        assertThat(Listing.then(List.of("Crisis lead and Legal", "Management")))
                .isEqualTo("Crisis lead and Legal, then Management");
    }
}
