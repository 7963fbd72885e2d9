package io.firebreak.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.Test;

/** When a task is due, when its holders are reminded and who is called in after how long. */
class TaskTimingTest {

    private static final String DECISION = "TaskTiming";

    private final DecisionFile file = DecisionFile.of("TaskTiming");

    @Test
    void shouldCallManagementTenMinutesIntoAnAssessment() {
        assertTiming("UserTask_AssessIncident", "", "Rule_Assess", "PT15M", "PT5M", "PT10M", "management");
    }

    @Test
    void shouldGiveAnApprovalTenMinutesAtS1() {
        assertTiming("UserTask_ApproveStatement", "S1", "Rule_ApproveS1", "PT10M", "PT5M", "PT10M", "management");
    }

    @Test
    void shouldGiveAnApprovalAQuarterOfAnHourAtS2() {
        assertTiming("UserTask_ApproveStatement", "S2", "Rule_ApproveS2", "PT15M", "PT5M", "PT15M", "management");
    }

    @Test
    void shouldGiveAnApprovalTwentyMinutesAtS3() {
        assertTiming("UserTask_ApproveStatement", "S3", "Rule_Approve", "PT20M", "PT10M", "PT20M", "management");
    }

    @Test
    void shouldGiveAnApprovalTwentyMinutesAtS4() {
        assertTiming("UserTask_ApproveStatement", "S4", "Rule_Approve", "PT20M", "PT10M", "PT20M", "management");
    }

    @Test
    void shouldCallTheCrisisLeadAfterAnHourOfWritingInAGraveCase() {
        assertTiming("UserTask_WriteStatement", "S2", "Rule_WriteGrave", "PT4H", "PT30M", "PT1H", "crisislead");
    }

    @Test
    void shouldCallTheCrisisLeadAtHalfTheTimeOfWritingOtherwise() {
        assertTiming("UserTask_WriteStatement", "S3", "Rule_Write", "PT8H", "PT1H", "PT4H", "crisislead");
    }

    @Test
    void shouldAskForTheReviewWithinAWeek() {
        assertTiming("UserTask_ReviewCrisis", "S1", "Rule_Review", "P7D", "P1D", "P7D", "management");
    }

    @Test
    void shouldGiveADeadlineToATaskThatNoRowNames() {
        assertTiming("UserTask_DrawnLater", "S1", "Rule_Otherwise", "PT4H", "PT1H", "PT4H", "crisislead");
    }

    @Test
    void shouldAnswerEveryTaskAtEverySeverityAndNeedEveryRow() {
        // given
        Set<String> used = new TreeSet<>();

        // when
        for (var facts : everyTask()) {
            var answer = file.decide(DECISION, facts);

            // then
            assertUsable(facts, answer.row());
            used.addAll(answer.rowsOf(DECISION));
        }
        assertThat(used).isEqualTo(file.rows(DECISION));
    }

    @Test
    void shouldHaveARowOfItsOwnForEveryHumanTaskOfTheDiagram() {
        // given
        List<String> tasks = humanTasks();
        assertThat(tasks).isNotEmpty();

        for (String task : tasks) {
            // when
            var answer = file.decide(DECISION, Map.of("task", task, "severity", ""));

            // then
            assertThat(answer.rowsOf(DECISION)).as("row for %s", task).doesNotContain("Rule_Otherwise");
        }
    }

    private static List<Map<String, Object>> everyTask() {
        List<Object> tasks = new ArrayList<>(humanTasks());
        tasks.add("UserTask_DrawnLater");
        Map<String, List<Object>> values = new LinkedHashMap<>();
        values.put("task", tasks);
        values.put("severity", List.of("S1", "S2", "S3", "S4", ""));
        return Facts.combinations(values);
    }

    private static List<String> humanTasks() {
        return Bpmn.readModelFromFile(new File("processes/SocialMediaCrisis.bpmn"))
                .getModelElementsByType(UserTask.class)
                .stream()
                .map(UserTask::getId)
                .toList();
    }

    private static void assertUsable(Map<String, Object> facts, Map<String, Object> timing) {
        assertThat(timing).as("timing of %s", facts).hasSize(4);
        assertThat(List.of("dueIn", "remindEvery", "escalateAfter"))
                .as("durations of %s", facts)
                .allSatisfy(output ->
                        assertThat(Duration.parse((String) timing.get(output))).isPositive());
        assertThat(timing.get("escalateTo")).as("next in command of %s", facts).isIn("crisislead", "management");
    }

    private void assertTiming(
            String task,
            String severity,
            String row,
            String dueIn,
            String remindEvery,
            String escalateAfter,
            String escalateTo) {
        // when
        var answer = file.decide(DECISION, Map.of("task", task, "severity", severity));

        // then
        assertThat(answer.row())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "dueIn", dueIn,
                        "remindEvery", remindEvery,
                        "escalateAfter", escalateAfter,
                        "escalateTo", escalateTo));
        assertThat(answer.rowsOf(DECISION)).containsExactly(row);
    }
}
