package io.firebreak.engine.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.firebreak.access.Role;
import io.firebreak.engine.identity.Rights;
import io.firebreak.language.HouseLanguage;
import io.firebreak.support.CaseDriver;
import io.firebreak.support.FirebreakTest;
import io.firebreak.support.TestClock;
import java.time.Duration;
import java.util.Comparator;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** The lists as each person finds them in Tasklist. */
@FirebreakTest
class TaskFiltersTest {

    private static final String ASSESSMENT = "UserTask_AssessIncident";

    @Autowired
    private TaskFilters filters;

    @Autowired
    private FilterService filterService;

    @Autowired
    private TaskService taskService;

    @Autowired
    private AuthorizationService authorizationService;

    @Autowired
    private FilterStore store;

    @Autowired
    private EarlierFilters earlier;

    @Autowired
    private Rights rights;

    @Autowired
    private CaseDriver driver;

    @Autowired
    private TestClock clock;

    @Autowired
    private TransactionTemplate transaction;

    @Test
    void shouldOfferAShortListWithTheBestFirst() {
        assertThat(namesFor("communitymanager"))
                .containsExactly("My group's", "Mine", "Asked of me", "Due within the hour", "Late", "My cases");
        assertThat(namesFor("crisislead")).endsWith("My cases", "All open").hasSize(7);
        assertThat(namesFor("management"))
                .endsWith("My cases", "Approve alone", "All open")
                .hasSize(8);
    }

    @Test
    void shouldListTheOpenCasesInWhichSomebodyHasAPart() {
        // given
        String reported = driver.report("A case that the community manager reported");
        Task task = driver.task(reported, ASSESSMENT);

        // then whoever reported it has a part, whoever leads nothing and did nothing has none
        assertThat(tasksIn("My cases", "communitymanager")).contains(task.getId());
        assertThat(tasksIn("My cases", "crisislead")).doesNotContain(task.getId());

        // when somebody does something in it
        driver.assess(reported, "OWN_SLIP");
        String next = driver.task(reported, "UserTask_WriteStatement").getId();
        driver.as("spokesperson2", () -> {
            taskService.claim(next, "spokesperson2");
            taskService.setAssignee(next, null);
            return null;
        });

        // then they have a part too, also in what comes later
        assertThat(tasksIn("My cases", "spokesperson2")).contains(next);
        assertThat(tasksIn("My cases", "management2")).doesNotContain(next);
    }

    @Test
    void shouldListWhatIsHeldAndWhatWasAskedByName() {
        // given
        String reference = driver.report("A task asked of one by name");
        String task = driver.task(reference, ASSESSMENT).getId();
        taskService.addCandidateUser(task, "crisislead");

        // then
        assertThat(tasksIn("Asked of me", "crisislead")).contains(task);
        assertThat(tasksIn("My group's", "communitymanager")).contains(task);

        // when
        driver.as("communitymanager", () -> {
            taskService.claim(task, "communitymanager");
            return null;
        });

        // then it is nobody else's to take any more
        assertThat(tasksIn("Asked of me", "crisislead")).doesNotContain(task);
        assertThat(tasksIn("Mine", "communitymanager")).contains(task);
        assertThat(tasksIn("My group's", "communitymanager")).contains(task);
    }

    @Test
    void shouldTellWhatIsDueSoonFromWhatIsLate() {
        // given
        String reference = driver.report("A task with a due date");
        Task task = driver.task(reference, ASSESSMENT);
        task.setDueDate(Date.from(clock.instant().plus(Duration.ofMinutes(90))));
        taskService.saveTask(task);

        // then
        assertThat(tasksIn("Due within the hour", "communitymanager")).doesNotContain(task.getId());
        assertThat(tasksIn("Late", "communitymanager")).doesNotContain(task.getId());

        // when
        clock.advance(Duration.ofMinutes(60));

        // then
        assertThat(tasksIn("Due within the hour", "communitymanager")).contains(task.getId());
        assertThat(tasksIn("Late", "communitymanager")).doesNotContain(task.getId());

        // when
        clock.advance(Duration.ofMinutes(31));

        // then
        assertThat(tasksIn("Due within the hour", "communitymanager")).doesNotContain(task.getId());
        assertThat(tasksIn("Late", "communitymanager")).contains(task.getId());
    }

