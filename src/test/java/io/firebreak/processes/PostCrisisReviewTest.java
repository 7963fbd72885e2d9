package io.firebreak.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.assertThat;

import io.firebreak.crisis.CaseReference;
import io.firebreak.crisis.Category;
import io.firebreak.ledger.LedgerEntry;
import io.firebreak.review.Area;
import io.firebreak.review.ImpactReports;
import io.firebreak.review.Lesson;
import io.firebreak.review.Lessons;
import io.firebreak.rule.Refusal;
import io.firebreak.support.CaseDriver;
import io.firebreak.support.FirebreakTest;
import io.firebreak.support.TestClock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The ways through {@code PostCrisisReview}. */
@FirebreakTest
class PostCrisisReviewTest {

    private static final String REVIEW = "UserTask_ReviewCrisis";
    private static final String WITHOUT_MEASURE =
            "{\"area\": \"MESSAGE\", \"finding\": \"We were slow.\", \"noMeasureReason\": \"It was a holiday.\"}";

    @Autowired
    private CaseDriver driver;

    @Autowired
    private TestClock clock;

    @Autowired
    private Lessons lessons;

    @Autowired
    private ImpactReports reports;

    @Autowired
    private ProcessEngine engine;

    private String reference;
    private ProcessInstance review;

    @BeforeEach
    void beginReview() {
        BpmnAwareTests.init(engine);
        reference = driver.reportedOwnSlip("A cracked kettle");
        review = driver.start("PostCrisisReview", reference, Map.of());
        driver.runJob(reference, "ServiceTask_DrawUpReport");
    }

    @Test
    void shouldKeepTheReportOnWhichTheReviewRests() {
        // when
        var kept = reports.kept(CaseReference.parse(reference), 1);

        // then
        assertThat(kept.title()).isEqualTo("A cracked kettle");
        assertThat(kept.drawnUpAt()).isEqualTo(clock.instant());
        assertThat(kept.timeline()).extracting("type").contains("incident.reported", "incident.assessed");
        assertThat(driver.acts(reference)).contains("review.reportDrawnUp");
        assertThatThrownBy(() -> reports.kept(CaseReference.parse(reference), 2))
                .hasMessage("There is no impact report number 2 of %s.".formatted(reference));
    }

    @Test
    void shouldNoteLessonsWithMeasuresOrReasons() {
        // when
        note("[%s, %s]".formatted(WITHOUT_MEASURE, withMeasure("areaowner", day(30))));

        // then
        assertThat(review).isEnded().hasPassed("EndEvent_LessonsNoted").hasNotPassed("EndEvent_CorrectionAsked");
        assertThat(lessons.of(CaseReference.parse(reference)))
                .extracting(Lesson::position, Lesson::area, Lesson::finding, Lesson::noMeasureReason)
                .containsExactly(
                        tuple(1, Area.MESSAGE, "We were slow.", "It was a holiday."),
                        tuple(2, Area.PEOPLE, "Nobody was there.", null));
        assertThat(lessons.of(CaseReference.parse(reference)).get(1).measure()).satisfies(measure -> {
            assertThat(measure.title()).isEqualTo("Plan the weekends");
            assertThat(measure.owner()).isEqualTo("areaowner");
            assertThat(measure.dueOn()).isEqualTo(day(30));
            assertThat(measure.isDone()).isFalse();
        });
        assertThat(driver.ledger(reference))
                .extracting(LedgerEntry::type, LedgerEntry::actor, LedgerEntry::sentence)
                .contains(
                        tuple("lesson.noted", "management", "Lesson 1, about message: We were slow."),
                        tuple("lesson.noted", "management", "Lesson 2, about people: Nobody was there."),
                        tuple(
                                "measure.agreed",
                                "management",
                                "areaowner does this by %s: Plan the weekends".formatted(day(30))),
                        tuple("crisis.reviewed", "management", "The crisis is reviewed: 2 lessons, 1 measures."));
    }

    @Test
    void shouldAskForACorrectionInPublic() {
        // when
        driver.complete(
                "crisislead",
                reference,
                REVIEW,
                Map.of("correctionNeeded", true, "correctionReason", "The date is wrong."));

        // then
        assertThat(review).isEnded().hasPassed("EndEvent_CorrectionAsked").hasNotPassed("EndEvent_LessonsNoted");
        assertThat(driver.acts(reference)).contains("correction.asked");
        assertThat(lessons.of(CaseReference.parse(reference))).isEmpty();
    }

