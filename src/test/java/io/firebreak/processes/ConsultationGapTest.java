package io.firebreak.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.firebreak.crisis.CaseFacts;
import io.firebreak.crisis.CaseReference;
import io.firebreak.ledger.LedgerEntry;
import io.firebreak.rule.Refusal;
import io.firebreak.support.CaseDriver;
import io.firebreak.support.FirebreakTest;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An area that had to be consulted, and for which nobody could be found: the approver goes on, on record, or not. */
@FirebreakTest
class ConsultationGapTest {

    @Autowired
    private CaseDriver driver;

    @Autowired
    private CaseFacts facts;

    private String reference;

    @BeforeEach
    void ask() {
        reference = driver.reportedOffence("A joke that hurts");
        driver.complete(
                "crisislead", reference, "UserTask_NameLead", Map.of("areas", "Logistics", "question", "Since when?"));
    }

    @Test
    void shouldStateThatNobodyCouldBeFound() {
        // when
        state("crisislead", "Called the depot three times.");

        // then
        assertThat(facts.gaps(CaseReference.parse(reference)))
                .extracting(CaseFacts.Gap::area, CaseFacts.Gap::reason, CaseFacts.Gap::statedBy)
                .containsExactly(tuple("Logistics", "Called the depot three times.", "crisislead"));
        assertThat(facts.of(CaseReference.parse(reference))).isEmpty();
        assertThat(driver.acts(reference)).contains("facts.gap");
    }

    @Test
    void shouldLetOnlyACrisisLeadStateIt() {
        // then
        assertThatThrownBy(() -> state("areaowner", "I did not look."))
                .satisfies(
                        failure -> assertThat(Refusal.behind(failure)).hasMessageContaining("stated by a crisis lead"));
        assertThatThrownBy(() -> state("crisislead", " "))
                .satisfies(failure -> assertThat(Refusal.behind(failure)).hasMessageContaining("is missing"));
        assertThat(driver.openTasks(reference)).contains("UserTask_ProvideFacts");
    }

    @Test
    void shouldNotApproveWithoutSayingThatItGoesOnWithAGap() {
        // given
        state("crisislead", "Called the depot three times.");
        bringToApproval();

        // then
        assertThatThrownBy(() -> approve(Map.of())).satisfies(failure -> assertThat(Refusal.behind(failure))
                .hasMessageContaining("Nobody could be found for Logistics; please say that you go on without"));
        assertThatThrownBy(() -> approve(Map.of("goOnWithGaps", true)))
                .satisfies(failure -> assertThat(Refusal.behind(failure))
                        .hasMessageContaining("Why you go on without those who could not be found is missing"));

        // when
        approve(Map.of("goOnWithGaps", true, "gapReason", "It concerns them little."));
        approve("crisislead", Map.of("goOnWithGaps", true, "gapReason", "I asked them yesterday."));

        // then
        assertThat(driver.latestVersion(reference).isApproved()).isTrue();
        assertThat(driver.ledger(reference))
                .filteredOn(entry -> entry.type().equals("approval.withGap"))
                .extracting(LedgerEntry::actor, LedgerEntry::reason)
                .as("everybody who agrees says so")
                .containsExactly(
                        tuple("legal", "It concerns them little."), tuple("crisislead", "I asked them yesterday."));
    }

    @Test
    void shouldApproveAsEverWhereNobodyIsMissing() {
        // given
        driver.complete("areaowner", reference, "UserTask_ProvideFacts", Map.of("facts", "Since Monday."));
        bringToApproval();

        // when
        approve(Map.of());
        approve("crisislead", Map.of());

        // then
        assertThat(driver.latestVersion(reference).isApproved()).isTrue();
        assertThat(driver.acts(reference)).doesNotContain("approval.withGap");
    }

    private void state(String user, String tried) {
        driver.complete(user, reference, "UserTask_ProvideFacts", Map.of("nobodyFound", true, "tried", tried));
    }

    private void bringToApproval() {
        driver.investigate(reference, "STRONG", "PREVENTABLE");
        driver.choosePosture(reference);
        driver.write("spokesperson", reference, "We are sorry.");
    }

    private void approve(Map<String, Object> more) {
        approve("legal", more);
    }

    private void approve(String person, Map<String, Object> more) {
        Map<String, Object> values = new HashMap<>(more);
        values.put("decision", "APPROVE");
        driver.decide(person, reference, driver.latestVersion(reference), values);
    }
}
