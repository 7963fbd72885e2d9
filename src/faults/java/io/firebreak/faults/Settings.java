package io.firebreak.faults;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Settings of an application that is measured, as an environment variable. */
final class Settings {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** What the engine does when nobody sets anything. */
    private static final Map<String, Object> STOCK = Map.ofEntries(
            Map.entry("camunda.bpm.job-execution.core-pool-size", 3),
            Map.entry("camunda.bpm.job-execution.max-pool-size", 10),
            Map.entry("camunda.bpm.job-execution.queue-capacity", 3),
            Map.entry("camunda.bpm.job-execution.max-jobs-per-acquisition", 3),
            Map.entry("camunda.bpm.job-execution.wait-time-in-millis", 5_000),
            Map.entry("camunda.bpm.job-execution.max-wait", 60_000),
            Map.entry("camunda.bpm.job-execution.backoff-time-in-millis", 0),
            Map.entry("camunda.bpm.job-execution.max-backoff", 0),
            Map.entry("camunda.bpm.job-execution.lock-time-in-millis", 300_000),
            Map.entry("camunda.bpm.generic-properties.properties.ensure-job-due-date-not-null", false),
            Map.entry("camunda.bpm.generic-properties.properties.job-executor-acquire-by-due-date", false));

    private Settings() {}

    /** The application's own; only the newsroom publishes, and mails go nowhere. */
    static Map<String, String> own() {
        return with(Map.of());
    }

    /** The engine's defaults for the job executor in the place of ours. */
    static Map<String, String> stockJobExecutor() {
        return with(STOCK);
    }

    static Map<String, String> with(Map<String, Object> more) {
        Map<String, Object> all = new HashMap<>(more);
        List.of("staff", "press", "shops", "partners")
                .forEach(channel -> all.put("firebreak.channels." + channel + ".enabled", false));
        // no server is there: who is reminded must not cost the machine that is measured the work of a mail server
        all.put("spring.mail.host", "127.0.0.1");
        all.put("spring.mail.port", 1);
        try {
            return Map.of("SPRING_APPLICATION_JSON", JSON.writeValueAsString(all));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("Plain values can be written", impossible);
        }
    }
}
