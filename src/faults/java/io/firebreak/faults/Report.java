package io.firebreak.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a run has found, on the console and in {@code target/}. */
final class Report {

    private static final Report BENCHMARK = new Report(Path.of("target", "benchmark-report.md"));

    private final Path file;
    private final List<String> lines = new ArrayList<>();

    /** The one that all benchmarks of a run write into. */
    static Report ofBenchmarks() {
        return BENCHMARK;
    }

    Report(Path file) {
        this.file = file;
    }

    synchronized void say(String line, Object... values) {
        String said = values.length == 0 ? line : String.format(Locale.ROOT, line, values);
        lines.add(said);
        System.out.println(said);
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, lines);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.2f s", duration.toMillis() / 1000.0);
    }

    /** The value that so many percent do not exceed; zero where there are none. */
    static Duration percentile(List<Duration> durations, int percent) {
        if (durations.isEmpty()) {
            return Duration.ZERO;
        }
        List<Duration> sorted = durations.stream().sorted().toList();
        int position = (int) Math.ceil(sorted.size() * percent / 100.0) - 1;
        return sorted.get(Math.max(0, position));
    }

    /** Smallest, middle, 95th and 99th percentile, and largest, in milliseconds. */
    static String percentiles(List<Duration> durations) {
        return "min %d, p50 %d, p95 %d, p99 %d, max %d ms"
                .formatted(
                        percentile(durations, 0).toMillis(),
                        percentile(durations, 50).toMillis(),
                        percentile(durations, 95).toMillis(),
                        percentile(durations, 99).toMillis(),
                        percentile(durations, 100).toMillis());
    }

    /** Smallest, middle and largest of several runs. */
    static String rates(List<Double> values, String unit) {
        List<Double> sorted = values.stream().sorted().toList();
        return String.format(
                Locale.ROOT,
                "min %.1f, median %.1f, max %.1f %s",
                sorted.get(0),
                sorted.get(sorted.size() / 2),
                sorted.get(sorted.size() - 1),
                unit);
    }

    /** Smallest, middle and largest. */
    static String spread(List<Duration> durations) {
        if (durations.isEmpty()) {
            return "none";
        }
        List<Duration> sorted = durations.stream().sorted().toList();
        return "min %s, median %s, max %s"
                .formatted(
                        seconds(sorted.get(0)),
                        seconds(sorted.get(sorted.size() / 2)),
                        seconds(sorted.get(sorted.size() - 1)));
    }
}
