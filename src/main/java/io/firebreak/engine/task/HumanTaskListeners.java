package io.firebreak.engine.task;

import io.firebreak.access.Actor;
import io.firebreak.engine.Caller;
import io.firebreak.engine.CaseVariables;
import io.firebreak.engine.HandedIn;
import io.firebreak.engine.TaskAct;
import io.firebreak.engine.TaskCompleted;
import io.firebreak.engine.TaskCreated;
import io.firebreak.engine.TaskDeadlines;
import io.firebreak.engine.TaskDrafters;
import io.firebreak.engine.TaskReminder;
import io.firebreak.engine.TaskRule;
import io.firebreak.engine.TaskTakenAway;
import io.firebreak.engine.guard.FinishedTasks;
import io.firebreak.engine.guard.Rules;
import io.firebreak.ledger.Act;
import io.firebreak.ledger.Ledger;
import io.firebreak.rule.Refusal;
import java.time.Clock;
import java.util.Date;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** What happens at each step in the life of a human task. */
@Component
class HumanTaskListeners {

    private final Rules rules;
    private final TaskDeadlines deadlines;
    private final TaskCandidates candidates;
    private final FinishedTasks finished;
    private final Ledger ledger;
    private final Clock clock;
    private final Caller caller;
    private final ObjectProvider<TaskDrafters> drafters;
    private final ApplicationEventPublisher events;

    HumanTaskListeners(
            Rules rules,
            TaskDeadlines deadlines,
            TaskCandidates candidates,
            FinishedTasks finished,
            @Lazy Ledger ledger,
            Clock clock,
            Caller caller,
            ObjectProvider<TaskDrafters> drafters,
            ApplicationEventPublisher events) {
        this.drafters = drafters;
        this.rules = rules;
        this.deadlines = deadlines;
        this.candidates = candidates;
        this.finished = finished;
        this.ledger = ledger;
        this.clock = clock;
        this.caller = caller;
        this.events = events;
    }

    /** A due date that the diagram gives stays; else the table of deadlines gives one. */
    void created(DelegateTask task) {
        if (task.getDueDate() == null) {
            task.setDueDate(
                    Date.from(clock.instant().plus(deadlines.dueIn(task.getExecution(), task.getTaskDefinitionKey()))));
        }
        candidates.admitFurther(task);
        ledger.record(act(
                        task,
                        Actor.FIREBREAK,
                        "task.created",
                        "The task \"%s\" waits for %s.".formatted(task.getName(), candidates.described(task)))
                .with("dueAt", task.getDueDate().toInstant().toString()));
        events.publishEvent(new TaskCreated(
                task.getId(),
                task.getName(),
                caseOf(task),
                text(task.getVariable(CaseVariables.CASE_TITLE)),
                text(task.getVariable(CaseVariables.SEVERITY)),
                task.getAssignee(),
                TaskCandidates.groupsOf(task),
                TaskCandidates.peopleOf(task),
                task.getDueDate().toInstant(),
                CaseVariables.gapIn(task.getVariable(CaseVariables.GAP)),
                caller.actor()));
    }

    /** Nobody can be given a task that is not for them. */
    void assigned(DelegateTask task) {
        String assignee = task.getAssignee();
        if (assignee == null) {
            ledger.record(act(
                    task,
                    caller.actor(),
                    "task.released",
                    "The task \"%s\" is held by nobody.".formatted(task.getName())));
            events.publishEvent(Holding.of(task, caller.actor()));
            return;
        }
        candidates.requireFor(task, assignee);
        ledger.record(act(
                task,
                caller.actor(),
                "task.assigned",
                "%s holds the task \"%s\".".formatted(assignee, task.getName())));
        events.publishEvent(Holding.of(task, caller.actor()));
    }

    /** The one place where a task is let go: the rule decides, whichever way the completion came. */
    void completing(DelegateTask task) {
        Actor actor = caller.person();
        refuseWhenGone(task);
        refuseWhenHeldByAnother(task, actor);
        candidates.requireFor(task, actor.id());
        ledger.record(act(
                task, actor, "task.completed", "%s completes the task \"%s\".".formatted(actor.id(), task.getName())));
        TaskRule rule = rules.ofTask(task.getTaskDefinitionKey());
        if (rule != null) {
            TaskAct act = new TaskAct(
                    caseOf(task),
                    actor,
                    HandedIn.forTask(task.getId()),
                    name -> text(task.getVariable(name)),
                    userId -> candidates.isFor(task, userId),
                    candidates.askedOf(task, actor.id()),
                    draftersOf(task));
            rule.complete(act);
            act.results().forEach(task::setVariable);
        }
        events.publishEvent(new TaskCompleted(task.getId(), actor.id()));
    }

    private Set<String> draftersOf(DelegateTask task) {
        return drafters.stream().flatMap(each -> each.of(task.getId()).stream()).collect(Collectors.toSet());
    }

    private static String text(Object value) {
        return value == null ? null : value.toString();
    }

    /** A task that is taken away without being completed: somebody bent the process. */
    void removed(DelegateTask task) {
        ledger.record(
                act(task, caller.actor(), "task.removed", "The task \"%s\" is taken away.".formatted(task.getName())));
        events.publishEvent(new TaskTakenAway(task.getId()));
    }

    void reminded(DelegateTask task) {
        ledger.record(
                act(task, Actor.FIREBREAK, "task.reminded", "Reminded of the task \"%s\".".formatted(task.getName())));
        events.publishEvent(reminder(task));
    }

    private TaskReminder reminder(DelegateTask task) {
        return new TaskReminder(
                caseOf(task),
                (String) task.getVariable(CaseVariables.CASE_TITLE),
                text(task.getVariable(CaseVariables.SEVERITY)),
                task.getId(),
                task.getName(),
                null,
                task.getAssignee(),
                TaskCandidates.groupsOf(task),
                task.getDueDate() == null ? null : task.getDueDate().toInstant());
    }

    /** Somebody else completed it between the moment at which the engine read it and this one. */
    private void refuseWhenGone(DelegateTask task) {
        if (task.getExecution() == null) {
            throw finished.refusal(task.getId());
        }
    }

    private static void refuseWhenHeldByAnother(DelegateTask task, Actor actor) {
        if (task.getAssignee() != null && !task.getAssignee().equals(actor.id())) {
            throw Refusal.notAllowed("%s holds this task; please ask them to complete it or to release it."
                    .formatted(task.getAssignee()));
        }
    }

    private static Act act(DelegateTask task, Actor actor, String type, String sentence) {
        return new Act(caseOf(task), actor.id(), type, sentence)
                .with("task", task.getTaskDefinitionKey())
                .with("taskId", task.getId())
                .with("taskName", task.getName());
    }

    private static String caseOf(DelegateTask task) {
        return task.getExecution().getProcessBusinessKey();
    }
}
