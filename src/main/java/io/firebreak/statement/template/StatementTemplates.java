package io.firebreak.statement.template;

import io.firebreak.crisis.Category;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * The templates: those that come along, and the house's own, of which one with the same file name takes another's place.
 * They are read at the start, which fails with all mistakes of all files.
 */
@Component
public class StatementTemplates {

    static final String COME_ALONG = "classpath:statement-templates/*.yaml";

    private static final int MOST_BYTES = 256 * 1024;

    private final List<StatementTemplate> all = new ArrayList<>();

    StatementTemplates(@Value("${firebreak.statement-templates-directory:}") String ownFolder) {
        Map<String, byte[]> files = comeAlong();
        if (!ownFolder.isBlank()) {
            files.putAll(own(Path.of(ownFolder)));
        }
        List<String> mistakes = new ArrayList<>();
        files.forEach((name, content) -> all.addAll(new TemplateFile(name, mistakes).read(content)));
        if (!mistakes.isEmpty()) {
            throw new IllegalStateException(
                    "The templates of statements can't be used:\n" + String.join("\n", mistakes));
        }
    }

    /** In the order of their names. */
    public List<StatementTemplate> all() {
        return List.copyOf(all);
    }

    /** Those for a kind of trouble, in all postures and languages; none before it is known what kind it is. */
    public List<StatementTemplate> of(Category category) {
        return all.stream()
                .filter(template -> template.categories().contains(category))
                .toList();
    }

    private static Map<String, byte[]> comeAlong() {
        Map<String, byte[]> files = new TreeMap<>();
        try {
            for (Resource file : new PathMatchingResourcePatternResolver().getResources(COME_ALONG)) {
                files.put(file.getFilename(), file.getContentAsByteArray());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    private static Map<String, byte[]> own(Path folder) {
        Map<String, byte[]> files = new TreeMap<>();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, "*.yaml")) {
            for (Path file : found) {
                if (Files.size(file) > MOST_BYTES) {
                    throw new IllegalStateException(
                            "The template %s is larger than 256 KiB; please leave out what does not belong into it."
                                    .formatted(file));
                }
                files.put(file.getFileName().toString(), Files.readAllBytes(file));
            }
        } catch (IOException e) {
            throw new IllegalStateException(
                    "The templates in %s (firebreak.statement-templates-directory) can't be read.".formatted(folder),
                    e);
        }
        return files;
    }
}
