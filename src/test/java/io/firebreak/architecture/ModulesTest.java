package io.firebreak.architecture;

import io.firebreak.FirebreakApplication;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** The borders between the features: only what a package shows at its root is used by others, and never in a circle. */
class ModulesTest {

    @Test
    void shouldKeepTheBordersBetweenFeatures() {
        ApplicationModules.of(FirebreakApplication.class).verify();
    }
}
