package io.firebreak;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.firebreak.support.PackagedApplication;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** The packed jar as an operator runs it: started, used over HTTP, stopped, killed, started again. */
class PackagedApplicationIT {

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private Path folder;

    @Test
    void shouldLeadFourCasesFromReportToNewsroomOverHttp() {
        try (PackagedApplication firebreak = PackagedApplication.demo(folder)) {
            for (Report report : Report.FOUR) {
                // given
                String reference = report(firebreak, report);

                // when
                bringToReview(firebreak, reference, report);
                firebreak.complete("management", reference, "UserTask_ReviewCrisis", Map.of("lessons", "Lección ✓"));

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
            reference = report(firebreak, Report.FOUR.get(0));
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
            bringToReview(firebreak, reference, Report.FOUR.get(0));
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
        String reference = report(killed, Report.FOUR.get(1));
        killed.complete("communitymanager", reference, "UserTask_AssessIncident", Report.FACTS);

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
                    Report.FOUR.get(1).statement());
            assertThat(report(firebreak, Report.FOUR.get(2)))
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

    private static String report(PackagedApplication firebreak, Report report) {
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

    private static void bringToReview(PackagedApplication firebreak, String reference, Report report) {
        firebreak.complete("communitymanager2", reference, "UserTask_AssessIncident", Report.FACTS);
        firebreak.complete("spokesperson", reference, "UserTask_WriteStatement", report.statement());
        String sha256 =
                firebreak.get("crisislead", "/api/cases/" + reference).get("ledger").findValues("sha256").stream()
                        .reduce((first, last) -> last)
                        .orElseThrow()
                        .asText();
        firebreak.complete(
                "legal", reference, "UserTask_ApproveStatement", Map.of("decision", "APPROVE", "sha256", sha256));
        PackagedApplication.await(reference + " is published", () -> firebreak
                .get("crisislead", "/api/cases/" + reference)
                .get("phase")
                .asText()
                .equals("LEARN"));
    }

    private static String publicPage(PackagedApplication firebreak, JsonNode crisisCase) {
        String url = crisisCase.get("ledger").findValues("url").get(0).asText();
        String path = url.substring(url.indexOf("/newsroom"));
        return firebreak.exchange("nobody", "GET", path, null).body();
    }

    /** A report from real life and the statement that answers it; see {@code docs/cases.md}. */
    private record Report(String language, String title, String description, String answer, String words) {

        /** An own slip: there is no cool-down to wait for. */
        static final Map<String, Object> FACTS =
                Map.of("category", "OWN_SLIP", "spread", "STEADY", "negativeSharePercent", 20);

        static final List<Report> FOUR = List.of(
                new Report(
                        "es",
                        "Publicamos una broma que ofende a las personas mayores 😡",
                        "El tuit de las 9:40 decía «demasiado viejos para entenderlo». Ya hay 312 respuestas. "
                                + "<img src=x onerror=alert(1)>",
                        "Esta mañana publicamos una frase que ofendió a muchas personas.\n\n"
                                + "Nos equivocamos y pedimos disculpas. No la borramos: la rectificamos aquí.",
                        "Nos equivocamos y pedimos disculpas."),
                new Report(
                        "it",
                        "Flame sulla pagina: «Siete dei ladri!» 🔥",
                        "Un utente con 40.000 follower accusa l'azienda: perché nessuno risponde? È sabato sera.",
                        "Abbiamo letto le vostre critiche.\n\nStiamo verificando che cosa è successo e scriviamo di "
                                + "nuovo entro le 18. <script>alert(1)</script>",
                        "Abbiamo letto le vostre critiche."),
                new Report(
                        "pl",
                        "Kryzys w weekend: sklep wysłał zepsute paczki „Żółć”",
                        "Klienci piszą wulgarne komentarze, telefon prezesa jest poza zasięgiem. Zdjęcia krążą na FB.",
                        "Część paczek dotarła uszkodzona – to nasz błąd.\n\nKażdą wymienimy do piątku. "
                                + "Zgłoszenia: https://sklep.example/wymiana",
                        "Każdą wymienimy do piątku."),
                new Report(
                        "en",
                        "Is it a troll? \u200fتعليق\u200f about our \"poisoned\" tea ☕️",
                        "An account made yesterday repeats the same words under every post.\n\n{{7*7}} ${7*7} "
                                + "'; DROP TABLE firebreak.crisis_case; --",
                        "A post says that our tea is unsafe. It is not: here is the laboratory's report.\n\n"
                                + "We answer questions at https://tea.example/facts until Sunday.",
                        "A post says that our tea is unsafe."));

        Map<String, Object> statement() {
            return Map.of("language", language, "title", title, "body", answer, "apology", language.equals("es"));
        }
    }
}
