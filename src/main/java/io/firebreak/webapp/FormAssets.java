package io.firebreak.webapp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The scripts and the style that forms share: whatever lies in {@code plugin-webapp/firebreak/app}. */
final class FormAssets {

    private static final String FOLDER = "app/";
    private static final List<String> PATHS = find();

    private FormAssets() {}

    /** Their paths within the plug-in. */
    static List<String> paths() {
        return PATHS;
    }

    private static List<String> find() {
        try {
            Resource[] files = new PathMatchingResourcePatternResolver(FormAssets.class.getClassLoader())
                    .getResources("classpath:plugin-webapp/" + FirebreakTasklistPlugin.ID + "/" + FOLDER + "*.*");
            return Stream.of(files)
                    .map(file -> FOLDER + file.getFilename())
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The scripts of the forms can't be read", unreadable);
        }
    }
}
