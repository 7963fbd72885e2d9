package io.firebreak.engine.deploy;

import io.firebreak.rule.Refusal;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** Where the bundle comes from: the folder that is configured, else what is packed into the application; never both. */
@Component
class BundleSource {

    private static final String PACKED = "processes/";

    private final String directory;

    BundleSource(@Value("${firebreak.processes.directory:}") String directory) {
        this.directory = directory;
    }

    /**
     * @throws Refusal when the folder can't be read
     */
    Bundle read() {
        try {
            return new Bundle(directory.isBlank() ? packedFiles() : filesIn(Path.of(directory)));
        } catch (IOException | UncheckedIOException | InvalidPathException e) {
            throw Refusal.invalid(
                    "processes", "The processes can't be read from %s: %s.".formatted(description(), e.getMessage()));
        }
    }

    String description() {
        return directory.isBlank() ? "the application's own processes" : new File(directory).getAbsolutePath();
    }

    private static Map<String, byte[]> filesIn(Path folder) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(folder, FileVisitOption.FOLLOW_LINKS)) {
            for (Path file : paths.filter(Files::isRegularFile).toList()) {
                String path = folder.relativize(file).toString().replace('\\', '/');
                if (Bundle.takes(path)) {
                    files.put(path, Files.readAllBytes(file));
                }
            }
        }
        return files;
    }

    private static Map<String, byte[]> packedFiles() throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        for (Resource resource : new PathMatchingResourcePatternResolver().getResources("classpath:processes/**/*.*")) {
            String address = resource.getURL().toString();
            String path = address.substring(address.lastIndexOf(PACKED) + PACKED.length());
            if (Bundle.takes(path)) {
                files.put(path, resource.getContentAsByteArray());
            }
        }
        return files;
    }
}
