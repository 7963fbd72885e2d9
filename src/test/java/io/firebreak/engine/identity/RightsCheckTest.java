package io.firebreak.engine.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.firebreak.support.CaseDriver;
import io.firebreak.support.FirebreakTest;
import java.util.List;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Lists that are shown without asking about each task show the same as before. */
@FirebreakTest
class RightsCheckTest {

    @Autowired
    private CaseDriver driver;

    @Autowired
    private TaskService taskService;

    @Autowired
    private AuthorizationService authorizationService;

    private String reference;
    private String task;

    @BeforeEach
    void report() {
        reference = driver.report("A task in a list");
        task = driver.task(reference, "UserTask_AssessIncident").getId();
    }

    @Test
    void shouldShowPeopleTheTasksOfTheirOwnRole() {
        assertThat(seenBy("communitymanager", query().taskCandidateGroup("communitymanager")))
                .containsExactly(task);
        assertThat(seenBy("communitymanager", query().taskCandidateGroupIn(List.of("communitymanager"))))
                .containsExactly(task);
    }

    @Test
    void shouldShowNobodyTheTasksOfAnotherRole() {
        assertThat(seenBy("areaowner", query())).isEmpty();
        assertThat(seenBy("areaowner", query().taskCandidateGroup("communitymanager")))
                .isEmpty();
        assertThat(seenBy("areaowner", query().taskCandidateGroupIn(List.of("communitymanager", "areaowner"))))
                .isEmpty();
        assertThat(seenBy("areaowner", query().taskCandidateGroupLike("community%")))
                .isEmpty();
        assertThat(seenBy(
                        "areaowner",
                        query().or()
                                .taskCandidateGroup("areaowner")
                                .taskDefinitionKey("UserTask_AssessIncident")
                                .endOr()))
                .isEmpty();
        assertThat(seenBy("areaowner", query().taskAssignee("communitymanager")))
                .isEmpty();
    }

    @Test
    void shouldShowWhatSomebodyHoldsToThem() {
        // given
        taskService.setAssignee(task, "communitymanager2");

        // then
        assertThat(seenBy("communitymanager2", query().taskAssignee("communitymanager2")))
                .containsExactly(task);
        assertThat(seenBy("areaowner", query().taskAssignee("communitymanager2")))
                .isEmpty();
    }

    @Test
    void shouldShowEveryTaskToThoseWhoWatchAll() {
        assertThat(seenBy("management", query())).containsExactly(task);
        assertThat(seenBy("designer", query())).containsExactly(task);
    }

    @Test
    void shouldHideWhatAnAdministratorDenied() {
        // given
        Authorization denial = authorizationService.createNewAuthorization(Authorization.AUTH_TYPE_REVOKE);
        denial.setUserId("communitymanager");
        denial.setResource(Resources.TASK);
        denial.setResourceId(task);
        denial.removePermission(Permissions.READ);
        authorizationService.saveAuthorization(denial);

        // when
        List<String> seen;
        List<String> seenByColleague;
        try {
            seen = seenBy("communitymanager", query().taskCandidateGroup("communitymanager"));
            seenByColleague = seenBy("communitymanager2", query().taskCandidateGroup("communitymanager"));
        } finally {
            authorizationService.deleteAuthorization(denial.getId());
        }

        // then
        assertThat(seen).isEmpty();
        assertThat(seenByColleague).containsExactly(task);
    }

    private TaskQuery query() {
        return taskService.createTaskQuery().processInstanceBusinessKey(reference);
    }

    private List<String> seenBy(String user, TaskQuery query) {
        return driver.as(user, () -> query.list().stream().map(Task::getId).toList());
    }
}
