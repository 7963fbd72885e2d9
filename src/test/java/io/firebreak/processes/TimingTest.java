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
    private static final List<String> DURATIONS = List.of("coolDown", "statementDue", "watchInterval", "calmPeriod");
    private static final List<String> OUTPUTS = List.of(
            "coolDown",
            "holdingStatementDue",
            "statementDue",
            "watchInterval",
            "calmPeriod",
            "calmSharePercent",
            "freeze");

    private final DecisionFile file = DecisionFile.of("Timing");

    @Test
    void shouldNotPauseWhenSafetyIsAtRisk() {
        assertTiming(
                facts(true, "HOSTILE_DISPUTE", "S1"),
                "Rule_SafetyRisk",
                "PT0S",
                "PT15M",
                "PT2H",
                "PT30M",
                "P1D",
                20,
                true);
    }

    @Test
    void shouldTreatAnOwnSlipThatEndangersPeopleAsDanger() {
        assertTiming(
                facts(true, "OWN_SLIP", "S1"), "Rule_SafetyRisk", "PT0S", "PT15M", "PT2H", "PT30M", "P1D", 20, true);
    }

    @Test
    void shouldTellFirstWhatWeFoundOurselves() {
        assertTiming(
                facts(false, "PRODUCT_QUALITY", "S2", true, false),
                "Rule_FoundFirst",
                "PT0S",
                "",
                "PT1H",
                "PT1H",
                "P1D",
                20,
                false);
    }

    @Test
    void shouldRectifyAnOwnSlipAtOnce() {
        assertTiming(facts(false, "OWN_SLIP", "S4"), "Rule_OwnSlip", "PT0S", "", "PT1H", "PT1H", "PT4H", 30, false);
    }

    @Test
    void shouldRectifyAnOwnSlipThatBecameACrisisAtOnce() {
        assertTiming(facts(false, "OWN_SLIP", "S2"), "Rule_GraveOwnSlip", "PT0S", "", "PT1H", "PT30M", "P1D", 20, true);
    }

    @Test
    void shouldTakeMoreTimePastThePeak() {
        assertTiming(
                facts(false, "OWN_OFFENCE", "S1", false, true),
                "Rule_GravePastPeak",
                "PT20M",
                "PT2H",
                "PT8H",
                "PT1H",
                "P1D",
                20,
                true);
    }

    @Test
    void shouldPauseBrieflyAtS1() {
        assertTiming(
                facts(false, "OWN_OFFENCE", "S1"), "Rule_Grave", "PT15M", "PT45M", "PT4H", "PT30M", "P1D", 20, true);
    }

    @Test
    void shouldPauseBrieflyAtS2() {
        assertTiming(
                facts(false, "OWN_OFFENCE", "S2"), "Rule_Grave", "PT15M", "PT45M", "PT4H", "PT30M", "P1D", 20, true);
    }

    @Test
    void shouldPauseLongerAtS3() {
        assertTiming(facts(false, "SUDDEN_SPIKE", "S3"), "Rule_Watched", "PT20M", "", "PT8H", "PT2H", "P1D", 25, false);
    }

    @Test
    void shouldPauseBrieflyBeforeARoutineReply() {
        assertTiming(
                facts(false, "CUSTOMER_COMPLAINT", "S4"),
                "Rule_Routine",
                "PT15M",
                "",
                "PT8H",
                "PT4H",
                "PT12H",
                50,
                false);
    }

    @Test
    void shouldPauseLongerWhileTheSeverityIsUnknown() {
        assertTiming(
                facts(false, "CUSTOMER_COMPLAINT", ""),
                "Rule_Otherwise",
                "PT20M",
                "",
                "PT8H",
                "PT2H",
                "P1D",
                25,
                false);
    }

    @Test
    void shouldAnswerEveryCombinationOfFactsAndNeedEveryRow() {
        // given
        Set<String> used = new TreeSet<>();

        // when
        for (var facts : everyCase()) {
            var answer = file.decide(DECISION, facts);

            // then
            assertThat(answer.row().values()).as("timing of %s", facts).hasSize(7);
            DURATIONS.forEach(output -> isDuration(answer.row().get(output)));
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
        values.put("foundFirst", Facts.YES_AND_NO);
        values.put("pastPeak", Facts.YES_AND_NO);
        return Facts.combinations(values);
    }

    private static Map<String, Object> facts(boolean safetyRisk, String category, String severity) {
        return facts(safetyRisk, category, severity, false, false);
    }

    private static Map<String, Object> facts(
            boolean safetyRisk, String category, String severity, boolean foundFirst, boolean pastPeak) {
        return Map.of(
                "safetyRisk",
                safetyRisk,
                "category",
                category,
                "severity",
                severity,
                "foundFirst",
                foundFirst,
                "pastPeak",
                pastPeak);
    }

    private static void isDuration(Object value) {
        assertThat(Duration.parse((String) value)).isGreaterThanOrEqualTo(Duration.ZERO);
    }

    private static Duration duration(Map<String, Object> row, String output) {
        return Duration.parse((String) row.get(output));
    }

    /** As in the table: cool-down, holding statement, statement, counted every, calm for, below percent, freeze. */
    private void assertTiming(Map<String, Object> given, String row, Object... expected) {
        // when
        var answer = file.decide(DECISION, given);

        // then
        assertThat(answer.rowsOf(DECISION)).containsExactly(row);
        assertThat(OUTPUTS.stream().map(answer.row()::get)).containsExactly(expected);
    }
}
