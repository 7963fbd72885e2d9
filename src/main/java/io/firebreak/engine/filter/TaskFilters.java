package io.firebreak.engine.filter;

import io.firebreak.engine.filter.FilterStore.Made;
import io.firebreak.engine.identity.Rights;
import io.firebreak.language.HouseLanguage;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.stereotype.Component;

/**
 * The lists in which people find their tasks in Tasklist, in the house's language. They are brought up to date at each
 * start; one that an administrator changed stays as it is, and one that somebody deleted is made again.
 */
@Component
public class TaskFilters {

    private final FilterService filterService;
    private final TaskService taskService;
    private final FilterStore store;
    private final FilterCard card;
    private final EarlierFilters earlier;
    private final HouseLanguage language;
    private final Rights rights;

    TaskFilters(
            FilterService filterService,
            TaskService taskService,
            FilterStore store,
            FilterCard card,
            EarlierFilters earlier,
            HouseLanguage language,
            Rights rights) {
        this.filterService = filterService;
        this.taskService = taskService;
        this.store = store;
        this.card = card;
        this.earlier = earlier;
        this.language = language;
        this.rights = rights;
    }

    /** Makes what is missing and renames what the house calls otherwise now; to be called in a transaction. */
    public void ensure() {
        earlier.remove();
        for (StandardFilter standard : StandardFilter.values()) {
            String filterId = ensure(standard);
            standard.readers().forEach(role -> rights.grantFilter(role, filterId));
        }
    }

    private String ensure(StandardFilter standard) {
        Made made = store.find(standard).orElse(null);
        Filter present = made == null ? null : find(made.filterId());
        if (present != null && !FilterState.of(present).equals(made.fingerprint())) {
            return present.getId();
        }
        Filter filter = present == null ? filterService.newTaskFilter() : present;
        filter.setName(language.say(standard.title()));
        filter.setQuery(standard.select(query()));
        filter.setProperties(card.properties(standard.description(), standard.priority()));
        filterService.saveFilter(filter);
        store.keep(standard, new Made(filter.getId(), FilterState.of(find(filter.getId()))));
        return filter.getId();
    }

    private Filter find(String filterId) {
        return filterService.createTaskFilterQuery().filterId(filterId).singleResult();
    }

    private TaskQuery query() {
        return taskService.createTaskQuery().orderByDueDate().asc();
    }
}
