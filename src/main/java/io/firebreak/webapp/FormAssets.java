package io.firebreak.webapp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The scripts, the style and the words that forms share: whatever lies in the folders of the plug-in. */
final class FormAssets {

    private static final List<String> FOLDERS = List.of("app/", "words/", "library/i18next/", "library/diff/");
    private static final List<String> PATHS =
            FOLDERS.stream().flatMap(FormAssets::filesIn).sorted().toList();

    private FormAssets() {}

    /** Their paths within the plug-in. */
    static List<String> paths() {
        return PATHS;
    }

    private static Stream<String> filesIn(String folder) {
        try {
            Resource[] files = new PathMatchingResourcePatternResolver(FormAssets.class.getClassLoader())
                    .getResources("classpath:plugin-webapp/" + FirebreakTasklistPlugin.ID + "/" + folder + "*.*");
            return Stream.of(files).map(file -> folder + file.getFilename());
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The scripts of the forms can't be read", unreadable);
        }
    }
}
