package io.firebreak.roster.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.firebreak.notification.AddressBook;
import io.firebreak.notification.AddressBook.Recipient;
import io.firebreak.notification.Means;
import io.firebreak.roster.CrisisPlans;
import io.firebreak.support.FirebreakTest;
import io.firebreak.support.Web;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.util.ReflectionTestUtils;

/** How a file comes into force or not, who sees it, and what others read of it. */
@FirebreakTest
@ExtendWith(OutputCaptureExtension.class)
class CrisisPlanApiTest {

    private static final String RIGHT =
            """
            people:
              crisislead:
                roles: [crisislead]
                languages: [it, en]
                zone: Europe/Rome
                means: [email]
            chains:
              - name: Lead
                role: crisislead
                levels:
                  - ask: [{everybody: crisislead}]
                    within: 15 min
                again: 5 min
            """;
    private static final String WRONG =
            RIGHT.replace("Europe/Rome", "Europe/Roma").replace("again: 5 min", "again: 1 h");

    @TempDir
    private Path folder;

    @LocalServerPort
    private int port;

    @Autowired
    private PlanFile file;

    @Autowired
    private PlanImport plans;

    @Autowired
    private PlanVersions versions;

    @Autowired
    private CrisisPlans inForce;

    @Autowired
    private AddressBook addresses;

    @Autowired
    private IdentityService identityService;

    @Autowired
    private JdbcClient jdbc;

    private Web web;
    private Object ofTheTests;

    @BeforeEach
    void useAnotherFile() {
        web = new Web(port);
        ofTheTests = ReflectionTestUtils.getField(file, "location");
        ReflectionTestUtils.setField(
                file, "location", folder.resolve("crisis-plan.yaml").toUri().toString());
    }

    @AfterEach
    void useThePlanOfTheTestsAgain() {
        ReflectionTestUtils.setField(file, "location", ofTheTests);
        plans.ifChanged();
        assertThat(inForce.current().people()).hasSize(12);
    }

    @Test
    void shouldHaveImportedThePlanBeforeTheFirstRequest() {
        // when
        HttpResponse<String> answer = web.get("communitymanager", "/api/crisis-plan");

        // then
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("\"importedBy\":\"firebreak\"", "crisis leads:", "\"since\":\"20");
        assertThat(inForce.current().calendars().get("warsaw").companyDays())
                .as("from the file beside it")
                .hasSizeGreaterThan(140);
    }

    @Test
    void shouldFindNoMistakeInTheExample() throws IOException {
        // given
        String example = new String(
                getClass().getResourceAsStream("/crisis-plan/demo.yaml").readAllBytes(), StandardCharsets.UTF_8);

        // when
        HttpResponse<String> answer = web.send(
                "crisislead",
                "POST",
                "/api/crisis-plan/check",
                example.replace("    company days: company-days.ics\n", ""),
                "Content-Type",
                "application/yaml");

        // then
        assertThat(answer.body()).isEqualTo("{\"mistakes\":[]}");
    }

    @Test
    void shouldImportAFileThatChanged() throws IOException {
        // given
        int before = inForce.version();
        write(RIGHT);

        // when
        plans.ifChanged();
        plans.ifChanged();

        // then
        assertThat(inForce.version()).as("once").isEqualTo(before + 1);
        assertThat(inForce.current().people()).containsOnlyKeys("crisislead");
        assertThat(newestAct("plan.imported"))
                .isEqualTo("Version %d of the crisis plan is in force (people: 1, rotations: 0, chains: 1)."
                        .formatted(before + 1));
        assertThat(health())
                .contains("\"status\":\"UP\"", "\"inForce\":\"version " + (before + 1), "\"file\":\"in force\"");
    }

