package io.firebreak.faults;

import java.time.Duration;
import java.util.Map;

/**
 * How much is tried. The long run is the proof, the short one (-Dfirebreak.faults=short) a guard for every change.
 *
 * @param kills rounds in which the only node is killed
 * @param casesPerKill approved before each kill, each with a publication on every account
 * @param takeovers rounds in which one of two nodes is killed
 * @param stop how long a node stands still
 * @param storm how long servers refuse
 * @param wholeCases cases that people lead through the whole process
 * @param jobLock after which another process takes on the engine's jobs of a dead one; null for the application's own
 * @param naiveKills rounds in which the naive application is killed
 */
record Extent(
        String name,
        int kills,
        int casesPerKill,
        int takeovers,
        Duration stop,
        Duration storm,
        int wholeCases,
        Duration jobLock,
        int naiveKills) {

    /** As environment variables of the application. */
    Map<String, String> settings() {
        return jobLock == null
                ? Map.of()
                : Map.of("CAMUNDA_BPM_JOB_EXECUTION_LOCK_TIME_IN_MILLIS", Long.toString(jobLock.toMillis()));
    }

    static Extent asked() {
        return "short".equals(System.getProperty("firebreak.faults"))
                ? new Extent(
                        "short", 4, 20, 1, Duration.ofSeconds(5), Duration.ofSeconds(8), 4, Duration.ofSeconds(5), 2)
                : new Extent("long", 50, 20, 10, Duration.ofSeconds(60), Duration.ofSeconds(60), 50, null, 10);
    }
}
