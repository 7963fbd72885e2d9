package io.firebreak.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** A copy of {@code processes/} in which nobody waits long: each duration of the table Timing is one second or none, but for the
 * looks at the reactions: those {@link CrisisScript} brings about. */
final class TimedProcesses {

    private static final Path REAL = Path.of("processes");

    private TimedProcesses() {}

    /** Writes the copy; the files of the product stay as they are. */
    static Path in(Path folder) {
        try (Stream<Path> files = Files.walk(REAL)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = folder.resolve(REAL.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                String content = Files.readString(file);
                Files.writeString(copy, file.endsWith("Timing.dmn") ? shortened(content) : content);
            }
            return folder;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String shortened(String table) {
        return table.replaceAll("<text>\"P(?!T0S)[0-9DTHMS]+\"</text>", "<text>\"PT1S\"</text>")
                // a count spans a minute at least, and is to be as young as a look
                .replaceAll("(_WatchInterval\"[^>]*>\\s*<text>\")PT1S", "$1PT10M");
    }
}
