package io.firebreak.engine.task;

import io.firebreak.access.Role;
import io.firebreak.engine.AsFirebreak;
import io.firebreak.engine.TaskAct.Asked;
import io.firebreak.engine.TaskRule;
import io.firebreak.engine.TaskSubject;
import io.firebreak.engine.guard.Rules;
import io.firebreak.rule.Listing;
import io.firebreak.rule.Refusal;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.task.IdentityLink;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** For whom a task is. */
@Component
class TaskCandidates {

    /** Of those who are not asked, and whom the task's rule may let in: they have a candidate's rights, and are none. */
    private static final String FURTHER = "further";

    private final IdentityService identityService;
    private final Rules rules;
    private final AsFirebreak asFirebreak;

    TaskCandidates(@Lazy IdentityService identityService, Rules rules, AsFirebreak asFirebreak) {
        this.identityService = identityService;
        this.rules = rules;
        this.asFirebreak = asFirebreak;
    }

    /** Lets those groups see the task and open it whom its rule names beside those who are asked. */
    void admitFurther(DelegateTask task) {
        TaskRule rule = rules.ofTask(task.getTaskDefinitionKey());
        if (rule != null) {
            rule.furtherGroups().forEach(group -> task.addGroupIdentityLink(group, FURTHER));
        }
    }

    /**
     * @throws Refusal when the task is for others than this user, and its rule does not let them in
     */
    void requireFor(DelegateTask task, String userId) {
        if (!isFor(task, userId) && !isAdmitted(task, userId)) {
            throw Refusal.notAllowed("This task is for %s; %s is not among them.".formatted(described(task), userId));
        }
    }

    private boolean isAdmitted(DelegateTask task, String userId) {
        TaskRule rule = rules.ofTask(task.getTaskDefinitionKey());
        if (rule == null) {
            return false;
        }
        return rule.admits(userId, TaskSubject.of(task.getExecution().getProcessBusinessKey(), task::getVariable));
    }

    boolean isFor(DelegateTask task, String userId) {
        return task.getCandidates().isEmpty()
                || task.getCandidates().stream().anyMatch(candidate -> includes(candidate, userId));
    }

    /** Of whom the task is asked, as seen by this user. */
    Asked askedOf(DelegateTask task, String userId) {
        return new Asked(
                groupsOf(task),
                task.getCandidates().stream().anyMatch(candidate -> userId.equals(candidate.getUserId())));
    }

    static Set<String> groupsOf(DelegateTask task) {
        return task.getCandidates().stream()
                .map(IdentityLink::getGroupId)
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    static Set<String> peopleOf(DelegateTask task) {
        return task.getCandidates().stream()
                .map(IdentityLink::getUserId)
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The candidates as a person calls them. */
    String described(DelegateTask task) {
        List<String> names = task.getCandidates().stream()
                .map(candidate -> candidate.getUserId() != null
                        ? candidate.getUserId()
                        : Role.ofGroup(candidate.getGroupId()).map(Role::title).orElse(candidate.getGroupId()))
                .sorted()
                .toList();
        return names.isEmpty() ? "anybody" : Listing.or(names);
    }

    private boolean includes(IdentityLink candidate, String userId) {
        if (candidate.getUserId() != null) {
            return Objects.equals(candidate.getUserId(), userId);
        }
        return asFirebreak.call(() -> identityService
                        .createUserQuery()
                        .userId(userId)
                        .memberOfGroup(candidate.getGroupId())
                        .count()
                > 0);
    }
}
