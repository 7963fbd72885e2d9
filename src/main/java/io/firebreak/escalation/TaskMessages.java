package io.firebreak.escalation;

import io.firebreak.access.Actor;
import io.firebreak.engine.TaskCreated;
import io.firebreak.engine.TaskHeld;
import io.firebreak.notification.Colleagues;
import io.firebreak.notification.Notice;
import io.firebreak.notification.Notices;
import io.firebreak.roster.Resolver;
import io.firebreak.roster.Roster;
import io.firebreak.roster.coverage.Gaps;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Tells people of tasks that are new for them, and of those that somebody moved in Tasklist. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class TaskMessages {

    private final Colleagues colleagues;
    private final Roster roster;
    private final TaskDesk desk;
    private final Gaps gaps;
    private final Notices notices;
    private final Clock clock;

    TaskMessages(Colleagues colleagues, Roster roster, TaskDesk desk, Gaps gaps, Notices notices, Clock clock) {
        this.colleagues = colleagues;
        this.roster = roster;
        this.desk = desk;
        this.gaps = gaps;
        this.notices = notices;
        this.clock = clock;
    }

    /** Told are those who can take it. Whoever is away is left in peace, unless everybody is. */
    public void on(TaskCreated created) {
        Notice.Kind kind = created.gap() == null ? Notice.Kind.CREATED : Notice.Kind.GAP_FOUND;
        Map<String, String> details = details(created);
        recipients(created)
                .forEach(person -> notices.tell(
                        new Notice(person, kind, created.caseReference(), created.taskId(), details, null, null)));
    }

    /** What we move ourselves, whoever does it tells by itself; what somebody takes for themselves, they know. */
    public void on(TaskHeld held) {
        if (held.by().equals(Actor.FIREBREAK) || held.isNew()) {
            return;
        }
        String by = held.by().id();
        desk.find(held.taskId()).ifPresent(task -> {
            if (held.holder() != null && !held.holder().equals(by)) {
                tellMoved(task, held.holder(), "%s gives the task to you".formatted(by));
            }
            if (held.before() != null
                    && !held.before().equals(by)
                    && !held.before().equals(held.holder())) {
                tellMoved(task, held.before(), "%s has taken the task from you".formatted(by));
            }
        });
    }

    /** Whoever did what the task comes from sees it in Tasklist. */
    private Set<String> recipients(TaskCreated created) {
        if (created.holder() != null) {
            return created.holder().equals(created.by().id()) ? Set.of() : Set.of(created.holder());
        }
        Set<String> all = new TreeSet<>(created.people());
        all.addAll(colleagues.whoCanTake(null, created.groups()));
        Resolver now = roster.resolver();
        List<String> there = all.stream()
                .filter(person -> !now.isAway(person, clock.instant()))
                .toList();
        Set<String> told = new TreeSet<>(there.isEmpty() ? all : there);
        told.remove(created.by().id());
        return told;
    }

    private void tellMoved(EscalatedTask task, String person, String because) {
        notices.tell(new Notice(
                person, Notice.Kind.MOVED, task.caseReference(), task.id(), TaskWords.of(task, because), null, null));
    }

    private Map<String, String> details(TaskCreated created) {
        Map<String, String> details = new HashMap<>();
        details.put(Notice.TASK_NAME, created.taskName());
        details.put(Notice.DUE_AT, created.dueAt().toString());
        if (created.gap() != null) {
            // its title says the same, in the house's language for all alike
            details.put(Notice.BECAUSE, gaps.sentence(created.gap()));
        } else if (created.caseTitle() != null) {
            details.put(Notice.CASE_TITLE, created.caseTitle());
        }
        if (created.severity() != null) {
            details.put(Notice.SEVERITY, created.severity());
        }
        return details;
    }
}
