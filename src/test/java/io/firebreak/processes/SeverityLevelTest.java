package io.firebreak.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** How bad an incident is by itself, 4 (worst) to 1 (routine): the highest row that fits counts. */
class SeverityLevelTest {

    private static final String DECISION = "SeverityLevel";

    private final DecisionFile file = DecisionFile.of("Severity");

    @Test
    void shouldBeWorstWhenSafetyIsAtRiskHoweverFewHaveSeenIt() {
        // given
        Facts facts = Facts.ofQuietQuarrel().with("safetyRisk", true);

        // when
        var answer = decide(facts);

        // then
        assertThat(answer.single()).isEqualTo(4);
        assertThat(answer.rowsOf(DECISION)).contains("Rule_SafetyRisk");
    }

    @Test
    void shouldBeWorstWhenItSpreadsExtremelyAndMostlyNegative() {
        // given
        Facts facts = Facts.ofQuietQuarrel().with("spread", "EXTREME").with("negativeSharePercent", 60);

        // when
        var answer = decide(facts);

        // then
        assertThat(answer.single()).isEqualTo(4);
        assertThat(answer.rowsOf(DECISION)).contains("Rule_ExtremeAndMostlyNegative");
    }

    @Test
    void shouldNotBeWorstJustBelowTheExtremeCutOff() {
        // given
        Facts facts = Facts.ofQuietQuarrel().with("spread", "EXTREME").with("negativeSharePercent", 59);

        // when
        var answer = decide(facts);

        // then
        assertThat(answer.single()).isEqualTo(2);
    }

    @Test
    void shouldBeGraveWhenAPictureSpreadsNegatively() {
        // given
        Facts facts = spreadingNegatively().with("vividTrigger", true);

        // when
        var answer = decide(facts);

        // then
        assertThat(answer.single()).isEqualTo(3);
        assertThat(answer.rowsOf(DECISION)).contains("Rule_SpreadingWithPicture");
    }

    @Test
    void shouldBeGraveWhenAProductFailureSpreadsNegatively() {
        // given
        Facts facts = spreadingNegatively().with("category", "PRODUCT_QUALITY");

        // when
        var answer = decide(facts);

        // then
        assertThat(answer.single()).isEqualTo(3);
        assertThat(answer.rowsOf(DECISION)).contains("Rule_SpreadingProductFailure");
    }

    @Test
    void shouldBeGraveWhenWeOffendedPeople() {
        // given
        Facts facts = Facts.ofQuietQuarrel().with("category", "OWN_OFFENCE");

        // when
        var answer = decide(facts);

        // then
        assertThat(answer.single()).isEqualTo(3);
        assertThat(answer.rowsOf(DECISION)).contains("Rule_OwnOffence");
    }

    @Test
    void shouldBeWatchedWhenItSpreadsMostlyCalm() {
        // given
        Facts facts = spreadingNegatively().with("negativeSharePercent", 39).with("vividTrigger", true);

        // when
        var answer = decide(facts);

        // then
        assertThat(answer.single()).isEqualTo(2);
        assertThat(answer.rowsOf(DECISION)).containsExactly("Rule_SpreadingMostlyCalm", "Rule_Otherwise");
    }

    @Test
    void shouldBeWatchedWhenItSpreadsNegativelyAndNothingElseIsKnown() {
        // given
        Facts facts = spreadingNegatively();

        // when
        var answer = decide(facts);

        // then
        assertThat(answer.single()).isEqualTo(2);
        assertThat(answer.rowsOf(DECISION)).containsExactly("Rule_SpreadingNegative", "Rule_Otherwise");
    }

    @Test
    void shouldBeWatchedWhenASuddenSpikeIsReported() {
        // given
        Facts facts = Facts.ofQuietQuarrel().with("category", "SUDDEN_SPIKE");

        // when
        var answer = decide(facts);

        // then
        assertThat(answer.single()).isEqualTo(2);
        assertThat(answer.rowsOf(DECISION)).contains("Rule_SuddenSpike");
    }

    @Test
    void shouldBeWatchedWhenTheComplainingCustomerHasInfluence() {
        // given
        Facts facts =
                Facts.ofQuietQuarrel().with("category", "CUSTOMER_COMPLAINT").with("influentialAuthor", true);

        // when
        var answer = decide(facts);

        // then
        assertThat(answer.single()).isEqualTo(2);
        assertThat(answer.rowsOf(DECISION)).contains("Rule_InfluentialComplaint");
    }

    @Test
    void shouldBeRoutineWhenWeMadeASlip() {
        // given
        Facts facts = Facts.ofQuietQuarrel().with("category", "OWN_SLIP");

        // when
        var answer = decide(facts);

        // then
        assertThat(answer.single()).isEqualTo(1);
        assertThat(answer.rowsOf(DECISION)).containsExactly("Rule_OwnSlip", "Rule_Otherwise");
    }

    @Test
    void shouldBeRoutineWhenASingleCustomerComplains() {
        // given
        Facts facts = Facts.ofQuietQuarrel().with("category", "CUSTOMER_COMPLAINT");

        // when
        var answer = decide(facts);

        // then
        assertThat(answer.single()).isEqualTo(1);
        assertThat(answer.rowsOf(DECISION)).containsExactly("Rule_SingleComplaint", "Rule_Otherwise");
    }

    @Test
    void shouldBeRoutineWhenNoOtherRowRaisesIt() {
        // given
        Facts facts = Facts.ofQuietQuarrel();

        // when
        var answer = decide(facts);

        // then
        assertThat(answer.single()).isEqualTo(1);
        assertThat(answer.rowsOf(DECISION)).containsExactly("Rule_Otherwise");
    }

    @Test
    void shouldAnswerEveryCombinationOfFactsAndNeedEveryRow() {
        // given
        Set<String> used = new TreeSet<>();

        // when
        for (var facts : SeverityTest.everyIncident()) {
            var answer = file.decide(DECISION, facts);

            // then
            assertThat(answer.single()).as("level of %s", facts).isIn(1, 2, 3, 4);
            used.addAll(answer.rowsOf(DECISION));
        }
        assertThat(used).isEqualTo(file.rows(DECISION));
    }

    private static Facts spreadingNegatively() {
        return Facts.ofQuietQuarrel().with("spread", "HIGH").with("negativeSharePercent", 40);
    }

    private DecisionFile.Answer decide(Facts facts) {
        return file.decide(DECISION, facts.values());
    }
}
