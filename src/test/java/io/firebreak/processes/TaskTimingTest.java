package io.firebreak.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
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
    void shouldGiveAnUncertainPublicationAQuarterOfAnHourInAGraveCase() {
        assertTiming("UserTask_CheckPublication", "S1", "Rule_CheckGrave", "PT15M", "PT5M", "PT15M", "management");
    }

    @Test
    void shouldGiveAnUncertainPublicationHalfAnHourOtherwise() {
        assertTiming("UserTask_CheckPublication", "S3", "Rule_Check", "PT30M", "PT10M", "PT30M", "management");
    }

    @Test
    void shouldHaveItPublishedByHandWithinHalfAnHourInAGraveCase() {
        assertTiming("UserTask_PublishByHand", "S2", "Rule_ByHandGrave", "PT30M", "PT10M", "PT30M", "crisislead");
    }

    @Test
    void shouldHaveItPublishedByHandWithinTwoHoursOtherwise() {
        assertTiming("UserTask_PublishByHand", "S4", "Rule_ByHand", "PT2H", "PT30M", "PT2H", "crisislead");
    }

    @Test
    void shouldLetATakeDownWaitForNobody() {
        assertTiming("UserTask_PrepareTakeDown", "S2", "Rule_PrepareTakeDown", "PT2H", "PT30M", "PT2H", "management");
        assertTiming(
                "UserTask_CountersignTakeDown",
                "S3",
                "Rule_CountersignTakeDown",
                "PT1H",
                "PT20M",
                "PT1H",
                "management");
        assertTiming("UserTask_TakePostDown", "", "Rule_TakePostDown", "PT30M", "PT10M", "PT30M", "management");
    }

    @Test
    void shouldGiveAChangedPublicationHalfAnHour() {
        assertTiming(
                "UserTask_CheckChangedPublication", "S3", "Rule_CheckChanged", "PT30M", "PT10M", "PT30M", "management");
    }

    @Test
    void shouldGiveStaffAShortHeadStartWhereSomebodyMayBeHurt() {
        assertWait("BoundaryEvent_HeadStartOver", "S1", "Rule_HeadStartS1", "PT5M");
    }

    @Test
    void shouldGiveStaffAQuarterOfAnHourOtherwise() {
        assertWait("BoundaryEvent_HeadStartOver", "S3", "Rule_HeadStart", "PT15M");
    }

    @Test
    void shouldLetAlliesWaitForHalfAnHour() {
        assertWait("BoundaryEvent_PublicWaitOver", "S2", "Rule_PublicWait", "PT30M");
    }

    @Test
    void shouldAskForThePostureAtOnceInAGraveCase() {
        assertTiming("UserTask_ChoosePosture", "S2", "Rule_PostureGrave", "PT15M", "PT5M", "PT15M", "management");
    }

    @Test
    void shouldAskForThePostureWithinAnHourOtherwise() {
        assertTiming("UserTask_ChoosePosture", "S3", "Rule_Posture", "PT1H", "PT15M", "PT1H", "management");
    }

    @Test
    void shouldGiveAHoldingStatementAQuarterOfAnHourAtS1() {
        assertTiming("UserTask_WriteHoldingStatement", "S1", "Rule_HoldingS1", "PT15M", "PT5M", "PT10M", "crisislead");
    }

    @Test
    void shouldGiveAHoldingStatementThreeQuartersOfAnHourOtherwise() {
        assertTiming("UserTask_WriteHoldingStatement", "S2", "Rule_Holding", "PT45M", "PT10M", "PT20M", "crisislead");
    }

    @Test
    void shouldGiveATranslationHalfAnHourInAGraveCase() {
        assertTiming(
                "UserTask_TranslateStatement", "S1", "Rule_TranslateGrave", "PT30M", "PT10M", "PT30M", "crisislead");
    }

    @Test
    void shouldGiveATranslationTwoHoursOtherwise() {
        assertTiming("UserTask_TranslateStatement", "S4", "Rule_Translate", "PT2H", "PT30M", "PT2H", "crisislead");
    }

    @Test
    void shouldBeginTheNextWordShortlyBeforeItIsPromisedWhereSomebodyMayBeHurt() {
        assertWait("CatchEvent_NextWordNearlyDue", "S1", "Rule_NextWordS1", "PT15M");
    }

    @Test
    void shouldBeginTheNextWordThreeQuartersOfAnHourBeforeItIsPromisedOtherwise() {
        assertWait("CatchEvent_NextWordNearlyDue", "S3", "Rule_NextWord", "PT45M");
    }

    @Test
    void shouldAskForTheReviewWithinAWeek() {
        assertTiming("UserTask_ReviewCrisis", "S1", "Rule_Review", "P7D", "P1D", "P7D", "management");
    }

    @Test
    void shouldHaveReactionsCountedWithinHalfAnHourInAGraveCase() {
        assertTiming("UserTask_CountReactions", "S1", "Rule_CountGrave", "PT30M", "PT10M", "PT30M", "management");
    }

    @Test
    void shouldHaveReactionsCountedWithinAnHourOtherwise() {
        assertTiming("UserTask_CountReactions", "S3", "Rule_Count", "PT1H", "PT30M", "PT1H", "management");
    }

    @Test
    void shouldHaveReactionsJudgedWithinHalfAnHourInAGraveCase() {
        assertTiming("UserTask_JudgeReactions", "S2", "Rule_JudgeGrave", "PT30M", "PT10M", "PT30M", "management");
    }

    @Test
    void shouldHaveReactionsJudgedWithinTwoHoursOtherwise() {
        assertTiming("UserTask_JudgeReactions", "S3", "Rule_Judge", "PT2H", "PT30M", "PT2H", "management");
    }

    @Test
    void shouldRemindOfAMeasureOnceAWeek() {
        assertTiming("UserTask_CarryOutMeasure", "S3", "Rule_Measure", "P30D", "P7D", "P30D", "management");
    }

    @Test
    void shouldHaveTheAuthorLookedAtWithinAQuarterOfAnHour() {
        assertTiming("UserTask_VerifyAuthor", "S4", "Rule_VerifyAuthor", "PT15M", "PT5M", "PT15M", "crisislead");
    }

    @Test
    void shouldHaveASuspicionInvestigatedWithinTwoHours() {
        assertTiming(
                "UserTask_InvestigateSuspicion",
                "S2",
                "Rule_InvestigateSuspicion",
                "PT2H",
                "PT30M",
                "PT2H",
                "management");
    }

    @Test
    void shouldHaveACompetitorCountersignedWithinTwoHours() {
        assertTiming(
                "UserTask_CountersignCompetitor",
                "S3",
                "Rule_CountersignCompetitor",
                "PT2H",
                "PT30M",
                "PT2H",
                "crisislead");
    }

    @Test
    void shouldHaveAReplyPlannedWithinTenMinutes() {
        assertTiming("UserTask_PlanReply", "S4", "Rule_PlanReply", "PT10M", "PT5M", "PT10M", "crisislead");
    }

    @Test
    void shouldGiveAnAreaTwentyMinutesForItsWordToAComment() {
        assertTiming("UserTask_AskAreaOwner", "S4", "Rule_AskAreaOwner", "PT20M", "PT10M", "PT20M", "crisislead");
    }

    @Test
    void shouldGiveAReplyAQuarterOfAnHourToBeWritten() {
        assertTiming("UserTask_WriteReply", "S4", "Rule_WriteReply", "PT15M", "PT5M", "PT15M", "crisislead");
    }

    @Test
    void shouldGiveTheSecondPersonTenMinutesForAReply() {
        assertTiming("UserTask_AgreeToReply", "S4", "Rule_AgreeToReply", "PT10M", "PT5M", "PT10M", "management");
    }

    @Test
    void shouldHaveAReplySentWithinTenMinutes() {
        assertTiming("UserTask_SendReply", "S4", "Rule_SendReply", "PT10M", "PT5M", "PT10M", "crisislead");
    }

    @Test
    void shouldLookWithinADayHowAReplyWasTaken() {
        assertTiming("UserTask_SettleComment", "S4", "Rule_SettleComment", "P1D", "PT8H", "P2D", "crisislead");
        assertTiming(
                "UserTask_AgreeToCompensation", "S4", "Rule_AgreeToCompensation", "PT4H", "PT2H", "PT8H", "management");
        assertTiming("UserTask_GiveCompensation", "S2", "Rule_GiveCompensation", "P1D", "PT8H", "P2D", "crisislead");
    }

    /** D0a row 7; a suspicion and the cool-down go on beside it. */
    @Test
    void shouldLeaveTheFirstHumanReplyWithinAnHour() {
        // when
        Duration together = List.of(
                        "UserTask_VerifyAuthor",
                        "UserTask_PlanReply",
                        "UserTask_WriteReply",
                        "UserTask_AgreeToReply",
                        "UserTask_SendReply")
                .stream()
                .map(task -> file.decide(DECISION, Map.of("task", task, "severity", "S4")))
                .map(answer -> Duration.parse((String) answer.row().get("dueIn")))
                .reduce(Duration.ZERO, Duration::plus);

        // then
        assertThat(together).isLessThanOrEqualTo(Duration.ofHours(1));
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
            if (!waits().contains(facts.get("task"))) {
                assertUsable(facts, answer.row());
            }
            used.addAll(answer.rowsOf(DECISION));
        }
        assertThat(used).isEqualTo(file.rows(DECISION));
    }

    @Test
    void shouldHaveARowOfItsOwnForEveryHumanTaskAndWaitOfTheDiagrams() {
        // given
        List<String> tasks = new ArrayList<>(humanTasks());
        tasks.addAll(waits());
        assertThat(tasks).hasSizeGreaterThan(waits().size());

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
        tasks.addAll(waits());
        Map<String, List<Object>> values = new LinkedHashMap<>();
        values.put("task", tasks);
        values.put("severity", List.of("S1", "S2", "S3", "S4", ""));
        return Facts.combinations(values);
    }

    private static List<String> humanTasks() {
        return diagrams().stream()
                .flatMap(diagram -> diagram.getModelElementsByType(UserTask.class).stream())
                .map(UserTask::getId)
                .toList();
    }

    /** The timers that ask the table how long they wait. */
    private static List<String> waits() {
        return diagrams().stream()
                .flatMap(diagram -> diagram.getModelElementsByType(CatchEvent.class).stream())
                .filter(event -> Stream.of("taskDeadlines.waitAtMost", "promisedWord.nearlyDueAt")
                        .anyMatch(event.getRawTextContent()::contains))
                .map(CatchEvent::getId)
                .toList();
    }

    private static List<BpmnModelInstance> diagrams() {
        File[] files = new File("processes").listFiles((folder, name) -> name.endsWith(".bpmn"));
        return Arrays.stream(files).map(Bpmn::readModelFromFile).toList();
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

    private void assertWait(String event, String severity, String row, String atMost) {
        // when
        var answer = file.decide(DECISION, Map.of("task", event, "severity", severity));

        // then
        assertThat(answer.row()).containsEntry("dueIn", atMost);
        assertThat(answer.rowsOf(DECISION)).containsExactly(row);
    }
}
