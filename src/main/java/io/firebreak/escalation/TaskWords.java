package io.firebreak.escalation;

import java.util.LinkedHashMap;
import java.util.Map;

/** What a message about a task has gaps for. */
final class TaskWords {

    private TaskWords() {}

    static Map<String, String> of(EscalatedTask task, String because) {
        Map<String, String> words = new LinkedHashMap<>();
        words.put("taskName", task.name());
        words.put("because", because);
        put(words, "caseTitle", task.caseTitle());
        put(words, "severity", task.severity());
        put(words, "dueAt", task.dueAt() == null ? null : task.dueAt().toString());
        return words;
    }

    private static void put(Map<String, String> words, String name, String value) {
        if (value != null) {
            words.put(name, value);
        }
    }
}
