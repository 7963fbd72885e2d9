package io.firebreak.notification;

import io.firebreak.engine.TaskReminder;
import java.util.HashMap;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Reminds those who can take a task, in the transaction in which it is noticed that the task waits. */
@Component
class TaskReminders {

    private final Colleagues colleagues;
    private final Notices notices;

    TaskReminders(Colleagues colleagues, Notices notices) {
        this.colleagues = colleagues;
        this.notices = notices;
    }

    @EventListener
    void remind(TaskReminder reminder) {
        Map<String, String> details = details(reminder);
        for (String person : colleagues.whoCanTake(reminder.assignee(), reminder.groups())) {
            notices.tell(new Notice(
                    person, Notice.Kind.REMINDED, reminder.caseReference(), reminder.taskId(), details, null, null));
        }
    }

    private static Map<String, String> details(TaskReminder reminder) {
        Map<String, String> details = new HashMap<>();
        put(details, Notice.CASE_TITLE, reminder.caseTitle());
        put(details, Notice.SEVERITY, reminder.severity());
        put(details, Notice.TASK_NAME, reminder.taskName());
        put(details, Notice.BECAUSE, reminder.reason());
        put(details, Notice.DUE_AT, reminder.dueAt());
        return details;
    }

    private static void put(Map<String, String> details, String name, Object value) {
        if (value != null) {
            details.put(name, value.toString());
        }
    }
}
