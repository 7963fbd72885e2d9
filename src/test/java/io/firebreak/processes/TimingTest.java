package io.firebreak.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** How long the cool-down lasts and when the statement is due, both counted from the report. */
class TimingTest {

    private static final String DECISION = "Timing";

    private final DecisionFile file = DecisionFile.of("Timing");

    @Test
    void shouldNotPauseWhenSafetyIsAtRisk() {
        assertTiming(facts(true, "HOSTILE_DISPUTE", "S1"), "PT0S", "PT2H", "Rule_SafetyRisk");
    }

    @Test
    void shouldTreatAnOwnSlipThatEndangersPeopleAsDanger() {
        assertTiming(facts(true, "OWN_SLIP", "S1"), "PT0S", "PT2H", "Rule_SafetyRisk");
    }

    @Test
    void shouldRectifyAnOwnSlipAtOnce() {
        assertTiming(facts(false, "OWN_SLIP", "S4"), "PT0S", "PT1H", "Rule_OwnSlip");
    }

    @Test
    void shouldPauseBrieflyAtS1() {
        assertTiming(facts(false, "OWN_OFFENCE", "S1"), "PT15M", "PT4H", "Rule_Grave");
    }

    @Test
    void shouldPauseBrieflyAtS2() {
        assertTiming(facts(false, "OWN_OFFENCE", "S2"), "PT15M", "PT4H", "Rule_Grave");
    }

    @Test
    void shouldPauseLongerAtS3() {
        assertTiming(facts(false, "SUDDEN_SPIKE", "S3"), "PT20M", "PT8H", "Rule_Watched");
    }

    @Test
    void shouldPauseBrieflyBeforeARoutineReply() {
        assertTiming(facts(false, "CUSTOMER_COMPLAINT", "S4"), "PT15M", "PT8H", "Rule_Routine");
    }

    @Test
    void shouldPauseLongerWhileTheSeverityIsUnknown() {
        assertTiming(facts(false, "CUSTOMER_COMPLAINT", ""), "PT20M", "PT8H", "Rule_Otherwise");
    }

    @Test
    void shouldAnswerEveryCombinationOfFactsAndNeedEveryRow() {
        // given
        Set<String> used = new TreeSet<>();

        // when
        for (var facts : everyCase()) {
            var answer = file.decide(DECISION, facts);

            // then
            assertThat(answer.row().values())
                    .as("timing of %s", facts)
                    .hasSize(2)
                    .allSatisfy(TimingTest::isDuration);
            used.addAll(answer.rowsOf(DECISION));
        }
        assertThat(used).isEqualTo(file.rows(DECISION));
    }

    @Test
    void shouldNeverPauseLongerThanUntilTheStatementIsDue() {
        for (var facts : everyCase()) {
            // when
            var timing = file.decide(DECISION, facts).row();

            // then
            assertThat(duration(timing, "coolDown"))
                    .as("cool-down of %s", facts)
                    .isLessThan(duration(timing, "statementDue"));
        }
    }

    private static List<Map<String, Object>> everyCase() {
        Map<String, List<Object>> values = new LinkedHashMap<>();
        values.put("safetyRisk", Facts.YES_AND_NO);
        values.put("category", Facts.CATEGORIES);
        values.put("severity", List.of("S1", "S2", "S3", "S4", ""));
        return Facts.combinations(values);
    }

    private static Map<String, Object> facts(boolean safetyRisk, String category, String severity) {
        return Map.of("safetyRisk", safetyRisk, "category", category, "severity", severity);
    }

    private static void isDuration(Object value) {
        assertThat(Duration.parse((String) value)).isGreaterThanOrEqualTo(Duration.ZERO);
    }

    private static Duration duration(Map<String, Object> row, String output) {
        return Duration.parse((String) row.get(output));
    }

    private void assertTiming(Map<String, Object> given, String coolDown, String statementDue, String row) {
        // when
        var answer = file.decide(DECISION, given);

        // then
        assertThat(answer.row())
                .containsExactlyInAnyOrderEntriesOf(Map.of("coolDown", coolDown, "statementDue", statementDue));
        assertThat(answer.rowsOf(DECISION)).containsExactly(row);
    }
}
