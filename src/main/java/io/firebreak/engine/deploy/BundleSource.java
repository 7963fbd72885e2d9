package io.firebreak.engine.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
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

    Bundle read() {
        try {
            return new Bundle(directory.isBlank() ? packedFiles() : filesIn(Path.of(directory)));
        } catch (IOException e) {
            throw new UncheckedIOException("The processes can't be read from " + description(), e);
        }
    }

    String description() {
        return directory.isBlank()
                ? "the application's own processes"
                : Path.of(directory).toAbsolutePath().normalize().toString();
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
