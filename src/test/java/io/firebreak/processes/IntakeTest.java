package io.firebreak.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Which mention opens a report, and what goes with it. */
class IntakeTest {

    private static final String DECISION = "Intake";
    /** A friendly word of somebody whom few people follow. */
    private static final Map<String, Object> QUIET = Map.of(
            "brand",
            "Our brand",
            "reach",
            120L,
            "ageHours",
            0L,
            "hostileWords",
            0,
            "hostileWordsKnown",
            true,
            "mentionsInWindow",
            1,
            "hostileInWindow",
            0);

    private final DecisionFile file = DecisionFile.of("Intake");

    @Test
    void shouldLetAQuietMentionWait() {
        assertIntake(QUIET, false, "THREAD", "Rule_Otherwise");
    }

    @Test
    void shouldOpenNothingForWhatIsOlderThanAWeek() {
        assertIntake(with("ageHours", 169L, "spread", "EXTREME", "hostileWords", 9), false, "THREAD", "Rule_Old");
        assertIntake(with("ageHours", 168L, "spread", "EXTREME"), true, "WINDOW", "Rule_Flood");
    }

    @Test
    void shouldOpenAReportForAFloodWhateverItSays() {
        assertIntake(with("spread", "EXTREME"), true, "WINDOW", "Rule_Flood");
    }

    @Test
    void shouldOpenAReportForASmallerFloodWhenThreeAreHostile() {
        assertIntake(with("spread", "HIGH", "hostileInWindow", 3), true, "WINDOW", "Rule_HostileFlood");
        assertIntake(with("spread", "HIGH", "hostileInWindow", 2), false, "THREAD", "Rule_Otherwise");
        assertIntake(with("spread", "STEADY", "hostileInWindow", 3), false, "THREAD", "Rule_Otherwise");
    }

    @Test
    void shouldOpenAReportForAVeryLoudVoice() {
        assertIntake(with("authorReach", "LOUD"), true, "THREAD", "Rule_LoudVoice");
    }

    @Test
    void shouldOpenAReportForAHostileWordOfAnInfluentialAuthor() {
        assertIntake(with("authorReach", "INFLUENTIAL", "hostileWords", 1), true, "THREAD", "Rule_InfluentialHostile");
        assertIntake(with("authorReach", "INFLUENTIAL"), false, "THREAD", "Rule_Otherwise");
        assertIntake(with("hostileWords", 1), false, "THREAD", "Rule_Otherwise");
    }

    @Test
    void shouldOpenAReportForAnInfluentialAuthorWhoseLanguageHasNoList() {
        assertIntake(
                with("authorReach", "INFLUENTIAL", "hostileWordsKnown", false),
                true,
                "THREAD",
                "Rule_InfluentialUnread");
        assertIntake(with("hostileWordsKnown", false), false, "THREAD", "Rule_Otherwise");
    }

    @Test
    void shouldOpenAReportForAMentionFullOfHostileWords() {
        assertIntake(with("hostileWords", 3), true, "THREAD", "Rule_HeavyAccusation");
        assertIntake(with("hostileWords", 2), false, "THREAD", "Rule_Otherwise");
    }

    @Test
    void shouldTellHowFarAnAuthorReaches() {
        assertAuthor(0, "ORDINARY", false, "Rule_Ordinary");
        assertAuthor(9_999, "ORDINARY", false, "Rule_Ordinary");
        assertAuthor(10_000, "INFLUENTIAL", true, "Rule_Influential");
        assertAuthor(99_999, "INFLUENTIAL", true, "Rule_Influential");
        assertAuthor(100_000, "LOUD", true, "Rule_Loud");
        assertAuthor(Long.MAX_VALUE, "LOUD", true, "Rule_Loud");
    }

    @Test
    void shouldTellHowFastMentionsMultiply() {
        assertSpread(1, "STEADY", "Rule_Steady");
        assertSpread(20, "STEADY", "Rule_Steady");
        assertSpread(21, "HIGH", "Rule_High");
        assertSpread(100, "HIGH", "Rule_High");
        assertSpread(101, "EXTREME", "Rule_Extreme");
    }

    @Test
    void shouldCountOverALongerTimeAtWeekends() {
        // when
        var weekend = file.decide("IntakeWindow", Map.of("weekend", true));
        var workday = file.decide("IntakeWindow", Map.of("weekend", false));

        // then
        assertThat((Object) weekend.single()).isEqualTo(30);
        assertThat(weekend.rowsOf("IntakeWindow")).containsExactly("Rule_Weekend");
        assertThat((Object) workday.single()).isEqualTo(10);
        assertThat(workday.rowsOf("IntakeWindow")).containsExactly("Rule_Workday");
    }

    @Test
    void shouldAnswerEveryCombinationOfFactsAndNeedEveryRow() {
        // given
        Set<String> used = new TreeSet<>();

        // when
        for (var facts : everyMention()) {
            var answer = file.decide(DECISION, facts);

            // then
            assertThat(answer.row())
                    .as("intake of %s", facts)
                    .containsOnlyKeys("open", "reason", "gathers")
                    .doesNotContainValue(null);
            used.addAll(answer.rowsOf(DECISION));
        }
        assertThat(used).isEqualTo(file.rows(DECISION));
    }

    private static List<Map<String, Object>> everyMention() {
        Map<String, List<Object>> values = new LinkedHashMap<>();
        values.put("brand", List.of("Our brand"));
        values.put("authorReach", List.of("ORDINARY", "INFLUENTIAL", "LOUD"));
        values.put("ageHours", List.of(0L, 168L, 169L));
        values.put("hostileWords", List.of(0, 1, 2, 3));
        values.put("hostileWordsKnown", Facts.YES_AND_NO);
        values.put("spread", Facts.SPREADS);
        values.put("hostileInWindow", List.of(0, 2, 3));
        return Facts.combinations(values);
    }

    private static Map<String, Object> with(Object... namesAndValues) {
        Map<String, Object> facts = new HashMap<>(QUIET);
        for (int index = 0; index < namesAndValues.length; index += 2) {
            facts.put((String) namesAndValues[index], namesAndValues[index + 1]);
        }
        return facts;
    }

    private void assertIntake(Map<String, Object> facts, boolean open, String gathers, String row) {
        // when
        var answer = file.decide(DECISION, facts);

        // then
        assertThat(answer.rowsOf(DECISION)).containsExactly(row);
        assertThat(answer.row()).containsEntry("open", open).containsEntry("gathers", gathers);
        assertThat((String) answer.row().get("reason")).endsWith(".");
    }

    private void assertAuthor(long reach, String authorReach, boolean influential, String row) {
        // when
        var answer = file.decide("IntakeAuthor", Map.of("reach", reach));

        // then
        assertThat(answer.row())
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("authorReach", authorReach, "influentialAuthor", influential));
        assertThat(answer.rowsOf("IntakeAuthor")).containsExactly(row);
    }

    private void assertSpread(int mentionsInWindow, String spread, String row) {
        // when
        var answer = file.decide("IntakeSpread", Map.of("mentionsInWindow", mentionsInWindow));

        // then
        assertThat((Object) answer.single()).isEqualTo(spread);
        assertThat(answer.rowsOf("IntakeSpread")).containsExactly(row);
    }
}
