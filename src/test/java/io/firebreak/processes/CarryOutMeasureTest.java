package io.firebreak.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.assertThat;

import io.firebreak.crisis.CaseOutcome;
import io.firebreak.crisis.CaseReference;
import io.firebreak.crisis.Cases;
import io.firebreak.ledger.LedgerEntry;
import io.firebreak.review.CaseMeasures;
import io.firebreak.review.Lesson;
import io.firebreak.review.Lessons;
import io.firebreak.review.Measure;
import io.firebreak.rule.Refusal;
import io.firebreak.support.CaseDriver;
import io.firebreak.support.FirebreakTest;
import io.firebreak.support.TestClock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** The ways through {@code CarryOutMeasure}. */
@FirebreakTest
class CarryOutMeasureTest {

    private static final String CARRY_OUT = "UserTask_CarryOutMeasure";

    @Autowired
    private CaseDriver driver;

    @Autowired
    private TestClock clock;

    @Autowired
    private Lessons lessons;

    @Autowired
    private CaseMeasures measures;

    @Autowired
    private Cases cases;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private ProcessEngine engine;

    private String reference;
    private ProcessInstance process;

    @BeforeEach
    void agreeOnAMeasure() {
        BpmnAwareTests.init(engine);
        reference = driver.reportedOwnSlip("A cracked kettle");
        driver.start("PostCrisisReview", reference, Map.of());
        driver.runJob(reference, "ServiceTask_DrawUpReport");
        driver.complete(
                "management",
                reference,
                "UserTask_ReviewCrisis",
                Map.of(
                        "correctionNeeded",
                        false,
                        "lessons",
                        "[{\"area\": \"PEOPLE\", \"finding\": \"Nobody was there.\", \"measure\": {\"title\":"
                                + " \"Plan the weekends\", \"owner\": \"areaowner\", \"dueOn\": \"%s\"}}]"
                                        .formatted(day(10))));
        // measures outlive their case
        transaction.executeWithoutResult(status -> cases.close(CaseReference.parse(reference), CaseOutcome.REVIEWED));
        process = driver.start(
                "CarryOutMeasure", reference, Map.of("measure", measure().id().toString()));
    }

    @Test
    void shouldWaitForTheOwnerUntilTheEndOfTheDay() {
        assertThat(driver.task(reference, CARRY_OUT).getAssignee()).isEqualTo("areaowner");
        assertThat(driver.task(reference, CARRY_OUT).getDueDate().toInstant())
                .isEqualTo(day(10).atTime(LocalTime.of(23, 59)).toInstant(ZoneOffset.UTC));
        assertThat(measures.open(CaseReference.parse(reference))).containsExactly(measure());
    }

    @Test
    void shouldEndWhenItIsDone() {
        // when
        driver.complete("areaowner", reference, CARRY_OUT, Map.of("decision", "DONE", "note", "The plan hangs there."));

        // then
        assertThat(process).isEnded().hasPassed("EndEvent_MeasureDone");
        assertThat(measure().isDone()).isTrue();
        assertThat(measure().note()).isEqualTo("The plan hangs there.");
        assertThat(measures.open(CaseReference.parse(reference))).isEmpty();
        assertThat(driver.ledger(reference))
                .extracting(LedgerEntry::type, LedgerEntry::actor, LedgerEntry::sentence, LedgerEntry::reason)
                .contains(tuple(
                        "measure.done",
                        "areaowner",
                        "areaowner carried out: Plan the weekends",
                        "The plan hangs there."));
    }

