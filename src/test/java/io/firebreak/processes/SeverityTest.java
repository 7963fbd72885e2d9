package io.firebreak.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.model.dmn.HitPolicy;
import org.junit.jupiter.api.Test;

/** The severity, S1 (worst) to S4 (routine): the level, raised for a brand with a history. */
class SeverityTest {

    private static final String DECISION = "Severity";

    private static final Facts LEVEL_4 = Facts.ofQuietQuarrel().with("safetyRisk", true);
    private static final Facts LEVEL_3 = Facts.ofQuietQuarrel().with("category", "OWN_OFFENCE");
    private static final Facts LEVEL_2 = Facts.ofQuietQuarrel().with("spread", "HIGH");
    private static final Facts LEVEL_1 = Facts.ofQuietQuarrel();

    private final DecisionFile file = DecisionFile.of("Severity");

    @Test
    void shouldBeS1AtTheWorstLevel() {
        assertSeverity(LEVEL_4, "S1", "Rule_S1Worst");
    }

    @Test
    void shouldStayS1AtTheWorstLevelWithAHistory() {
        assertSeverity(LEVEL_4.with("crisisHistory", true), "S1", "Rule_S1Worst");
    }

    @Test
    void shouldRaiseAGraveIncidentToS1WithAHistory() {
        assertSeverity(LEVEL_3.with("crisisHistory", true), "S1", "Rule_S1Raised");
    }

    @Test
    void shouldBeS2WhenGrave() {
        assertSeverity(LEVEL_3, "S2", "Rule_S2");
    }

    @Test
    void shouldRaiseAWatchedIncidentToS2WithAHistory() {
        assertSeverity(LEVEL_2.with("crisisHistory", true), "S2", "Rule_S2Raised");
    }

    @Test
    void shouldBeS3WhenWatched() {
        assertSeverity(LEVEL_2, "S3", "Rule_S3");
    }

    @Test
    void shouldBeS4WhenRoutine() {
        assertSeverity(LEVEL_1, "S4", "Rule_S4");
    }

    @Test
    void shouldNotRaiseRoutineWithAHistory() {
        assertSeverity(LEVEL_1.with("crisisHistory", true), "S4", "Rule_S4");
    }

    @Test
    void shouldAnswerEveryCombinationOfFactsByExactlyOneRowAndNeedEveryRow() {
        // given
        Set<String> used = new TreeSet<>();
        assertThat(file.table(DECISION).getHitPolicy()).isEqualTo(HitPolicy.UNIQUE);

        // when
        for (var facts : everyIncident()) {
            var answer = file.decide(DECISION, facts);

            // then
            assertThat(answer.single()).as("severity of %s", facts).isIn(Facts.SEVERITIES);
            assertThat(answer.rowsOf(DECISION)).as("rows for %s", facts).hasSize(1);
            used.addAll(answer.rowsOf(DECISION));
        }
        assertThat(used).isEqualTo(file.rows(DECISION));
    }

    static List<Map<String, Object>> everyIncident() {
        Map<String, List<Object>> values = new LinkedHashMap<>();
        values.put("category", Facts.CATEGORIES);
        values.put("safetyRisk", Facts.YES_AND_NO);
        values.put("spread", Facts.SPREADS);
        values.put("negativeSharePercent", Facts.NEGATIVE_SHARES);
        values.put("vividTrigger", Facts.YES_AND_NO);
        values.put("influentialAuthor", Facts.YES_AND_NO);
        values.put("crisisHistory", Facts.YES_AND_NO);
        return Facts.combinations(values);
    }

    private void assertSeverity(Facts given, String severity, String row) {
        // when
        var answer = file.decide(DECISION, given.values());

        // then
        assertThat(answer.single()).isEqualTo(severity);
        assertThat(answer.rowsOf(DECISION)).containsExactly(row);
    }
}
