package io.firebreak.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.firebreak.support.FirebreakTest;
import io.firebreak.support.Web;
import java.net.HttpCookie;
import java.net.http.HttpResponse;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The doors of the web application, tried from outside. */
@FirebreakTest
@ExtendWith(OutputCaptureExtension.class)
class DoorsTest {

    private static final String NEW_ADMINISTRATOR =
            """
            {"profile": {"id": "intruder", "firstName": "Olga", "lastName": "Holm", "email": "i@example.org"},
             "credentials": {"password": "Very-Secret-Words-1"}}
            """;

    @LocalServerPort
    private int port;

    @Autowired
    private IdentityService identityService;

    private Web web;

    @BeforeEach
    void open() {
        web = new Web(port);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/engine-rest",
                "/engine-rest/engine",
                "/engine-rest/engine/default/task",
                "/engine-rest/task",
                "/engine-rest/deployment",
                "/engine-rest/openapi.json",
                "/engine-rest/unknown",
                "/api",
                "/api/cases",
                "/api/cases/CR-2026-0001",
                "/api/cases/CR-2026-0001/mentions",
                "/api/cases/CR-2026-0001/search-terms",
                "/api/cases/CR-2026-0001/evidence",
                "/api/cases/CR-2026-0001/evidence/files",
                "/api/evidence/1",
                "/api/evidence/1/file",
                "/api/evidence/1/redaction",
                "/api/crisis-plan",
                "/api/crisis-plan/check",
                "/api/crisis-plan/import",
                "/api/crisis-plan/schema",
                "/api/incidents",
                "/api/mentions",
                "/api/mentions/1/move",
                "/api/openapi",
                "/api/processes/deployment",
                "/api/wording/check",
                "/api/unknown",
                "/actuator",
                "/actuator/info",
                "/actuator/metrics",
                "/actuator/prometheus",
                "/actuator/env",
                "/actuator/heapdump",
                "/actuator/unknown"
            })
    void shouldAskWhoIsThere(String path) {
        // when
        HttpResponse<String> get = web.get(null, path);
        HttpResponse<String> post = web.post(null, path, "{}");

        // then
        assertThat(List.of(get, post)).allSatisfy(answer -> {
            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(answer.headers().firstValue("WWW-Authenticate"))
                    .hasValueSatisfying(challenge -> assertThat(challenge).startsWith("Basic"));
            assertThat(answer.headers().firstValue("Content-Type"))
                    .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
            assertThat(answer.body()).contains("Please sign in");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/unknown",
                "/index.html",
                "/swagger-ui.html",
                "/v3/api-docs",
                "/processes/SocialMediaCrisis.bpmn",
                "/application.yaml",
                "/h2-console",
                "/webjars/camunda/app/tasklist/index.html",
                "/plugin-webapp/firebreak/app/plugin.js",
                "/Engine-rest/task",
                "/ENGINE-REST/engine"
            })
    void shouldHideWhatIsNotThere(String path) {
        // when
        HttpResponse<String> nobody = web.get(null, path);
        HttpResponse<String> administrator = web.get("admin", path);

        // then
        assertThat(nobody.statusCode()).isIn(403, 404);
        assertThat(administrator.statusCode()).isIn(403, 404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/engine-rest/;a=b/task",
                "/engine-rest;a=b/task",
                "//engine-rest/task",
                "/engine-rest//task",
                "/%65ngine-rest/task",
                "/./engine-rest/task",
                "/newsroom/../engine-rest/task",
                "/newsroom/%2e%2e/engine-rest/task",
                "/camunda/../engine-rest/engine"
            })
    void shouldNotOpenTheEngineForAnotherSpelling(String path) {
        // when
        HttpResponse<String> answer = web.get(null, path);

        // then
        assertThat(answer.statusCode()).isIn(400, 401, 403, 404);
        assertThat(answer.body()).doesNotContain("\"assignee\"").doesNotContain("\"name\":\"default\"");
    }

    @Test
    void shouldTellEverybodyWhetherItIsWellButNotMore() {
        // when
        HttpResponse<String> nobody = web.get(null, "/actuator/health");
        HttpResponse<String> staff = web.get("crisislead", "/actuator/health");
        HttpResponse<String> administrator = web.get("admin", "/actuator/health");

        // then
        assertThat(nobody.statusCode()).isEqualTo(200);
        // the cases of other tests have tasks that nobody answers
        assertThat(nobody.body())
                .containsPattern("\"status\":\"(UP|DEGRADED)\"")
                .doesNotContain("components", "CR-");
        assertThat(staff.body()).containsPattern("\"status\":\"(UP|DEGRADED)\"").doesNotContain("components", "CR-");
        assertThat(administrator.body()).contains("components", "deployer", "PostgreSQL");
        assertThat(web.get(null, "/actuator/health/deployer").statusCode()).isEqualTo(404);
        assertThat(web.get(null, "/actuator/health/liveness").statusCode()).isEqualTo(200);
    }

    @Test
    void shouldLetOnlyAdministratorsIntoTheActuator() {
        // when
        List<Integer> staff = List.of("communitymanager", "management", "crisislead", "designer").stream()
                .map(user -> web.get(user, "/actuator/metrics").statusCode())
                .toList();

        // then
        assertThat(staff).containsOnly(403);
        assertThat(web.get("admin", "/actuator/metrics").statusCode()).isEqualTo(200);
        assertThat(web.get("admin", "/actuator/env").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /camunda/api/admin/setup/default/user/create",
        "PUT, /camunda/api/admin/setup/default/user/create",
        "POST, /camunda/api/admin/setup/default/user/create/",
        "POST, /camunda/api/admin/setup/default/user/create;a=b",
        "POST, /camunda/api/admin/setup;a=b/default/user/create",
        "POST, /camunda/api/admin;a=b/setup/default/user/create",
        "POST, /camunda;a=b/api/admin/setup/default/user/create",
        "POST, //camunda/api/admin/setup/default/user/create",
        "POST, /camunda/api//admin/setup/default/user/create",
        "POST, /camunda/api/admin//setup/default/user/create",
        "POST, /camunda/api/admin/%73etup/default/user/create",
        "POST, /camunda/api/%61dmin/setup/default/user/create",
        "POST, /camunda/%61pi/admin/setup/default/user/create",
        "POST, /%63amunda/api/admin/setup/default/user/create",
        "POST, /camunda/api/admin/./setup/default/user/create",
        "POST, /camunda/api/admin/x/../setup/default/user/create",
        "POST, /camunda/api/admin/%2e/setup/default/user/create",
        "POST, /camunda/api/admin%2fsetup/default/user/create",
        "POST, /camunda/api/admin/Setup/default/user/create",
        "POST, /camunda/api/admin/SETUP/default/user/create",
        "POST, /camunda/API/admin/setup/default/user/create",
        "POST, /CAMUNDA/api/admin/setup/default/user/create",
        "POST, /camunda/api/admin/setup/default/user/create?x=y",
        "POST, /camunda/api/admin/setup%20/default/user/create"
    })
    void shouldNeverMakeAnAdministratorForAStrangerEvenWhenThereIsNone(String method, String path) {
        // given
        List<User> administrators = identityService
                .createUserQuery()
                .memberOfGroup(Groups.CAMUNDA_ADMIN)
                .list();
        administrators.forEach(user -> identityService.deleteMembership(user.getId(), Groups.CAMUNDA_ADMIN));
        try {
            // when
            HttpResponse<String> answer = web.send(null, method, path, NEW_ADMINISTRATOR, headersOfABrowser());

            // then
            assertThat(answer.statusCode()).isIn(400, 401, 403, 404);
            assertThat(identityService.createUserQuery().userId("intruder").count())
                    .isZero();
        } finally {
            administrators.forEach(user -> identityService.createMembership(user.getId(), Groups.CAMUNDA_ADMIN));
        }
    }

    @Test
    void shouldSendSecurityHeadersWithEveryKindOfAnswer() {
        // when
        List<HttpResponse<String>> answers = List.of(
                web.get("crisislead", "/api/cases"),
                web.get("crisislead", "/api/cases/CR-1999-0001"),
                web.get(null, "/api/cases"),
                web.get("designer", "/api/cases"),
                web.get("crisislead", "/api/unknown"),
                web.post("crisislead", "/api/incidents", "{"),
                web.send("crisislead", "POST", "/api/incidents", "x", "Content-Type", "text/plain"),
                web.send("crisislead", "DELETE", "/api/incidents", null),
                web.post("crisislead", "/api/incidents", "x".repeat(300_000)),
                web.get("crisislead", "/api/cases", "Sec-Fetch-Site", "cross-site"),
                web.get("crisislead", "/engine-rest/task"),
                web.get("crisislead", "/engine-rest/unknown"),
                web.get("crisislead", "/engine-rest/task/unknown"),
                web.get(null, "/actuator/health"),
                web.get(null, "/camunda/app/tasklist/default/"),
                web.get(null, "/camunda/api/engine/engine/default/task"),
                web.post(null, "/camunda/api/admin/setup/default/user/create", "{}"),
                web.get(null, "/unknown"),
                web.get(null, "/api/cases;a=b"),
                web.get(null, "/newsroom"));

        // then
        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
            assertThat(answer.headers().firstValue("X-Frame-Options")).isPresent();
            assertThat(answer.headers().firstValue("Server")).isEmpty();
            assertThat(answer.body()).doesNotContain("\tat ").doesNotContain("trace");
        });
    }

    @Test
    void shouldKeepNoSessionForPrograms() {
        // when
        List<HttpResponse<String>> answers = List.of(
                web.get("crisislead", "/api/cases"),
                web.get("crisislead", "/engine-rest/task"),
                web.get("admin", "/actuator/metrics"),
                web.get(null, "/api/cases"),
                web.get(null, "/newsroom"));

        // then
        assertThat(answers).allSatisfy(answer -> assertThat(answer.headers().firstValue("Set-Cookie"))
                .isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"cross-site", "same-site"})
    void shouldRefuseWhatAnotherSiteMakesABrowserDo(String site) {
        // when
        HttpResponse<String> answer = web.post("crisislead", "/api/incidents", "{}", "Sec-Fetch-Site", site);
        HttpResponse<String> engine = web.get("crisislead", "/engine-rest/task", "Sec-Fetch-Site", site);

        // then
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("Requests from other sites are not taken.");
        assertThat(engine.statusCode()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"areaowner2:wrong", "nobody:Firebreak-demo-1", ":", "areaowner2", "a\u0000b:c", "a\nb:c"})
    void shouldAnswerWrongCredentialsWithAProblem(String credentials, CapturedOutput output) {
        // given
        String header = "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes());

        // when
        HttpResponse<String> answer = web.get(null, "/api/cases", "Authorization", header);

        // then
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).contains("\"status\":401", "Please sign in with your user id and password.");
        assertThat(output.getOut()).doesNotContain("\tat ").doesNotContain("\nb");
        identityService.unlockUser("areaowner2");
    }

    @Test
    void shouldShowNoCaseToAUserWithoutARole() {
        // given
        User user = identityService.newUser("roleless");
        user.setPassword("Firebreak-demo-1");
        identityService.saveUser(user);
        try {
            // when
            HttpResponse<String> cases = web.get("roleless", "/api/cases");
            HttpResponse<String> report = web.post("roleless", "/api/incidents", "{}");
            HttpResponse<String> mentions = web.get("roleless", "/api/mentions");
            HttpResponse<String> mention = web.post("roleless", "/api/mentions", "{}");
            HttpResponse<String> evidence = web.post("roleless", "/api/evidence/1/redaction", "{}");
            HttpResponse<String> tasks = web.get("roleless", "/engine-rest/task");
            HttpResponse<String> instances = web.get("roleless", "/engine-rest/process-instance");
            HttpResponse<String> users = web.get("roleless", "/engine-rest/user");

            // then
            assertThat(cases.statusCode()).isEqualTo(403);
            assertThat(cases.body()).contains("Your role does not allow this");
            assertThat(List.of(report, mentions, mention, evidence))
                    .allSatisfy(answer -> assertThat(answer.statusCode()).isEqualTo(403));
            assertThat(tasks.body()).isEqualTo("[]");
            assertThat(instances.body()).isEqualTo("[]");
            assertThat(users.body()).doesNotContain("crisislead");
        } finally {
            identityService.deleteUser("roleless");
        }
    }

    @Test
    void shouldWriteTheNameOfAFailedSignInOnOneLine(CapturedOutput output) {
        // when
        web.send(
                null,
                "POST",
                "/camunda/api/admin/auth/user/default/login/tasklist",
                "username=a%0Aforged+line&password=b",
                "Content-Type",
                "application/x-www-form-urlencoded");

        // then
        assertThat(output.getOut().lines()).noneMatch(line -> line.startsWith("forged line"));
    }

    /** The token against forgery is for everybody who opens the page, so it keeps nobody out. */
    private String[] headersOfABrowser() {
        List<HttpCookie> cookies =
                web.get(null, "/camunda/app/admin/default/").headers().allValues("Set-Cookie").stream()
                        .flatMap(header -> HttpCookie.parse(header).stream())
                        .toList();
        String token = cookies.stream()
                .filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElseThrow();
        String sent = cookies.stream()
                .map(cookie -> cookie.getName() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
        return new String[] {"Content-Type", "application/json", "Cookie", sent, "X-XSRF-TOKEN", token};
    }
}
