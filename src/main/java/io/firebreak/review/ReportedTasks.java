package io.firebreak.review;

import io.firebreak.ledger.LedgerEntry;
import io.firebreak.review.ImpactReport.OverdueTask;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The human tasks of a case as its ledger tells of them. */
final class ReportedTasks {

    private record Told(String name, Instant dueAt, Instant endedAt, String endedBy) {}

    private final Map<String, Told> byId = new LinkedHashMap<>();

    private ReportedTasks() {}

    /**
     * @param now until when an open task is late
     */
    static List<OverdueTask> overdue(Collection<LedgerEntry> ledger, Instant now) {
        ReportedTasks tasks = new ReportedTasks();
        ledger.stream()
                .filter(entry -> entry.type().startsWith("task."))
                .filter(entry -> entry.details().get("taskId") != null)
                .forEach(tasks::tell);
        return tasks.byId.values().stream()
                .filter(task -> task.dueAt() != null)
                .filter(task -> endOf(task, now).isAfter(task.dueAt()))
                .map(task -> new OverdueTask(
                        task.name(),
                        task.dueAt(),
                        task.endedAt(),
                        task.endedBy(),
                        Duration.between(task.dueAt(), endOf(task, now)).toMinutes()))
                .toList();
    }

    private static Instant endOf(Told task, Instant now) {
        return task.endedAt() == null ? now : task.endedAt();
    }

    private void tell(LedgerEntry entry) {
        String id = entry.details().get("taskId").toString();
        Told before = byId.getOrDefault(id, new Told(nameOf(entry), null, null, null));
        Object dueAt = entry.details().get("dueAt");
        boolean ends = entry.type().equals("task.completed") || entry.type().equals("task.removed");
        byId.put(
                id,
                new Told(
                        before.name(),
                        dueAt == null ? before.dueAt() : Instant.parse(dueAt.toString()),
                        ends ? entry.at() : before.endedAt(),
                        ends ? entry.actor() : before.endedBy()));
    }

    /** Entries from before tasks told their name have their id in the diagram. */
    private static String nameOf(LedgerEntry entry) {
        Object name = entry.details().getOrDefault("taskName", entry.details().get("task"));
        return name == null ? "" : name.toString();
    }
}
