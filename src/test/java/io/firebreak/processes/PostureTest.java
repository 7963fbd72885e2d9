package io.firebreak.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** How to stand to what is said, whether to apologise and admit it, and what the text must contain. */
class PostureTest {

    private static final String DECISION = "Posture";

    private static final List<Object> CLUSTERS = List.of("VICTIM", "ACCIDENTAL", "PREVENTABLE", "UNKNOWN");
    private static final List<Object> CLAIMS = List.of("FACT", "RUMOUR", "CHALLENGE");
    private static final List<Object> RESPONSIBILITIES = List.of("UNKNOWN", "NONE", "LOW", "STRONG");
    private static final List<Object> REPUTATIONS = List.of("NEGATIVE", "OTHER");

    private final DecisionFile file = DecisionFile.of("Posture");

    @Test
    void shouldPutAnOwnSlipRightAtOnceWhateverElseIsKnown() {
        assertAdvice(
                with("category", "OWN_SLIP", "responsibility", "UNKNOWN"), "Rule_OwnSlip", 1, "REBUILD", "YES", "YES");
    }

    @Test
    void shouldAdmitAnOffenceOfOursBeforeTheBlameIsMeasured() {
        assertAdvice(
                with("category", "OWN_OFFENCE", "responsibility", "UNKNOWN"),
                "Rule_OwnOffence",
                2,
                "REBUILD",
                "YES",
                "YES");
    }

    @Test
    void shouldNotAdmitAnOffenceThatWasNotOurs() {
        assertAdvice(
                with("category", "OWN_OFFENCE", "responsibility", "NONE", "cluster", "VICTIM"),
                "Rule_Victim",
                13,
                "INFORM",
                "NO",
                "NO");
    }

    @Test
    void shouldHoldWhileNobodyKnowsWhoAnswersForIt() {
        assertAdvice(
                with("responsibility", "UNKNOWN", "cluster", "PREVENTABLE"), "Rule_Unknown", 3, "HOLD", "NO", "NO");
    }

    @Test
    void shouldRebuildWhereWeAnswerForIt() {
        assertAdvice(with("responsibility", "STRONG", "cluster", "VICTIM"), "Rule_Strong", 4, "REBUILD", "YES", "YES");
    }

    @Test
    void shouldRebuildWhereItCouldHaveBeenAvoided() {
        assertAdvice(with("cluster", "PREVENTABLE"), "Rule_Preventable", 5, "REBUILD", "YES", "YES");
    }

    @Test
    void shouldDenyAFalseRumourWithProof() {
        assertAdvice(
                with("responsibility", "NONE", "cluster", "VICTIM", "claim", "RUMOUR", "claimShownFalse", true),
                "Rule_FalseRumour",
                6,
                "DENY",
                "NO",
                "NO");
    }

    @Test
    void shouldNotDenyARumourThatIsNotShownFalse() {
        assertAdvice(
                with("responsibility", "NONE", "cluster", "VICTIM", "claim", "RUMOUR"),
                "Rule_Victim",
                13,
                "INFORM",
                "NO",
                "NO");
    }

    @Test
    void shouldCommitToChangeWhereAChallengeIsJustified() {
        assertAdvice(
                with("responsibility", "LOW", "claim", "CHALLENGE"),
                "Rule_JustifiedChallenge",
                7,
                "REBUILD",
                "YES",
                "YES");
    }

    @Test
    void shouldRebuildAfterAnAccidentThatIsNotTheFirst() {
        assertAdvice(
                with("cluster", "ACCIDENTAL", "history", true), "Rule_AccidentWithHistory", 8, "REBUILD", "YES", "YES");
    }

    @Test
    void shouldRebuildAfterAnAccidentOfAHouseWithABadName() {
        assertAdvice(
                with("cluster", "ACCIDENTAL", "priorReputation", "NEGATIVE"),
                "Rule_AccidentWithBadName",
                9,
                "REBUILD",
                "YES",
                "YES");
    }

    @Test
    void shouldExplainAnAccident() {
        assertAdvice(with("cluster", "ACCIDENTAL"), "Rule_Accident", 10, "DIMINISH", "SHORT", "PARTLY");
    }

    @Test
    void shouldExplainWhatHappenedToAVictimWithAHistory() {
        assertAdvice(with("cluster", "VICTIM", "history", true), "Rule_VictimWithHistory", 11, "DIMINISH", "NO", "NO");
    }

    @Test
    void shouldExplainWhatHappenedToAVictimWithABadName() {
        assertAdvice(
                with("cluster", "VICTIM", "priorReputation", "NEGATIVE"),
                "Rule_VictimWithBadName",
                12,
                "DIMINISH",
                "NO",
                "NO");
    }

    @Test
    void shouldOnlyInformWhereWeAreAVictim() {
        assertAdvice(with("cluster", "VICTIM"), "Rule_Victim", 13, "INFORM", "NO", "NO");
    }

    @Test
    void shouldLeaveToAPersonWhatFitsNoRow() {
        assertAdvice(with("cluster", "UNKNOWN"), "Rule_Otherwise", 14, "HOLD", "NO", "NO");
    }

    @Test
    void shouldAnswerEveryCombinationAndNeedEveryRow() {
        // given
        Map<String, List<Object>> values = new LinkedHashMap<>();
        values.put("category", Facts.CATEGORIES);
        values.put("responsibility", RESPONSIBILITIES);
        values.put("cluster", CLUSTERS);
        values.put("claim", CLAIMS);
        values.put("claimShownFalse", Facts.YES_AND_NO);
        values.put("history", Facts.YES_AND_NO);
        values.put("priorReputation", REPUTATIONS);
        Set<String> used = new TreeSet<>();

        // when
        for (var facts : Facts.combinations(values)) {
            var answer = file.decide(DECISION, facts);
            assertThat(answer.row()).as("advice for %s", facts).hasSize(6).doesNotContainValue(null);
            used.addAll(answer.rowsOf(DECISION));
        }

        // then
        assertThat(used).isEqualTo(file.rows(DECISION));
    }

    /** A fault that we answer for a little, in a house with a good name; the rest as named. */
    private static Map<String, Object> with(Object... facts) {
        Map<String, Object> all = new LinkedHashMap<>(Map.of(
                "category", "PRODUCT_QUALITY",
                "responsibility", "LOW",
                "cluster", "ACCIDENTAL",
                "claim", "FACT",
                "claimShownFalse", false,
                "history", false,
                "priorReputation", "OTHER"));
        for (int index = 0; index < facts.length; index += 2) {
            all.put((String) facts[index], facts[index + 1]);
        }
        return all;
    }

    private void assertAdvice(
            Map<String, Object> facts, String row, int number, String posture, String apology, String admit) {
        // when
        var answer = file.decide(DECISION, facts);

        // then
        assertThat(answer.rowsOf(DECISION)).containsExactly(row);
        assertThat(answer.row())
                .containsEntry("posture", posture)
                .containsEntry("apology", apology)
                .containsEntry("admit", admit)
                .containsEntry("rule", number);
        assertThat((String) answer.row().get("mustContain")).isNotBlank();
        assertThat((String) answer.row().get("source")).isNotBlank();
    }
}
