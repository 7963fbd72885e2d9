package io.firebreak.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The JVMs among which Maven divides the classes of tests of one run; each leaves what it knows where the others look. */
final class OtherJvms {

    private static final long OWN = ProcessHandle.current().pid();

    /** Outside of Maven each JVM is a run of its own. */
    private static final Path FOLDER =
            Path.of("target", "process-coverage", System.getProperty("firebreak.run", "alone-" + OWN));

    private OtherJvms() {}

    /**
     * Leaves these lines for the others, and adds what they left.
     *
     * @param subject what the lines are about, as part of a file's name
     */
    static void exchange(String subject, Set<String> lines) {
        try {
            Files.createDirectories(FOLDER);
            replace(FOLDER.resolve("%s-%d.txt".formatted(subject, OWN)), String.join("\n", lines));
            try (Stream<Path> files = Files.list(FOLDER)) {
                List<Path> left = files.filter(
                                file -> file.getFileName().toString().matches(subject + "-\\d+\\.txt"))
                        .toList();
                for (Path file : left) {
                    lines.addAll(Files.readAllLines(file));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whoever reads it meanwhile reads all of the old or all of the new content. */
    static void replace(Path file, String content) throws IOException {
        Path whole = Files.writeString(file.resolveSibling(file.getFileName() + "." + OWN), content);
        Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