    @Test
    void shouldRenameThemWhenTheHouseSpeaksAnotherLanguage() {
        undone(() -> {
            // given
            long before = filterService.createTaskFilterQuery().count();

            // when
            filtersIn("Spanish").ensure();

            // then
            assertThat(namesFor("crisislead"))
                    .allMatch(name -> name.startsWith("Spanish "))
                    .hasSize(7);
            assertThat(filterService.createTaskFilterQuery().count()).isEqualTo(before);
            assertThat(filter("Spanish Late").getProperties().toString()).contains("label=Spanish Severity");
        });
    }

    @Test
    void shouldLeaveWhatAnAdministratorChanged() {
        undone(() -> {
            // given
            Filter changed = filter("Late");
            changed.setName("Too late");
            filterService.saveFilter(changed);
            Filter recoloured = filter("Mine");
            Map<String, Object> properties = recoloured.getProperties();
            properties.put("color", "#ff0000");
            filterService.saveFilter(recoloured.setProperties(properties));

            // when
            filtersIn("Spanish").ensure();

            // then
            assertThat(namesFor("areaowner"))
                    .contains("Too late", "Mine", "Spanish My cases")
                    .doesNotContain("Spanish Late", "Spanish Mine");
            assertThat(filter("Mine").getProperties()).containsEntry("color", "#ff0000");
        });
    }

    @Test
    void shouldMakeAgainWhatIsMissing() {
        undone(() -> {
            // given
            filterService.deleteFilter(filter("My cases").getId());

            // when
            filters.ensure();

            // then
            assertThat(namesFor("areaowner")).contains("My cases").doesNotHaveDuplicates();
        });
    }

    @Test
    void shouldTakeAwayTheListsOfEarlierVersionsUnlessSomebodyChangedThem() {
        undone(() -> {
            // given
            Filter untouched = earlierFilter("My tasks", "What I hold", 10);
            Filter changed = earlierFilter("My tasks", "What I have in my hands", 10);
            rights.grantFilter(Role.LEGAL, untouched.getId());

            // when
            filters.ensure();

            // then
            assertThat(filterService
                            .createTaskFilterQuery()
                            .filterName("My tasks")
                            .list())
                    .extracting(Filter::getId)
                    .containsExactly(changed.getId());
            assertThat(authorizationService
                            .createAuthorizationQuery()
                            .resourceType(Resources.FILTER)
                            .resourceId(untouched.getId())
                            .count())
                    .isZero();
        });
    }

    private Filter earlierFilter(String name, String description, int priority) {
        Map<String, Object> properties = new HashMap<>(filter("Mine").getProperties());
        properties.put("description", description);
        properties.put("priority", priority);
        properties.put(
                "variables",
                List.of(
                        Map.of("name", "caseReference", "label", "Case"),
                        Map.of("name", "severity", "label", "Severity"),
                        Map.of("name", "area", "label", "Area"),
                        Map.of("name", "channel", "label", "Channel"),
                        Map.of("name", "language", "label", "Language"),
                        Map.of("name", "caseTitle", "label", "What happened")));
        return filterService.saveFilter(filterService
                .newTaskFilter(name)
                .setQuery(taskService
                        .createTaskQuery()
                        .taskAssigneeExpression("${currentUser()}")
                        .orderByDueDate()
                        .asc())
                .setProperties(properties));
    }

    private TaskFilters filtersIn(String languageName) {
        HouseLanguage language = mock(HouseLanguage.class);
        when(language.say(anyString())).thenAnswer(call -> languageName + " " + call.getArgument(0));
        return new TaskFilters(filterService, taskService, store, new FilterCard(language), earlier, language, rights);
    }

    private void undone(Runnable work) {
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            work.run();
        });
    }

    private Filter filter(String name) {
        return filterService.createTaskFilterQuery().filterName(name).singleResult();
    }

    private List<String> namesFor(String person) {
        return driver.as(person, () -> filterService.createTaskFilterQuery().list().stream()
                .sorted(Comparator.comparing(
                        filter -> ((Number) filter.getProperties().get("priority")).intValue()))
                .map(Filter::getName)
                .toList());
    }

    private List<String> tasksIn(String name, String person) {
        return driver.as(person, () -> filterService.<Task>list(filter(name).getId()).stream()
                .map(Task::getId)
                .toList());
    }
}