    @Test
    void shouldNotEndWithoutAnswerForEachLesson() {
        assertRefused("", "There is no lesson yet; please note at least one.");
        assertRefused("[]", "There is no lesson yet; please note at least one.");
        assertRefused("Thicker boxes.", "The lessons can't be read; please give a JSON list");
        assertRefused("[null]", "The lessons can't be read");
        assertRefused("[{\"area\": \"IMAGE\", \"color\": \"red\"}]", "The lessons can't be read");
        assertRefused(
                "[{\"area\": \"IMAGE\", \"finding\": \"It hurt.\"}]",
                "Lesson 1: It has neither a measure nor a reason for none; please give one of them.");
        assertRefused(
                "[%s, {\"area\": \"IMAGE\", \"finding\": \"It hurt.\", \"noMeasureReason\": \"  \"}]"
                        .formatted(WITHOUT_MEASURE),
                "Lesson 2: It has neither a measure nor a reason for none");
        assertRefused(
                withMeasure("areaowner", day(1)).replace("}}", "}, \"noMeasureReason\": \"No.\"}"),
                "Lesson 1: There is a measure and a reason for none; please leave out one of them.");
        assertRefused(
                "[{\"area\": \"WEATHER\", \"noMeasureReason\": \"No.\"}]",
                "Lesson 1: What it is about is missing or unknown; please choose one of CONTENT, MESSAGE, CHANNEL,"
                        + " PEOPLE, IMAGE. Lesson 1: What was learnt is missing; please fill it in.");
        assertRefused(
                IntStream.rangeClosed(1, 21).mapToObj(number -> WITHOUT_MEASURE).collect(Collectors.joining(",")),
                "There are 21 lessons, at most 20 are taken; please put some together.");
        assertThat(driver.openTasks(reference)).contains(REVIEW);
        assertThat(lessons.of(CaseReference.parse(reference))).isEmpty();
    }

    @Test
    void shouldNotAgreeOnAMeasureThatNobodyCanDoInTime() {
        assertRefused(
                withMeasure("nobody", day(1)),
                "Lesson 1: Nobody with the id \"nobody\" works on cases; please choose another owner.");
        assertRefused(withMeasure("designer", day(1)), "Nobody with the id \"designer\" works on cases");
        assertRefused(withMeasure("", day(1)), "Lesson 1: The owner of the measure is missing; please fill it in.");
        assertRefused(withMeasure("legal", day(0)), "please choose a day after today and within two years.");
        assertRefused(withMeasure("legal", day(-1)), "please choose a day after today and within two years.");
        assertRefused(withMeasure("legal", day(800)), "please choose a day after today and within two years.");
        assertRefused(
                withMeasure("legal", day(1)).replace(day(1).toString(), "tomorrow"),
                "Lesson 1: \"tomorrow\" is no day; please write it as 2026-12-31.");
        assertRefused(
                withMeasure("legal", day(1)).replace("Plan the weekends", " "),
                "Lesson 1: The title of the measure is missing; please fill it in.");
        assertThat(driver.openTasks(reference)).contains(REVIEW);
    }

    @Test
    void shouldTellWhatEarlierCasesOfTheKindTaught() {
        // given
        clock.advance(Duration.ofMinutes(1));
        note("[%s]".formatted(WITHOUT_MEASURE));
        CaseReference next = CaseReference.parse(driver.reportedOwnSlip("Another kettle"));

        // when, then
        assertThat(lessons.ofCategory(Category.OWN_SLIP, next, 5)).first().satisfies(lesson -> {
            assertThat(lesson.reference()).hasToString(reference);
            assertThat(lesson.finding()).isEqualTo("We were slow.");
        });
        assertThat(lessons.ofCategory(Category.OWN_SLIP, CaseReference.parse(reference), 50))
                .extracting(Lesson::reference)
                .doesNotContain(CaseReference.parse(reference));
        assertThat(lessons.ofCategory(Category.HOSTILE_DISPUTE, next, 50))
                .extracting(lesson -> lesson.reference().toString())
                .doesNotContain(reference);
    }

    @Test
    void shouldCallInTheNextWhenNobodyReviews() {
        // when
        driver.runJob(reference, "BoundaryEvent_ReviewOverdue");

        // then
        assertThat(review).isWaitingAt(REVIEW, "CallActivity_CallInReviewer");
        assertThat(driver.acts(reference)).contains("task.escalated");

        // when somebody does it after all
        note("[%s]".formatted(WITHOUT_MEASURE));

        // then
        assertThat(review).isEnded().hasPassed("EndEvent_ReviewerCalledIn", "EndEvent_LessonsNoted");
    }

    private void note(String list) {
        driver.complete("management", reference, REVIEW, Map.of("correctionNeeded", false, "lessons", list));
    }

    private void assertRefused(String list, String sentence) {
        String whole = list.startsWith("{") ? "[" + list + "]" : list;
        assertThatThrownBy(() -> note(whole))
                .satisfies(failure -> assertThat(Refusal.behind(failure)).hasMessageContaining(sentence));
    }

    private static String withMeasure(String owner, LocalDate dueOn) {
        return "{\"area\": \"PEOPLE\", \"finding\": \"Nobody was there.\", \"measure\":"
                + " {\"title\": \"Plan the weekends\", \"owner\": \"%s\", \"dueOn\": \"%s\"}}".formatted(owner, dueOn);
    }

    private LocalDate day(int fromToday) {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(fromToday);
    }
}
