package io.firebreak.roster.plan;

import io.firebreak.yaml.YamlText;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.core.io.ResourceLoader;
import org.springframework.stereotype.Component;

/** Where the plan stands: its file, and files with days off beside it. */
@Component
class PlanFile {

    private final ResourceLoader resources;
    private final String location;

    /**
     * @param location as Spring writes it, {@code file:} or {@code classpath:}
     */
    PlanFile(ResourceLoader resources, @Value("${firebreak.crisis-plan}") String location) {
        this.resources = resources;
        this.location = location;
    }

    String location() {
        return location;
    }

    /**
     * The bytes of the file, no more than one byte more than a plan may have.
     *
     * @return empty when there is no file
     * @throws IOException when there is one that can't be read
     */
    Optional<byte[]> read() throws IOException {
        Resource file = resources.getResource(location);
        return isFile(file) ? Optional.of(read(file, YamlText.MOST_BYTES)) : Optional.empty();
    }

    /** A file beside the plan; empty when there is none that can be read. */
    Optional<byte[]> beside(String name) {
        try {
            Resource file = resources.getResource(location).createRelative(name);
            return isFile(file) ? Optional.of(read(file, CompanyDays.MOST_BYTES)) : Optional.empty();
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    /** A mount without a file behind it is a folder. */
    private static boolean isFile(Resource file) throws IOException {
        return file.exists() && !(file.isFile() && file.getFile().isDirectory());
    }

    private static byte[] read(Resource file, int most) throws IOException {
        try (InputStream content = file.getInputStream()) {
            return content.readNBytes(most + 1);
        }
    }
}
