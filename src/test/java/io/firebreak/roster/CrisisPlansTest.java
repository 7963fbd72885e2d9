package io.firebreak.roster;

import static org.assertj.core.api.Assertions.assertThat;

import io.firebreak.roster.CrisisPlan.Chain;
import io.firebreak.roster.CrisisPlan.Party;
import io.firebreak.roster.CrisisPlan.Reachable;
import io.firebreak.support.FirebreakTest;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Which plan is in force, and the one that a house has that wrote none. */
@FirebreakTest
class CrisisPlansTest {

    @Autowired
    private PlanOfGroups groups;

    @Test
    void shouldMakeAPlanOfTheGroupsWhereNoneWasImported() {
        // given
        CrisisPlans plans = new CrisisPlans(new Kept(Map.of(), 0), groups);

        // when
        CrisisPlan plan = plans.current();

        // then
        assertThat(plans.version()).isZero();
        assertThat(plans.imported()).isEmpty();
        assertThat(plan.people())
                .hasSize(12)
                .doesNotContainKeys("designer", "admin")
                .allSatisfy((id, person) -> {
                    assertThat(person.reachable()).isEqualTo(Reachable.ALWAYS);
                    assertThat(person.zone()).isEqualTo(ZoneId.of("UTC"));
                    assertThat(person.means()).hasSize(2);
                });
        assertThat(plan.people().get("legal2").roles()).containsExactly("legal");
        assertThat(plan.chains()).hasSize(6);
        assertThat(askedFor(plan, "spokesperson")).containsExactly("spokesperson", "crisislead", "management");
        assertThat(askedFor(plan, "management")).containsExactly("management", "crisislead");
    }

    @Test
    void shouldPutTheNewestVersionIntoForce() {
        // given
        CrisisPlan first = groups.plan();
        CrisisPlan second = groups.plan();
        Kept kept = new Kept(Map.of(1, first), 1);
        CrisisPlans plans = new CrisisPlans(kept, groups);
        assertThat(plans.current()).isSameAs(first);

        // when another node imports one
        kept.plans.put(2, second);
        kept.newest = 2;

        // then
        assertThat(plans.version()).isEqualTo(2);
        assertThat(plans.current()).isSameAs(second);
        assertThat(kept.read).as("each version is read once").isEqualTo(2);
    }

    @Test
    void shouldGoBackToTheVersionThatCanBeRead() {
        // given
        CrisisPlan first = groups.plan();

        // when
        CrisisPlans plans = new CrisisPlans(new Kept(Map.of(1, first), 3), groups);

        // then
        assertThat(plans.version()).isEqualTo(1);
        assertThat(plans.current()).isSameAs(first);
    }

    @Test
    void shouldFallBackToTheGroupsWhenNoVersionCanBeRead() {
        assertThat(new CrisisPlans(new Kept(Map.of(), 2), groups).version()).isZero();
    }

    private static List<String> askedFor(CrisisPlan plan, String role) {
        Chain chain = plan.chain(role, "S2").orElseThrow();
        return chain.levels().stream()
                .map(level -> ((Party.Everybody) level.parties().get(0)).role())
                .toList();
    }

    /** Versions without a database. */
    private static final class Kept implements ImportedPlans {

        private final Map<Integer, CrisisPlan> plans;
        private int newest;
        private int read;

        private Kept(Map<Integer, CrisisPlan> plans, int newest) {
            this.plans = new HashMap<>(plans);
            this.newest = newest;
        }

        @Override
        public int newest() {
            return newest;
        }

        @Override
        public Optional<CrisisPlan> plan(int version) {
            read++;
            return Optional.ofNullable(plans.get(version));
        }
    }
}
