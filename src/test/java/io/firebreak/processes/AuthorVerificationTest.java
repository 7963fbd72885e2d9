package io.firebreak.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the signals of an author amount to: an order always wins, three of five raise a suspicion. */
class AuthorVerificationTest {

    private static final String DECISION = "AuthorVerification";
    private static final String SIGNALS = "AuthorSignals";

    private static final List<String> NAMES =
            List.of("youngAccount", "nearDuplicates", "sharedLinkBurst", "noOtherTopics", "synchronousActivity");

    private final DecisionFile file = DecisionFile.of("AuthorVerification");

    @Test
    void shouldTakeACustomerForGenuineWhateverTheSignals() {
        // given
        Map<String, Object> facts = author(true, NAMES.toArray(String[]::new));

        // when
        var answer = file.decide(DECISION, facts);

        // then
        assertThat(answer.row()).containsEntry("finding", "GENUINE");
        assertThat(answer.row().get("advice").toString()).contains("explain first");
        assertThat(answer.rowsOf(DECISION)).containsExactly("Rule_OrderMatched");
    }

    @Test
    void shouldRaiseASuspicionAtThreeSignals() {
        // given
        Map<String, Object> facts = author(false, "youngAccount", "sharedLinkBurst", "synchronousActivity");

        // when
        var answer = file.decide(DECISION, facts);

        // then
        assertThat(answer.row()).containsEntry("finding", "COORDINATED_SUSPICION");
        assertThat(answer.row().get("advice").toString()).contains("no verdict").contains("no accusation");
        assertThat(answer.rowsOf(DECISION)).containsExactly("Rule_ThreeSignals");
    }

    @Test
    void shouldTreatAnAuthorWithTwoSignalsAsGenuine() {
        // given
        Map<String, Object> facts = author(false, "nearDuplicates", "noOtherTopics");

        // when
        var answer = file.decide(DECISION, facts);

        // then
        assertThat(answer.row()).containsEntry("finding", "UNCLEAR");
        assertThat(answer.row().get("advice").toString()).contains("genuine");
        assertThat(answer.rowsOf(DECISION)).containsExactly("Rule_Otherwise");
    }

    @ParameterizedTest
    @CsvSource({
        "youngAccount, Rule_YoungAccount",
        "nearDuplicates, Rule_NearDuplicates",
        "sharedLinkBurst, Rule_SharedLinkBurst",
        "noOtherTopics, Rule_NoOtherTopics",
        "synchronousActivity, Rule_SynchronousActivity"
    })
    void shouldCountEachSignalOnce(String signal, String row) {
        // when
        var answer = file.decide(SIGNALS, author(false, signal));

        // then
        assertThat(answer.single()).isEqualTo(1);
        assertThat(answer.rowsOf(SIGNALS)).containsExactly(row, "Rule_NoSignal");
    }

    @Test
    void shouldCountNothingWithoutASignal() {
        // when
        var answer = file.decide(SIGNALS, author(false));

        // then
        assertThat(answer.single()).isEqualTo(0);
        assertThat(answer.rowsOf(SIGNALS)).containsExactly("Rule_NoSignal");
    }

    @Test
    void shouldAnswerEveryAuthorAndNeedEveryRow() {
        // given
        Map<String, List<Object>> values = new LinkedHashMap<>();
        values.put("orderMatched", List.of(true, false));
        NAMES.forEach(name -> values.put(name, List.of(true, false)));
        Set<String> used = new TreeSet<>();
        Set<String> usedSignals = new TreeSet<>();

        // when
        for (var facts : Facts.combinations(values)) {
            var answer = file.decide(DECISION, facts);

            // then
            long signals =
                    NAMES.stream().filter(name -> (boolean) facts.get(name)).count();
            assertThat(answer.row())
                    .as("finding about %s", facts)
                    .containsEntry(
                            "finding",
                            (boolean) facts.get("orderMatched")
                                    ? "GENUINE"
                                    : signals >= 3 ? "COORDINATED_SUSPICION" : "UNCLEAR");
            used.addAll(answer.rowsOf(DECISION));
            usedSignals.addAll(answer.rowsOf(SIGNALS));
        }
        assertThat(used).isEqualTo(file.rows(DECISION));
        assertThat(usedSignals).isEqualTo(file.rows(SIGNALS));
    }

    private static Map<String, Object> author(boolean orderMatched, String... signals) {
        Map<String, Object> facts = new TreeMap<>();
        NAMES.forEach(name -> facts.put(name, List.of(signals).contains(name)));
        facts.put("orderMatched", orderMatched);
        return facts;
    }
}
