package io.firebreak.engine.deploy;

import java.util.List;
import org.springframework.stereotype.Component;

/** Checks all files of a bundle, so that a designer sees every mistake at once. */
@Component
class BundleCheck {

    private final List<FileCheck> checks;

    BundleCheck(List<FileCheck> checks) {
        this.checks = checks;
    }

    List<BundleProblem> problemsOf(Bundle bundle) {
        return bundle.files().entrySet().stream()
                .flatMap(file -> problemsOf(file.getKey(), file.getValue(), bundle).stream())
                .toList();
    }

    /** A file that no check knows is refused: the engine would run more kinds of files than we look into. */
    private List<BundleProblem> problemsOf(String path, byte[] content, Bundle bundle) {
        return checks.stream()
                .filter(check -> check.suffix().equals(Bundle.suffix(path)))
                .findFirst()
                .map(check -> check.check(path, content, bundle))
                .orElseGet(
                        () -> List.of(
                                new BundleProblem(
                                        path,
                                        "the file",
                                        "Only diagrams (.bpmn), tables (.dmn), forms (.html, .form) and translations (languages/*.json) are deployed; leave it out.")));
    }
}
