package io.firebreak.engine.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.firebreak.support.CaseDriver;
import io.firebreak.support.FirebreakTest;
import io.firebreak.support.Web;
import io.firebreak.support.WebappSession;
import java.net.http.HttpResponse;
import java.util.List;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** CVE-2026-109432: an expression in a task query is code that the asker runs. It must be refused in all its shapes. */
@FirebreakTest
class AdhocExpressionTest {

    private static final String ATTACK = "${''.getClass()}";
    private static final String SENTENCE = "Expressions are not allowed in task queries";

    @LocalServerPort
    private int port;

    @Autowired
    private TaskService taskService;

    @Autowired
    private FilterService filterService;

    @Autowired
    private CaseDriver driver;

    private Web web;

    @BeforeEach
    void open() {
        web = new Web(port);
    }

    @Test
    void shouldRefuseThemInJava() {
        // given
        List<TaskQuery> attacks = List.of(
                taskService.createTaskQuery().taskAssigneeExpression(ATTACK),
                taskService
                        .createTaskQuery()
                        .or()
                        .taskAssigneeExpression(ATTACK)
                        .endOr(),
                taskService
                        .createTaskQuery()
                        .or()
                        .taskName("a")
                        .endOr()
                        .or()
                        .dueBeforeExpression(ATTACK)
                        .endOr(),
                taskService
                        .createTaskQuery()
                        .or()
                        .processInstanceBusinessKeyExpression(ATTACK)
                        .endOr());

        // then
        assertThat(attacks).allSatisfy(attack -> {
            assertThatThrownBy(() -> driver.as("crisislead", attack::list)).hasMessageContaining(SENTENCE);
            assertThatThrownBy(() -> driver.as("crisislead", attack::count)).hasMessageContaining(SENTENCE);
            assertThatThrownBy(() -> driver.as("crisislead", attack::singleResult))
                    .hasMessageContaining(SENTENCE);
            assertThatThrownBy(() -> driver.as("crisislead", () -> attack.listPage(0, 1)))
                    .hasMessageContaining(SENTENCE);
        });
    }

    @Test
    void shouldRefuseThemInWhatExtendsAStoredFilter() {
        // given
        String filter = filter("Mine");
        TaskQuery attack = taskService
                .createTaskQuery()
                .or()
                .taskAssigneeExpression(ATTACK)
                .endOr();

        // then
        assertThatThrownBy(() -> driver.as("crisislead", () -> filterService.list(filter, attack)))
                .hasMessageContaining(SENTENCE);
        assertThatThrownBy(() -> driver.as("crisislead", () -> filterService.count(filter, attack)))
                .hasMessageContaining(SENTENCE);
        assertThatThrownBy(() -> driver.as("crisislead", () -> filterService.listPage(filter, attack, 0, 1)))
                .hasMessageContaining(SENTENCE);
        assertThatThrownBy(() -> driver.as("crisislead", () -> filterService.singleResult(filter, attack)))
                .hasMessageContaining(SENTENCE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"assigneeExpression\": \"%s\"}",
                "{\"orQueries\": [{\"assigneeExpression\": \"%s\"}]}",
                "{\"orQueries\": [{\"name\": \"a\"}, {\"candidateGroupsExpression\": \"%s\"}]}",
                "{\"orQueries\": [{\"dueBeforeExpression\": \"%s\"}]}",
                "{\"orQueries\": [{\"processInstanceBusinessKeyLikeExpression\": \"%s\"}]}"
            })
    void shouldRefuseThemOverHttp(String query) {
        // given
        String attack = query.formatted(ATTACK);
        String filter = filter("Mine");
        WebappSession tasklist = WebappSession.signIn(port, "crisislead", "tasklist");

        // when
        List<HttpResponse<String>> answers = List.of(
                web.post("crisislead", "/engine-rest/task", attack),
                web.post("crisislead", "/engine-rest/task/count", attack),
                web.post("crisislead", "/engine-rest/filter/" + filter + "/list", attack),
                web.post("crisislead", "/engine-rest/filter/" + filter + "/count", attack),
                tasklist.post("/api/engine/engine/default/task", attack),
                tasklist.post("/api/engine/engine/default/filter/" + filter + "/list", attack));

        // then
        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
            assertThat(answer.body()).contains("xpressions are").doesNotContain("java.lang.String");
        });
    }

    @Test
    void shouldStillAnswerStoredFiltersAndPlainQueries() {
        // given
        String reference = driver.report("For my list");
        Task task = driver.task(reference, "UserTask_AssessIncident");
        driver.as("crisislead2", () -> {
            taskService.claim(task.getId(), "crisislead2");
            return null;
        });

        // when
        List<Task> mine = driver.as("crisislead2", () -> filterService.list(filter("Mine")));
        HttpResponse<String> overHttp =
                web.post("crisislead2", "/engine-rest/filter/" + filter("Mine") + "/list", "{}");
        HttpResponse<String> plain = web.post(
                "crisislead2",
                "/engine-rest/task",
                "{\"orQueries\": [{\"assignee\": \"crisislead2\"}, {\"name\": \"Assess the incident\"}]}");

        // then
        assertThat(mine).extracting(Task::getId).contains(task.getId());
        assertThat(overHttp.body()).contains(task.getId());
        assertThat(plain.body()).contains(task.getId());
    }

    @ParameterizedTest
    @ValueSource(strings = {"communitymanager", "crisislead", "management", "designer"})
    void shouldLetOnlyAdministratorsMakeFilters(String user) {
        // given
        String mine = filter("Mine");
        String filter =
                "{\"resourceType\": \"Task\", \"name\": \"evil\", \"query\": {\"assigneeExpression\": \"${now()}\"}}";

        // when
        HttpResponse<String> created = web.post(user, "/engine-rest/filter/create", filter);
        HttpResponse<String> changed =
                web.send(user, "PUT", "/engine-rest/filter/" + mine, filter, "Content-Type", "application/json");
        HttpResponse<String> deleted = web.send(user, "DELETE", "/engine-rest/filter/" + mine, null);

        // then
        assertThat(List.of(created, changed, deleted))
                .allSatisfy(answer -> assertThat(answer.statusCode()).isEqualTo(403));
        assertThat(filterService.createFilterQuery().filterName("evil").count()).isZero();
    }

    private String filter(String name) {
        return filterService.createFilterQuery().filterName(name).singleResult().getId();
    }
}
