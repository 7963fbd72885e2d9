package io.firebreak.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What the counts of mentions say about the storm. */
class ReactionTrendTest {

    private static final String DECISION = "ReactionTrend";

    private final DecisionFile file = DecisionFile.of("ReactionTrend");

    @Test
    void shouldAskForACountWhereNobodyCounted() {
        assertVerdict(facts(false, 10, 50, 10, 300), "MISSING", "Rule_Missing");
    }

    @Test
    void shouldAskForACountWhereNothingWasEverCounted() {
        assertVerdict(facts(false, null, null, null, 0), "MISSING", "Rule_Missing");
    }

    @Test
    void shouldCallItCalmAfterTheCalmPeriod() {
        assertVerdict(facts(true, 5, 90, 39, 100), "CALM", "Rule_Calm");
    }

    @Test
    void shouldCallASingleCountOfTheWholeCalmPeriodCalm() {
        assertVerdict(facts(true, 0, null, 0, 100), "CALM", "Rule_Calm");
    }

    @Test
    void shouldLeaveAFewBitterVoicesToAPerson() {
        assertVerdict(facts(true, 5, 90, 40, 100), "UNCLEAR", "Rule_FewButBitter");
    }

    @Test
    void shouldWatchOnUntilTheCalmPeriodHasPassed() {
        assertVerdict(facts(true, 5, 90, 80, 99), "SETTLING", "Rule_Down");
    }

    @Test
    void shouldNotCallAnIncreaseFarBelowThePeakGrowth() {
        assertVerdict(facts(true, 10, 300, 90, 1), "SETTLING", "Rule_Down");
    }

    @Test
    void shouldWatchOnAfterTheFirstCount() {
        assertVerdict(facts(true, 100, null, 90, 0), "SETTLING", "Rule_First");
    }

    @Test
    void shouldRespondAgainWhenAngerGrows() {
        assertVerdict(facts(true, 100, 120, 40, 0), "GROWS", "Rule_Grows");
    }

    @Test
    void shouldLeaveFriendlyGrowthToAPerson() {
        assertVerdict(facts(true, 100, 120, 39, 0), "UNCLEAR", "Rule_GrowsFriendly");
    }

    @Test
    void shouldWatchOnWhileItSinks() {
        assertVerdict(facts(true, 60, 80, 90, 0), "SETTLING", "Rule_Sinks");
    }

    @Test
    void shouldWatchOnWhileItStaysLow() {
        assertVerdict(facts(true, 49, 100, 59, 0), "SETTLING", "Rule_StaysLow");
    }

    @Test
    void shouldLeaveAStormThatStaysHighToAPerson() {
        assertVerdict(facts(true, 50, 100, 10, 0), "UNCLEAR", "Rule_Otherwise");
    }

    @Test
    void shouldLeaveAnAngryRestToAPerson() {
        assertVerdict(facts(true, 30, 100, 60, 0), "UNCLEAR", "Rule_Otherwise");
    }

    @Test
    void shouldAnswerEveryCombinationOfFactsAndNeedEveryRow() {
        // given
        Set<String> used = new TreeSet<>();

        // when
        for (var facts : everyCount()) {
            var answer = file.decide(DECISION, facts);

            // then
            assertThat(answer.row())
                    .as("verdict of %s", facts)
                    .containsKeys("verdict", "reason")
                    .hasSize(2);
            assertThat((String) answer.row().get("reason")).endsWith(".");
            used.addAll(answer.rowsOf(DECISION));
        }
        assertThat(used).isEqualTo(file.rows(DECISION));
    }

    private static List<Map<String, Object>> everyCount() {
        Map<String, List<Object>> values = new LinkedHashMap<>();
        values.put("counted", Facts.YES_AND_NO);
        values.put("percentOfPeak", List.of(0, 49, 50, 100));
        values.put("percentOfPrevious", List.of(0, 80, 81, 119, 120, 100_000));
        values.put("negativeSharePercent", Facts.NEGATIVE_SHARES);
        values.put("calmForPercent", List.of(0, 1, 99, 100, 1_000));
        List<Map<String, Object>> all = new ArrayList<>(Facts.combinations(values));
        for (Integer calmFor : Arrays.asList(0, 1, 99, 100)) {
            all.add(facts(true, 100, null, 50, calmFor));
        }
        all.add(facts(false, null, null, null, 0));
        return all;
    }

    private static Map<String, Object> facts(
            boolean counted,
            Integer percentOfPeak,
            Integer percentOfPrevious,
            Integer negativeSharePercent,
            int calmForPercent) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("counted", counted);
        facts.put("percentOfPeak", percentOfPeak);
        facts.put("percentOfPrevious", percentOfPrevious);
        facts.put("negativeSharePercent", negativeSharePercent);
        facts.put("calmForPercent", calmForPercent);
        return facts;
    }

    private void assertVerdict(Map<String, Object> facts, String verdict, String row) {
        // when
        var answer = file.decide(DECISION, facts);

        // then
        assertThat(answer.row()).containsEntry("verdict", verdict);
        assertThat(answer.rowsOf(DECISION)).containsExactly(row);
    }
}
