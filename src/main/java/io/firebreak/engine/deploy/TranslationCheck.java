package io.firebreak.engine.deploy;

import io.firebreak.language.StaffLanguage;
import io.firebreak.language.TranslationFile;
import io.firebreak.rule.Refusal;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Checks the translations of diagrams and forms: one readable file for each language. */
@Component
class TranslationCheck implements FileCheck {

    @Override
    public String suffix() {
        return "json";
    }

    @Override
    public List<BundleProblem> check(String path, byte[] content, Bundle bundle) {
        if (StaffLanguage.translated().stream()
                .noneMatch(language -> ProcessWords.pathOf(language).equals(path))) {
            return List.of(new BundleProblem(
                    path,
                    "the file",
                    "Translations are named %s; leave anything else out."
                            .formatted(StaffLanguage.translated().stream()
                                    .map(ProcessWords::pathOf)
                                    .collect(Collectors.joining(", ")))));
        }
        try {
            TranslationFile.read(content);
            return List.of();
        } catch (Refusal refusal) {
            return List.of(new BundleProblem(path, "the file", refusal.getMessage()));
        }
    }
}
