package io.firebreak.engine.deploy;

import io.firebreak.engine.AsFirebreak;
import io.firebreak.language.StaffLanguage;
import io.firebreak.language.StaffWords;
import io.firebreak.language.TranslationFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.springframework.stereotype.Component;

/** The translations that come with a bundle, so that a designer can change a form and what it says in other languages. */
@Component
class ProcessWords {

    private final StaffWords words;
    private final RepositoryService repositoryService;
    private final AsFirebreak asFirebreak;

    ProcessWords(StaffWords words, RepositoryService repositoryService, AsFirebreak asFirebreak) {
        this.words = words;
        this.repositoryService = repositoryService;
        this.asFirebreak = asFirebreak;
    }

    static String pathOf(StaffLanguage language) {
        return TranslationFile.FOLDER + language.code() + ".json";
    }

    /** Forms are shown, and tasks are named, by what comes with them; a bundle without translations changes none. */
    void use(Bundle bundle) {
        use(bundle.files());
    }

    /** The same for what was deployed before this start. */
    void use(Deployment deployment) {
        Map<String, byte[]> files = new HashMap<>();
        asFirebreak.run(() -> repositoryService.getDeploymentResourceNames(deployment.getId()).stream()
                .filter(name -> name.startsWith(TranslationFile.FOLDER))
                .forEach(name -> files.put(name, content(deployment, name))));
        use(files);
    }

    private void use(Map<String, byte[]> files) {
        Map<StaffLanguage, Map<String, String>> found = new EnumMap<>(StaffLanguage.class);
        for (StaffLanguage language : StaffLanguage.translated()) {
            byte[] content = files.get(pathOf(language));
            if (content != null) {
                found.put(language, TranslationFile.read(content));
            }
        }
        if (!found.isEmpty()) {
            words.useForProcesses(found);
        }
    }

    private byte[] content(Deployment deployment, String name) {
        try (InputStream content = repositoryService.getResourceAsStream(deployment.getId(), name)) {
            return content.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(name, unreadable);
        }
    }
}
