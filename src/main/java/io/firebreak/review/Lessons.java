package io.firebreak.review;

import io.firebreak.access.Actor;
import io.firebreak.crisis.CaseReference;
import io.firebreak.crisis.Cases;
import io.firebreak.crisis.Category;
import io.firebreak.ledger.Act;
import io.firebreak.ledger.Ledger;
import io.firebreak.review.NewLesson.NewMeasure;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What was learnt from crises. */
@Service
public class Lessons {

    private final LessonStore store;
    private final Cases cases;
    private final Ledger ledger;
    private final Clock clock;

    Lessons(LessonStore store, Cases cases, Ledger ledger, Clock clock) {
        this.store = store;
        this.cases = cases;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * The end of a review.
     *
     * @param lessons at least one, each checked by {@link LessonReader}
     * @throws io.firebreak.rule.Refusal when the case is closed
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void note(CaseReference reference, List<NewLesson> lessons, Actor actor) {
        cases.requireOpen(reference);
        int position = store.of(reference).size();
        for (NewLesson lesson : lessons) {
            add(reference, ++position, lesson, actor);
        }
        long measures =
                lessons.stream().filter(lesson -> lesson.measure() != null).count();
        ledger.record(new Act(
                        reference.toString(),
                        actor.id(),
                        "crisis.reviewed",
                        "The crisis is reviewed: %d lessons, %d measures.".formatted(lessons.size(), measures))
                .with("lessons", lessons.size())
                .with("measures", measures));
    }

    /** In the order in which they were noted. */
    @Transactional(readOnly = true)
    public List<Lesson> of(CaseReference reference) {
        return store.of(reference);
    }

    /**
     * What earlier cases of the same kind taught, the newest first.
     *
     * @param except the case for which it is asked
     * @param most how many at most
     */
    @Transactional(readOnly = true)
    public List<Lesson> ofCategory(Category category, CaseReference except, int most) {
        return store.ofCategory(category, except, most);
    }

    private void add(CaseReference reference, int position, NewLesson lesson, Actor actor) {
        Instant now = clock.instant();
        UUID id = UUID.randomUUID();
        store.add(id, reference, position, lesson, actor.id(), now);
        ledger.record(new Act(
                        reference.toString(),
                        actor.id(),
                        "lesson.noted",
                        "Lesson %d, about %s: %s"
                                .formatted(position, lesson.area().word(), lesson.finding()))
                .because(lesson.noMeasureReason())
                .with("area", lesson.area().name()));
        if (lesson.measure() != null) {
            agree(reference, id, lesson.measure(), actor, now);
        }
    }

    private void agree(CaseReference reference, UUID lessonId, NewMeasure measure, Actor actor, Instant now) {
        UUID id = UUID.randomUUID();
        store.add(id, lessonId, reference, measure.title());
        store.addStep(id, "AGREED", measure.owner(), measure.dueOn(), null, actor.id(), now);
        ledger.record(new Act(
                        reference.toString(),
                        actor.id(),
                        "measure.agreed",
                        "%s does this by %s: %s".formatted(measure.owner(), measure.dueOn(), measure.title()))
                .with("measure", id.toString())
                .with("owner", measure.owner())
                .with("dueOn", measure.dueOn().toString()));
    }
}
