package io.firebreak.browser;

import io.firebreak.support.CaseDriver;
import org.camunda.bpm.engine.TaskService;
import org.springframework.beans.factory.annotation.Autowired;

/** Gives tasks to people, who open them. */
final class TaskDesk {

    private final CaseDriver driver;
    private final TaskService taskService;

    @Autowired
    TaskDesk(CaseDriver driver, TaskService taskService) {
        this.driver = driver;
        this.taskService = taskService;
    }

    /** Once the case is to be seen in the form. */
    Person open(Chromium chromium, TaskPlace place, String task) {
        Person person = chromium.person(place.user());
        show(person, place, task);
        person.find(".firebreak-case").waitFor();
        return person;
    }

    /** As soon as there is a form. */
    void show(Person person, TaskPlace place, String task) {
        String id = place.task() == null ? driver.task(place.reference(), task).getId() : place.task();
        taskService.setAssignee(id, place.user());
        person.visitTask(id);
        person.form().waitFor();
    }
}
