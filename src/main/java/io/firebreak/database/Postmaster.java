package io.firebreak.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** PostgreSQL's first process on a data folder, as its file {@code postmaster.pid} tells of it. */
final class Postmaster {

    private static final Logger log = LoggerFactory.getLogger(Postmaster.class);
    private static final int STOP_LIMIT_SECONDS = 60;

    private final Path cluster;
    private final PostgresBinaries binaries;
    private final PostgresPrograms programs;

    Postmaster(Path cluster, PostgresBinaries binaries, PostgresPrograms programs) {
        this.cluster = cluster;
        this.binaries = binaries;
        this.programs = programs;
    }

    /**
     * The running process. Empty if none runs, also where the file stayed behind and its number went to some other
     * program meanwhile.
     */
    Optional<ProcessHandle> process() {
        return processInFile().filter(binaries::isRunBy);
    }

    /** Ends all connections and returns when the data are written. Silent, unless the server had to be forced. */
    void stop() {
        if (process().isEmpty() || stop("fast")) {
            return;
        }
        log.warn(
                "The embedded database did not stop within {} s and is ended at once; nothing committed is lost",
                STOP_LIMIT_SECONDS);
        stop("immediate");
    }

    /** Removes a file that names some other program: PostgreSQL would take that program for its living predecessor. */
    void forgetForeignProcess() throws IOException {
        if (processInFile().isPresent() && process().isEmpty()) {
            Files.deleteIfExists(file());
        }
    }

    private boolean stop(String mode) {
        String limit = String.valueOf(STOP_LIMIT_SECONDS);
        return programs.run("pg_ctl", List.of("stop", "-D", cluster.toString(), "-m", mode, "-w", "-t", limit))
                .succeeded();
    }

    private Optional<ProcessHandle> processInFile() {
        try (var lines = Files.lines(file(), StandardCharsets.ISO_8859_1)) {
            return lines.findFirst().map(String::strip).map(Long::valueOf).flatMap(ProcessHandle::of);
        } catch (IOException | NumberFormatException noneNamed) {
            return Optional.empty();
        }
    }

    private Path file() {
        return cluster.resolve("postmaster.pid");
    }
}
