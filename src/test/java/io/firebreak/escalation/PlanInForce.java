package io.firebreak.escalation;

import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.firebreak.access.Role;
import io.firebreak.roster.CrisisPlan;
import io.firebreak.roster.CrisisPlan.Chain;
import io.firebreak.roster.CrisisPlan.Level;
import io.firebreak.roster.CrisisPlan.Party;
import io.firebreak.roster.CrisisPlan.PlannedPerson;
import io.firebreak.roster.CrisisPlan.Reachable;
import io.firebreak.roster.CrisisPlans;
import io.firebreak.roster.Roster;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.test.util.AopTestUtils;
import org.springframework.test.util.ReflectionTestUtils;

/** Another plan than the one in force, for as long as a test lasts; all its people can be reached at any hour. */
final class PlanInForce implements AutoCloseable {

    private static final Duration AGAIN = Duration.ofMinutes(2);

    private final Object roster;
    private final Object before;

    private PlanInForce(Object roster, Object before) {
        this.roster = roster;
        this.before = before;
    }

    /** A chain for management with these levels. */
    static PlanInForce of(Roster bean, Level... levels) {
        return of(bean, plan(List.of(new Chain("the test's", "management", Set.of(), List.of(levels), AGAIN))));
    }

    /** As without a plan: everybody of the role is asked, then crisis leads, then management. */
    static PlanInForce madeOfGroups(Roster bean) {
        return of(bean, plan(List.of()));
    }

    private static PlanInForce of(Roster bean, CrisisPlan plan) {
        CrisisPlans plans = mock(CrisisPlans.class);
        when(plans.current()).thenReturn(plan);
        Object roster = AopTestUtils.getTargetObject(bean);
        Object before = ReflectionTestUtils.getField(roster, "plans");
        ReflectionTestUtils.setField(roster, "plans", plans);
        return new PlanInForce(roster, before);
    }

    static Level level(int minutes, int acknowledgements, String... people) {
        List<Party> parties =
                Arrays.stream(people).<Party>map(Party.Somebody::new).toList();
        return new Level(parties, Duration.ofMinutes(minutes), acknowledgements);
    }

    private static CrisisPlan plan(List<Chain> chains) {
        Map<String, PlannedPerson> people = new HashMap<>();
        Role.staff().stream()
                .map(Role::groupId)
                .flatMap(group -> Stream.of(group, group + "2"))
                .forEach(id -> people.put(id, person(id)));
        return new CrisisPlan(
                List.of(), people, Map.of(), Map.of(), chains, Map.of(), List.of(), List.of(), List.of(), Map.of(),
                List.of(), null);
    }

    private static PlannedPerson person(String id) {
        return new PlannedPerson(
                id,
                Set.of(id.replaceFirst("\\d", "")),
                Set.of(),
                List.of("en"),
                ZoneOffset.UTC,
                null,
                Reachable.ALWAYS,
                List.of(),
                null);
    }

    @Override
    public void close() {
        ReflectionTestUtils.setField(roster, "plans", before);
    }
}
