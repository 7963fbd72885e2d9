package io.firebreak.faults;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.stream.Stream;

/** What a run was measured on: a figure says nothing without it. */
final class Machine {

    private Machine() {}

    /** Processor, cores, Java, date, and how busy it is with whatever else it does. */
    static String described() {
        return String.format(
                Locale.ROOT,
                "%s, %s, %d cores, Java %s, load %.1f",
                Instant.now().truncatedTo(ChronoUnit.MINUTES),
                processor(),
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("java.version"),
                load());
    }

    /** Programs that wait for a core, on average of the last minute; below zero where the system does not say. */
    static double load() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }

    private static String processor() {
        try (Stream<String> lines = Files.lines(Path.of("/proc/cpuinfo"))) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse(System.getProperty("os.arch"));
        } catch (IOException notLinux) {
            return System.getProperty("os.arch");
        }
    }
}
