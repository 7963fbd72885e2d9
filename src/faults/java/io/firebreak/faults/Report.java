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

    private final Path file;
    private final List<String> lines = new ArrayList<>();

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
