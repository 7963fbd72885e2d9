package io.firebreak.roster.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import io.firebreak.roster.CrisisPlan;
import io.firebreak.roster.CrisisPlan.Area;
import io.firebreak.roster.CrisisPlan.Chain;
import io.firebreak.roster.CrisisPlan.Level;
import io.firebreak.roster.CrisisPlan.Party;
import io.firebreak.roster.Matter;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AreaTrialsTest {

    private static final Instant NOW = Instant.parse("2026-11-28T22:00:00Z");
    private static final Finding THIN = new Finding(Verdict.THIN, "Only ana can be asked.");
    private static final Finding RED = new Finding(Verdict.RED, "Nobody can be asked.");

    private final Map<String, Finding> findings = new HashMap<>();

    @Test
    void shouldSayForWhichAreaTheOwnersAreMissing() {
        // given
        findings.put("IT", THIN);
        findings.put("Logistics", Finding.GREEN);
        findings.put("Product", THIN);

        // when, then
        assertThat(found(new Party.AreaOwners()))
                .isEqualTo(new Finding(
                        Verdict.THIN, "Area IT: Only ana can be asked. Area Product: Only ana can be asked."));
    }

    @Test
    void shouldCountTheWorstArea() {
        // given
        findings.put("IT", THIN);
        findings.put("Logistics", RED);
        findings.put("Product", Finding.GREEN);

        // when, then
        assertThat(found(new Party.AreaOwners()))
                .isEqualTo(new Finding(Verdict.RED, "Area Logistics: Nobody can be asked."));
    }

    @Test
    void shouldBeCoveredWhereEveryAreaIs() {
        // given
        List.of("IT", "Logistics", "Product").forEach(area -> findings.put(area, Finding.GREEN));

        // when, then
        assertThat(found(new Party.AreaOwners())).isEqualTo(Finding.GREEN);
    }

    @Test
    void shouldTryAChainThatAsksNoOwnersOnce() {
        // given
        findings.put(null, THIN);

        // when, then
        assertThat(found(new Party.Everybody("legal"))).isEqualTo(THIN);
    }

    private Finding found(Party party) {
        Chain chain = new Chain(
                "the test's",
                "areaowner",
                Set.of(),
                List.of(new Level(List.of(party), Duration.ofMinutes(10), 1)),
                Duration.ofMinutes(5));
        return AreaTrials.of(chain, plan(chain), this::trial).at(NOW);
    }

    private Trial trial(Matter matter) {
        return moment -> findings.get(matter.area());
    }

    private static CrisisPlan plan(Chain chain) {
        Map<String, Area> areas = new HashMap<>();
        List.of("Product", "IT", "Logistics").forEach(name -> areas.put(name, new Area(name, List.of("ana"))));
        return new CrisisPlan(
                List.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                List.of(chain),
                areas,
                List.of(),
                List.of(),
                List.of(),
                Map.of(),
                List.of(),
                null);
    }
}
