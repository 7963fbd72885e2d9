package io.firebreak.engine.deploy;

import io.firebreak.rule.Refusal;
import java.util.List;
import java.util.stream.Collectors;

/** A bundle that can't be deployed, and why, as the refusal that everybody gets who tries. */
final class BundleRefused {

    private BundleRefused() {}

    static Refusal because(List<BundleProblem> problems) {
        return Refusal.invalid(problems.stream()
                .map(problem -> new Refusal.Problem(problem.file() + "#" + problem.element(), problem.toString()))
                .collect(Collectors.toList()));
    }
}
