package io.firebreak.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who has to agree to a text. */
class ApproversTest {

    private static final String DECISION = "Approvers";
    private static final List<Object> POSTURES = List.of("HOLD", "REBUILD", "DENY", "DIMINISH", "INFORM", "");

    private final DecisionFile file = DecisionFile.of("Approvers");

    @Test
    void shouldAskCrisisLeadOrLegalWhereNothingIsGrave() {
        for (String severity : List.of("S3", "S4", "")) {
            assertAsked(facts("STATEMENT", severity, "INFORM", false), "legal 1 ANY", "crisislead 1 ANY");
        }
    }

    @Test
    void shouldAskCrisisLeadAndLegalInAGraveCase() {
        assertThat(asked(facts("STATEMENT", "S2", "INFORM", false)))
                .contains("crisislead 1 ALL", "legal 1 ALL")
                .noneMatch(row -> row.startsWith("management"));
    }

    @Test
    void shouldAskManagementAfterThemInTheWorst() {
        assertThat(asked(facts("STATEMENT", "S1", "INFORM", false)))
                .contains("crisislead 1 ALL", "legal 1 ALL", "management 2 ALL");
    }

    @Test
    void shouldAlwaysAskLegalWhereWeApologiseAdmitOrDeny() {
        for (Object severity : List.of("S1", "S2", "S3", "S4", "")) {
            assertThat(asked(facts("STATEMENT", severity, "INFORM", true))).contains("legal 1 ALL");
            for (String posture : List.of("REBUILD", "DIMINISH", "DENY")) {
                assertThat(asked(facts("STATEMENT", severity, posture, false))).contains("legal 1 ALL");
            }
        }
    }

    @Test
    void shouldNotHaveATypoWaitForLegal() {
        // given
        Map<String, Object> typo = facts("STATEMENT", "S4", "REBUILD", false);
        typo.put("category", "OWN_SLIP");

        // then
        assertAsked(typo, "legal 1 ANY", "crisislead 1 ANY");
    }

    @Test
    void shouldAskOnePersonForAHoldingStatementWhateverHappens() {
        Map<String, List<Object>> values = new LinkedHashMap<>();
        values.put("kind", List.of("HOLDING"));
        values.put("severity", Facts.SEVERITIES);
        values.put("category", Facts.CATEGORIES);
        values.put("posture", POSTURES);
        values.put("apologises", List.of(false));
        Facts.combinations(values).forEach(facts -> assertAsked(facts, "legal 1 ANY", "crisislead 1 ANY"));
    }

    @Test
    void shouldAskAnybodyWhoMayReadATranslation() {
        assertAsked(
                facts("TRANSLATION", "S1", "REBUILD", true),
                "management 1 ANY",
                "spokesperson 1 ANY",
                "legal 1 ANY",
                "crisislead 1 ANY");
    }

    private void assertAsked(Map<String, Object> facts, String... rows) {
        assertThat(asked(facts)).as("asked for %s", facts).containsExactlyInAnyOrder(rows);
    }

    private List<String> asked(Map<String, Object> facts) {
        return file.decide(DECISION, facts).all().stream()
                .map(row -> "%s %s %s".formatted(row.get("role"), row.get("step"), row.get("needs")))
                .toList();
    }

    private static Map<String, Object> facts(String kind, Object severity, String posture, boolean apologises) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("kind", kind);
        facts.put("severity", severity);
        facts.put("category", "CUSTOMER_COMPLAINT");
        facts.put("posture", posture);
        facts.put("apologises", apologises);
        return facts;
    }
}
