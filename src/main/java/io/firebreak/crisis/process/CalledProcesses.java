package io.firebreak.crisis.process;

import io.firebreak.engine.StaffProcesses;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The processes of phases that belong to the case itself. */
@Component
class CalledProcesses implements StaffProcesses {

    @Override
    public Set<String> processes() {
        return Set.of("ContainCrisis");
    }
}