    @Test
    void shouldWaitForTheNextOwnerWhenItIsHandedOn() {
        // when
        handOn(Map.of("owner", "legal", "dueOn", day(20).toString(), "reason", "I am ill."));

        // then
        assertThat(process).isWaitingAt(CARRY_OUT);
        assertThat(driver.task(reference, CARRY_OUT).getAssignee()).isEqualTo("legal");
        assertThat(driver.task(reference, CARRY_OUT).getDueDate().toInstant())
                .isEqualTo(day(20).atTime(LocalTime.of(23, 59)).toInstant(ZoneOffset.UTC));
        assertThat(measure().isDone()).isFalse();
        assertThat(driver.ledger(reference))
                .extracting(LedgerEntry::type, LedgerEntry::reason)
                .contains(tuple("measure.handedOn", "I am ill."));

        // and the next one can do it
        driver.complete("legal", reference, CARRY_OUT, Map.of("decision", "DONE", "note", "Done."));
        assertThat(process).isEnded();
    }

    @Test
    void shouldTakeAnotherDayForTheSameOwner() {
        // when
        handOn(Map.of("dueOn", day(15).toString(), "reason", "It takes longer."));

        // then
        assertThat(measure().owner()).isEqualTo("areaowner");
        assertThat(measure().dueOn()).isEqualTo(day(15));
    }

    @Test
    void shouldSayWhatIsWrongWithAnAnswer() {
        assertRefused(Map.of(), "Whether it is done is missing or unknown");
        assertRefused(Map.of("decision", "DONE"), "What was done is missing; please fill it in.");
        assertRefused(
                Map.of("decision", "HAND_ON", "owner", "legal"),
                "The reason for handing it on is missing; please fill it in.");
        assertRefused(
                Map.of("decision", "HAND_ON", "owner", "nobody", "dueOn", "soon", "reason", "x"),
                "Nobody with the id \"nobody\" works on cases; please choose another owner. \"soon\" is no day");
        assertRefused(Map.of("decision", "HAND_ON", "reason", "x"), "Nothing would change");
        assertThat(process).isWaitingAt(CARRY_OUT);
        assertThat(measure().owner()).isEqualTo("areaowner");
    }

    @Test
    void shouldRefuseAMeasureOfAnotherCase() {
        // given
        String measure = measure().id().toString();
        String other = driver.reportedOwnSlip("A cracked cup");
        driver.start("CarryOutMeasure", other, Map.of("measure", measure));

        // then
        assertThatThrownBy(() -> driver.complete(
                        "areaowner", other, CARRY_OUT, Map.of("decision", "DONE", "note", "The plan hangs there.")))
                .satisfies(failure -> assertThat(Refusal.behind(failure))
                        .hasMessageContaining("This task of %s is about a measure of %s", other, reference));
        assertThat(measure().isDone()).isFalse();
    }

    @Test
    void shouldCallInManagementWhenTheDayIsOver() {
        // when
        clock.advance(Duration.between(
                clock.instant(), driver.task(reference, CARRY_OUT).getDueDate().toInstant()));
        driver.runJob(reference, "BoundaryEvent_MeasureOverdue");

        // then
        assertThat(process).isWaitingAt(CARRY_OUT, "CallActivity_CallInForMeasure");
        assertThat(driver.task(reference, CARRY_OUT).getAssignee()).isNull();
        assertThat(driver.acts(reference)).contains("task.escalated");

        // when somebody does it after all
        driver.complete(
                "management", reference, CARRY_OUT, Map.of("decision", "DONE", "note", "The plan hangs there."));

        // then
        assertThat(process).isEnded().hasPassed("EndEvent_CalledInForMeasure", "EndEvent_MeasureDone");
    }

    private void handOn(Map<String, Object> values) {
        Map<String, Object> all = new HashMap<>(values);
        all.put("decision", "HAND_ON");
        driver.complete("areaowner", reference, CARRY_OUT, all);
    }

    private void assertRefused(Map<String, Object> values, String sentence) {
        assertThatThrownBy(() -> driver.complete("areaowner", reference, CARRY_OUT, values))
                .satisfies(failure -> assertThat(Refusal.behind(failure)).hasMessageContaining(sentence));
    }

    private Measure measure() {
        return lessons.of(CaseReference.parse(reference)).stream()
                .map(Lesson::measure)
                .findFirst()
                .orElseThrow();
    }

    private LocalDate day(int fromToday) {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(fromToday);
    }
}
