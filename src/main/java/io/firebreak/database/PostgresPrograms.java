package io.firebreak.database;

import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs PostgreSQL's programs, each to its end, in surroundings that are the same on every machine. */
final class PostgresPrograms {

    /** Longer than any program's own limit, so that theirs is the one to speak. */
    private static final Duration LIMIT = Duration.ofMinutes(10);

    private final PostgresBinaries binaries;

    PostgresPrograms(PostgresBinaries binaries) {
        this.binaries = binaries;
    }

    /** How a program ended and what it printed on both of its outputs. */
    record Outcome(int exitCode, String output) {

        boolean succeeded() {
            return exitCode == 0;
        }
    }

    /** The server's version, such as {@code 17.11}. */
    String version() {
        Outcome outcome = run("postgres", List.of("--version"));
        if (!outcome.succeeded()) {
            throw new DatabaseStartException(
                    "PostgreSQL's programs don't run: " + outcome.output(),
                    "Delete the folder " + binaries.home() + ": the next start unpacks it anew.");
        }
        return outcome.output().replaceFirst("^.*\\(PostgreSQL\\) *", "").strip();
    }

    Outcome run(String program, List<String> arguments) {
        return run(program, arguments, "");
    }

    /**
     * Runs a program with a text on its standard input.
     *
     * @throws DatabaseStartException if the program can't be started at all
     */
    Outcome run(String program, List<String> arguments, String input) {
        try {
            // a file and not a pipe: a server that outlives pg_ctl must not keep us waiting for the pipe's end
            Path output = Files.createTempFile(binaries.home(), program, ".out");
            try {
                int exitCode = finish(start(command(program, arguments), output), input);
                return new Outcome(exitCode, text(output));
            } finally {
                Files.deleteIfExists(output);
            }
        } catch (IOException failure) {
            throw new DatabaseStartException(
                    "PostgreSQL's program " + binaries.program(program) + " can't be run: " + failure.getMessage()
                            + ".",
                    "Let firebreak.data-directory name a folder from which programs may be run.",
                    failure);
        }
    }

    /** PostgreSQL refuses to run as root; in a user namespace of its own it is nobody, without changing any owner. */
    private List<String> command(String program, List<String> arguments) {
        List<String> command = new ArrayList<>();
        if (LinuxUtils.isUnshareAvailable()) {
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(binaries.program(program).toString());
        command.addAll(arguments);
        return command;
    }

    private static Process start(List<String> command, Path output) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        Map<String, String> environment = builder.environment();
        // PGDATA, PGPORT, PGOPTIONS and the like of the user's own servers
        environment.keySet().removeIf(name -> name.startsWith("PG"));
        environment.put("LC_ALL", "C");
        return builder.start();
    }

    /** In whatever encoding it was printed: what isn't UTF-8 must spoil a letter and not the message. */
    private static String text(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8).strip();
    }

    private static int finish(Process process, String input) throws IOException {
        try (OutputStream standardInput = process.getOutputStream()) {
            standardInput.write(input.getBytes(StandardCharsets.UTF_8));
        } catch (IOException endedWithoutReading) {
            // its exit code and output say why
        }
        try {
            if (process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                return process.exitValue();
            }
            throw new IOException("it did not end within " + LIMIT.toMinutes() + " minutes");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while it ran", interrupted);
        } finally {
            process.destroyForcibly();
        }
    }
}