    @Test
    void shouldLeaveInForceWhatIsWhenAWrongFileComes(CapturedOutput output) throws IOException {
        // given
        write(RIGHT);
        plans.ifChanged();
        int before = inForce.version();
        write(WRONG);
        long known = acts("plan.refused");

        // when
        plans.ifChanged();
        plans.ifChanged();

        // then
        assertThat(inForce.version()).isEqualTo(before);
        assertThat(inForce.current().people().get("crisislead").zone()).isEqualTo(ZoneId.of("Europe/Rome"));
        assertThat(output.getOut().lines().filter(line -> line.contains("The crisis plan is refused.")))
                .as("each mistake once")
                .hasSize(2)
                .anySatisfy(line -> assertThat(line)
                        .contains(
                                "Line 5, people.crisislead.zone: There is no time zone", "Did you mean Europe/Rome?"));
        assertThat(acts("plan.refused")).as("in the ledger once").isEqualTo(known + 1);
        assertThat(newestAct("plan.refused"))
                .isEqualTo("A crisis plan with 2 mistakes was refused; version %d stays in force.".formatted(before));
        assertThat(health()).contains("\"status\":\"REFUSED\"", "\"mistakes\":2", "people.crisislead.zone");
        assertThat(web.get(null, "/actuator/health").statusCode())
                .as("a warning, not a failure")
                .isEqualTo(200);
    }

    @Test
    void shouldTakeARefusedFileWhenWhatItLacksIsThere() throws IOException {
        // given
        write(RIGHT.replace("crisislead:", "newlead:")
                .replace("roles: [crisislead]\n", "roles: []\n")
                .replace("everybody: crisislead", "person: newlead"));
        plans.ifChanged();
        assertThat(plans.lastAttempt().orElseThrow().refused()).isTrue();

        // when
        identityService.saveUser(userWithMail("newlead"));
        try {
            plans.ifChanged();

            // then
            assertThat(inForce.current().people()).containsOnlyKeys("newlead");
        } finally {
            identityService.deleteUser("newlead");
        }
        assertThat(inForce.current().people())
                .as("the plan stays readable without the user")
                .containsOnlyKeys("newlead");
        plans.ifChanged();
        assertThat(health()).as("and health says that somebody is gone").contains("REFUSED", "no user");
    }

    @Test
    void shouldKeepTheVersionInForceWhenTheFileIsGone() throws IOException {
        // given
        write(RIGHT);
        plans.ifChanged();
        int before = inForce.version();

        // when
        Files.delete(folder.resolve("crisis-plan.yaml"));
        plans.ifChanged();

        // then
        assertThat(inForce.version()).isEqualTo(before);
        assertThat(health()).contains("\"file\":\"missing\"", "version " + before);
        assertThat(web.post("admin", "/api/crisis-plan/import", "").statusCode())
                .isEqualTo(404);
    }

    @Test
    void shouldNotTakeAFolderForAFile() throws IOException {
        // given
        Files.createDirectory(folder.resolve("crisis-plan.yaml"));

        // when
        ImportAttempt attempt = plans.ifChanged();

        // then
        assertThat(attempt.found()).isFalse();
    }

