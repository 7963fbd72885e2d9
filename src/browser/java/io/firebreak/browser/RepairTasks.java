package io.firebreak.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.firebreak.support.TestClock;
import io.firebreak.support.Web;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.beans.factory.annotation.Autowired;

/** Lets a chain of command have a gap, so that somebody is asked to repair it. */
final class RepairTasks {

    private static final Pattern ID = Pattern.compile("\"id\"\\s*:\\s*\"([^\"]+)\"");

    private final ManagementService managementService;
    private final TaskService taskService;
    private final TestClock clock;

    @Autowired
    RepairTasks(ManagementService managementService, TaskService taskService, TestClock clock) {
        this.managementService = managementService;
        this.taskService = taskService;
        this.clock = clock;
    }

    /** Everybody is back when this ends; the task stays until the next night. */
    TaskPlace repairChain(Web web) {
        List<String> absences = List.of("legal", "legal2", "management", "management2").stream()
                .map(person -> away(web, person))
                .toList();
        lookAtNight();
        Task task = taskService.createTaskQuery().taskDefinitionKey("UserTask_RepairChain").list().stream()
                .findFirst()
                .orElseThrow();
        absences.forEach(id -> web.post("crisislead", "/api/absences/" + id + "/end", null));
        return new TaskPlace("crisislead", null, task.getId());
    }

    void lookAtNight() {
        managementService.executeJob(managementService
                .createJobQuery()
                .processDefinitionKey("ReachabilityCheck")
                .activityId("StartEvent_EveryNight")
                .singleResult()
                .getId());
    }

    private String away(Web web, String person) {
        Instant from = clock.instant();
        HttpResponse<String> answer = web.post(
                "crisislead",
                "/api/absences",
                "{\"person\": \"%s\", \"from\": \"%s\", \"to\": \"%s\"}"
                        .formatted(person, from, from.plus(Duration.ofDays(20))));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        Matcher id = ID.matcher(answer.body());
        assertThat(id.find()).isTrue();
        return id.group(1);
    }
}
