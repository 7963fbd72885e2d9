package io.firebreak.draft;

import io.firebreak.engine.OpenTasks;
import java.util.Set;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Forgets what was typed for tasks that went without our being told, as when somebody cleared them out of the engine's tables.
 * Where a process is deleted, also with its listeners left out, we are told at once. Several nodes may do it at once.
 */
@Component
class AbandonedDrafts {

    private final DraftStore store;
    private final OpenTasks tasks;

    AbandonedDrafts(DraftStore store, OpenTasks tasks) {
        this.store = store;
        this.tasks = tasks;
    }

    /** The id of a task never comes back, and a draft is only kept for a task that is there. */
    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT20M")
    @Transactional
    public void forget() {
        Set<String> drafted = store.draftedTasks();
        Set<String> open = tasks.stillOpen(drafted);
        drafted.stream().filter(task -> !open.contains(task)).forEach(store::forgetTask);
    }
}