    @Test
    void shouldImportForAdministratorsAndAnswerWithTheMistakes() throws IOException {
        // given
        write(WRONG);
        assertThat(web.post("crisislead", "/api/crisis-plan/import", "").statusCode())
                .isEqualTo(403);

        // when
        HttpResponse<String> refused = web.post("admin", "/api/crisis-plan/import", "");
        write(RIGHT);
        HttpResponse<String> imported = web.post("admin", "/api/crisis-plan/import", "");

        // then
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
        assertThat(refused.body()).contains("\"line\":5", "\"path\":\"people.crisislead.zone\"", "\"remedy\":");
        assertThat(imported.statusCode()).isEqualTo(200);
        assertThat(imported.body()).isEqualTo("{\"version\":%d}".formatted(inForce.version()));
        assertThat(versions.find(inForce.version()).orElseThrow().importedBy()).isEqualTo("admin");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/yaml", "application/x-yaml", "text/yaml; charset=utf-8"})
    void shouldCheckWithoutChangingAnything(String type) {
        // given
        int before = inForce.version();
        long known = acts("plan.refused");

        // when
        HttpResponse<String> right = check("crisislead", RIGHT, type);
        HttpResponse<String> wrong = check("admin", WRONG, type);

        // then
        assertThat(right.statusCode()).isEqualTo(200);
        assertThat(right.body()).isEqualTo("{\"mistakes\":[]}");
        assertThat(wrong.statusCode()).isEqualTo(200);
        assertThat(wrong.body())
                .startsWith("{\"mistakes\":[{\"line\":5,\"path\":\"people.crisislead.zone\",\"problem\":")
                .contains("\"line\":13,\"path\":\"chains[0].again\"");
        assertThat(inForce.version()).isEqualTo(before);
        assertThat(acts("plan.refused")).isEqualTo(known);
    }

    @Test
    void shouldLetNobodyElseSeeOrCheckIt() {
        assertThat(web.get(null, "/api/crisis-plan").statusCode()).isEqualTo(401);
        assertThat(web.get("designer", "/api/crisis-plan").statusCode()).isEqualTo(403);
        assertThat(check("designer", RIGHT, "text/plain").statusCode()).isEqualTo(403);
        assertThat(check(null, RIGHT, "text/plain").statusCode()).isEqualTo(401);
        assertThat(web.post(null, "/api/crisis-plan/import", "").statusCode()).isEqualTo(401);
        assertThat(web.get(null, "/api/crisis-plan/schema").statusCode()).isEqualTo(401);
    }

    @Test
    void shouldServeTheSchemaToWhoeverSignedIn() {
        // when
        HttpResponse<String> answer = web.get("designer", "/api/crisis-plan/schema");

        // then
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/schema+json"));
        assertThat(answer.body()).contains("https://json-schema.org/draft/2020-12/schema");
    }

    @Test
    void shouldRefuseABodyThatIsNoPlan() {
        assertThat(check("crisislead", "x".repeat(10 * 1024 * 1024), "text/plain")
                        .statusCode())
                .isEqualTo(413);
        assertThat(check("crisislead", "{}", "application/json").statusCode()).isEqualTo(415);
        assertThat(check("crisislead", "", "text/plain").body()).contains("The plan is empty.");
    }

    @Test
    void shouldTellHowPeopleAreReached() throws IOException {
        // given
        write(RIGHT);
        plans.ifChanged();

        // when
        Recipient planned = addresses.find("crisislead");
        Recipient unplanned = addresses.find("legal");

        // then
        assertThat(planned.name()).isEqualTo("Giulia Ferri");
        assertThat(planned.mailAddress()).isEqualTo("crisislead@demo.invalid");
        assertThat(planned.language()).isEqualTo("it");
        assertThat(planned.zone()).isEqualTo(ZoneId.of("Europe/Rome"));
        assertThat(planned.means()).extracting(Means::kind).containsExactly(Means.Kind.EMAIL);
        assertThat(unplanned.language()).isEqualTo("en");
        assertThat(unplanned.zone()).isEqualTo(ZoneId.of("UTC"));
        assertThat(unplanned.means()).extracting(Means::kind).containsExactly(Means.Kind.TASKLIST, Means.Kind.EMAIL);
        assertThat(addresses.find("nobody")).isNull();
    }

    private User userWithMail(String id) {
        User user = identityService.newUser(id);
        user.setPassword("Firebreak-demo-1");
        user.setEmail(id + "@demo.invalid");
        return user;
    }

    private HttpResponse<String> check(String user, String plan, String type) {
        return web.send(user, "POST", "/api/crisis-plan/check", plan, "Content-Type", type);
    }

    private void write(String plan) throws IOException {
        Files.writeString(folder.resolve("crisis-plan.yaml"), plan, StandardCharsets.UTF_8);
    }

    private String health() {
        return web.get("admin", "/actuator/health/crisisPlan").body();
    }

    private long acts(String type) {
        return jdbc.sql("SELECT count(*) FROM firebreak.ledger_entry WHERE act = ?")
                .param(type)
                .query(Long.class)
                .single();
    }

    private String newestAct(String type) {
        return jdbc.sql("SELECT sentence FROM firebreak.ledger_entry WHERE act = ? ORDER BY id DESC LIMIT 1")
                .param(type)
                .query(String.class)
                .single();
    }
}
