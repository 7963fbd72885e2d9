package io.firebreak;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.firebreak.support.PackagedApplication;
import io.firebreak.support.RealReport;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** The packed jar as an operator runs it: started, used over HTTP, stopped, killed, started again. */
class PackagedApplicationIT {

    private static final String LESSON =
            "[{\"area\": \"MESSAGE\", \"finding\": \"Lección ✓\", \"noMeasureReason\": \"Salió bien.\"}]";

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private Path folder;

    @Test
    void shouldLeadFourCasesFromReportToNewsroomOverHttp() {
        try (PackagedApplication firebreak = PackagedApplication.demo(folder)) {
            for (RealReport report : RealReport.FOUR) {
                // given
                String reference = report(firebreak, report);

                // when
                bringToReview(firebreak, reference, report);
                firebreak.complete(
                        "management",
                        reference,
                        "UserTask_ReviewCrisis",
                        Map.of("correctionNeeded", false, "lessons", LESSON));

                // then
                JsonNode crisisCase = firebreak.get("crisislead", "/api/cases/" + reference);
                assertThat(crisisCase.get("phase").asText()).isEqualTo("CLOSED");
                String page = publicPage(firebreak, crisisCase);
                assertThat(page)
                        .contains("lang=\"" + report.language() + "\"")
                        .contains(report.words())
                        .doesNotContain("<img src=x")
                        .doesNotContain("<script");
            }
        }
    }

    @Test
    void shouldKeepCasesOverRestartAndGoOnWithThem() {
        // given
        String reference;
        try (PackagedApplication firebreak = PackagedApplication.demo(folder)) {
            reference = report(firebreak, RealReport.FOUR.get(0));
            firebreak.terminate();

            // then the stop is silent
            assertThat(firebreak.output()).doesNotContain("WARN").doesNotContain("ERROR");
        }

        // when
        Instant begin = Instant.now();
        try (PackagedApplication firebreak = PackagedApplication.demo(folder)) {
            System.out.printf(
                    "Start of the packed jar on an existing database: %d ms%n",
                    Duration.between(begin, Instant.now()).toMillis());
            System.out.printf("Resident memory when idle: %d MiB%n", firebreak.residentMebibytes());

            // then
            bringToReview(firebreak, reference, RealReport.FOUR.get(0));
            assertThat(firebreak
                            .get("crisislead", "/api/cases/" + reference)
                            .get("phase")
                            .asText())
                    .isEqualTo("LEARN");
            assertThat(firebreak
                            .get("admin", "/engine-rest/deployment/count")
                            .get("count")
                            .asInt())
                    .as("an unchanged bundle is not deployed again")
                    .isEqualTo(1);
        }
    }

    @Test
    void shouldLoseNothingWhenItIsKilled() {
        // given
        PackagedApplication killed = PackagedApplication.demo(folder);
        String reference = report(killed, RealReport.FOUR.get(1));
        killed.complete("communitymanager", reference, "UserTask_AssessIncident", RealReport.OWN_SLIP);

        // when
        killed.kill();

        // then
        try (PackagedApplication firebreak = PackagedApplication.demo(folder)) {
            assertThat(firebreak
                            .get("crisislead", "/api/cases/" + reference)
                            .get("phase")
                            .asText())
                    .isEqualTo("RESPOND");
            firebreak.complete(
                    "spokesperson",
                    reference,
                    "UserTask_WriteStatement",
                    RealReport.FOUR.get(1).statement());
            assertThat(report(firebreak, RealReport.FOUR.get(2)))
                    .isEqualTo("CR-%s-0002".formatted(reference.split("-")[1]));
        }
    }

    @Test
    void shouldRefuseToOpenTheSameDataTwice() {
        try (PackagedApplication firebreak = PackagedApplication.demo(folder)) {
            // when
            PackagedApplication second = PackagedApplication.start(folder, Map.of("SPRING_PROFILES_ACTIVE", "demo"));

            // then
            assertThat(second.awaitEnd()).isNotZero();
            assertThat(second.output())
                    .contains("data")
                    .contains(String.valueOf(firebreak.pid()))
                    .doesNotContain("\tat ");
            assertThat(firebreak
                            .exchange("nobody", "GET", "/actuator/health", null)
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void shouldNotStartWithoutAnAdministrator() {
        // when
        PackagedApplication firebreak = PackagedApplication.start(folder, Map.of("FIREBREAK_DATABASE", "embedded"));

        // then
        assertThat(firebreak.awaitEnd()).isNotZero();
        assertThat(firebreak.output())
                .contains("There is no administrator yet.")
                .contains("FIREBREAK_ADMIN_PASSWORD")
                .doesNotContain("\tat ");
    }

    @Test
    void shouldMakeTheAdministratorThatTheEnvironmentNamesAndNoDemoAccount() {
        // when
        try (PackagedApplication firebreak = PackagedApplication.start(
                folder,
                Map.of(
                        "FIREBREAK_DATABASE",
                        "embedded",
                        "FIREBREAK_ADMIN_ID",
                        "olga",
                        "FIREBREAK_ADMIN_PASSWORD",
                        PackagedApplication.DEMO_PASSWORD))) {
            firebreak.awaitReady();

            // then
            assertThat(firebreak
                            .get("olga", "/engine-rest/user/count")
                            .get("count")
                            .asInt())
                    .isEqualTo(1);
            assertThat(firebreak
                            .exchange("communitymanager", "GET", "/api/cases", null)
                            .statusCode())
                    .isEqualTo(401);
        }
    }

    private static String report(PackagedApplication firebreak, RealReport report) {
        return firebreak
                .post(
                        "communitymanager",
                        "/api/incidents",
                        Map.of(
                                "title", report.title(),
                                "description", report.description(),
                                "language", report.language(),
                                "sourceUrl", "https://social.example/post/1"))
                .get("reference")
                .asText();
    }

    private static void bringToReview(PackagedApplication firebreak, String reference, RealReport report) {
        firebreak.complete("communitymanager2", reference, "UserTask_AssessIncident", RealReport.OWN_SLIP);
        firebreak.complete("spokesperson", reference, "UserTask_WriteStatement", report.statement());
        String sha256 =
                firebreak.get("crisislead", "/api/cases/" + reference).get("ledger").findValues("sha256").stream()
                        .reduce((first, last) -> last)
                        .orElseThrow()
                        .asText();
        firebreak.complete(
                "legal", reference, "UserTask_ApproveStatement", Map.of("decision", "APPROVE", "sha256", sha256));
        firebreak.publishByHand(reference);
        firebreak.calm(reference);
    }

    private static String publicPage(PackagedApplication firebreak, JsonNode crisisCase) {
        String url = crisisCase.get("ledger").findValues("url").stream()
                .map(JsonNode::asText)
                .filter(address -> address.contains("/newsroom"))
                .findFirst()
                .orElseThrow();
        String path = url.substring(url.indexOf("/newsroom"));
        return firebreak.exchange("nobody", "GET", path, null).body();
    }
}
