package io.firebreak.draft;

import io.firebreak.engine.TaskDrafters;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Whoever typed into the form of a task counts among the authors of what somebody else hands in with it. */
@Component
class Drafters implements TaskDrafters {

    private final DraftStore store;

    Drafters(DraftStore store) {
        this.store = store;
    }

    @Override
    public Set<String> of(String taskId) {
        return store.draftersOf(taskId);
    }
}
