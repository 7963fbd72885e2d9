package io.firebreak.engine.deploy;

import java.util.List;
import java.util.stream.Collectors;
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
                .flatMap(file -> checks.stream()
                        .filter(check -> check.suffix().equals(Bundle.suffix(file.getKey())))
                        .flatMap(check -> check.check(file.getKey(), file.getValue(), bundle).stream()))
                .collect(Collectors.toList());
    }
}
