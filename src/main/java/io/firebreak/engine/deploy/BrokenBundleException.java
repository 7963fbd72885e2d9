package io.firebreak.engine.deploy;

import java.util.List;

/** There is nothing to run: the bundle is broken, and no earlier one was deployed. */
class BrokenBundleException extends RuntimeException {

    BrokenBundleException(String source, List<String> problems) {
        super("The processes in %s are refused:\n  %s".formatted(source, String.join("\n  ", problems)));
    }
}
