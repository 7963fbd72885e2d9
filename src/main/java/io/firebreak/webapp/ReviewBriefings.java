package io.firebreak.webapp;

import io.firebreak.access.StandalonePage;
import io.firebreak.crisis.CaseReference;
import io.firebreak.engine.VisibleTasks;
import io.firebreak.engine.VisibleTasks.Matter;
import io.firebreak.reaction.ReactionList;
import io.firebreak.reaction.Reactions;
import io.firebreak.review.CaseMeasures;
import io.firebreak.review.ImpactReportPage;
import io.firebreak.review.ImpactReports;
import io.firebreak.review.Lessons;
import io.firebreak.review.Measure;
import io.firebreak.review.People;
import io.firebreak.review.People.Colleague;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the forms of watching and learning show beside the case; empty for who may not see the task. */
@Service
class ReviewBriefings {

    private final VisibleTasks tasks;
    private final Reactions reactions;
    private final ImpactReports reports;
    private final ImpactReportPage page;
    private final Lessons lessons;
    private final CaseMeasures measures;
    private final People people;

    ReviewBriefings(
            VisibleTasks tasks,
            Reactions reactions,
            ImpactReports reports,
            ImpactReportPage page,
            Lessons lessons,
            CaseMeasures measures,
            People people) {
        this.tasks = tasks;
        this.reactions = reactions;
        this.reports = reports;
        this.page = page;
        this.lessons = lessons;
        this.measures = measures;
        this.people = people;
    }

    /**
     * @param people who can own a measure
     * @param measure what the task is about; null where it is about none
     */
    record ReviewBriefing(List<Colleague> people, MeasureToDo measure) {}

    /**
     * @param finding the lesson behind it
     */
    record MeasureToDo(
            String title, String owner, @ByName String ownerName, String dueOn, String area, String finding) {}

    @Transactional(readOnly = true)
    Optional<ReactionList> reactions(String taskId) {
        return reference(taskId).map(reactions::of).map(ReactionList::of);
    }

    @Transactional(readOnly = true)
    Optional<StandalonePage> impactReport(String taskId) {
        return reference(taskId).map(reports::of).map(page::render);
    }

    @Transactional(readOnly = true)
    Optional<ReviewBriefing> review(String taskId) {
        return tasks.matterOf(taskId).map(matter -> new ReviewBriefing(people.all(), measureOf(matter)));
    }

    private MeasureToDo measureOf(Matter matter) {
        if (matter.measure() == null) {
            return null;
        }
        Measure measure = measures.get(matter.measure());
        return lessons.of(measure.reference()).stream()
                .filter(lesson ->
                        lesson.measure() != null && lesson.measure().id().equals(measure.id()))
                .map(lesson -> new MeasureToDo(
                        measure.title(),
                        measure.owner(),
                        measure.owner(),
                        measure.dueOn().toString(),
                        lesson.area().name(),
                        lesson.finding()))
                .findFirst()
                .orElseThrow();
    }

    private Optional<CaseReference> reference(String taskId) {
        return tasks.matterOf(taskId).map(Matter::caseReference).map(CaseReference::parse);
    }
}
