package io.firebreak.engine.metrics;

import io.firebreak.engine.AsFirebreak;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.util.Date;
import java.util.function.Supplier;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Incident;
import org.springframework.stereotype.Component;

/** What an operator wants to be woken by: tasks past their due date, steps that failed for good. */
@Component
class EngineMeters implements MeterBinder {

    private final TaskService taskService;
    private final RuntimeService runtimeService;
    private final ManagementService managementService;
    private final AsFirebreak asFirebreak;
    private final Clock clock;

    EngineMeters(
            TaskService taskService,
            RuntimeService runtimeService,
            ManagementService managementService,
            AsFirebreak asFirebreak,
            Clock clock) {
        this.taskService = taskService;
        this.runtimeService = runtimeService;
        this.managementService = managementService;
        this.asFirebreak = asFirebreak;
        this.clock = clock;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        gauge(registry, "firebreak.tasks.open", "Human tasks that wait", () -> taskService
                .createTaskQuery()
                .count());
        gauge(registry, "firebreak.tasks.late", "Human tasks past their due date", () -> taskService
                .createTaskQuery()
                .dueBefore(Date.from(clock.instant()))
                .count());
        gauge(
                registry,
                "firebreak.steps.failed",
                "Steps that failed for good and wait in Cockpit",
                () -> incidents(Incident.FAILED_JOB_HANDLER_TYPE) + incidents(Incident.EXTERNAL_TASK_HANDLER_TYPE));
        gauge(registry, "firebreak.jobs.due", "Jobs that are due and not yet done", () -> managementService
                .createJobQuery()
                .executable()
                .count());
    }

    /** A silent chain of command is an incident too, but no step that failed. */
    private long incidents(String type) {
        return runtimeService.createIncidentQuery().incidentType(type).count();
    }

    private void gauge(MeterRegistry registry, String name, String description, Supplier<Number> count) {
        Gauge.builder(name, () -> asFirebreak.call(count))
                .description(description)
                .register(registry);
    }
}
