package io.firebreak.webapp;

import java.util.Set;
import org.camunda.bpm.tasklist.plugin.spi.impl.AbstractTasklistPlugin;

/**
 * Makes itself known to Tasklist: its script and style ({@code plugin-webapp/firebreak/app}) and its data. Found by
 * {@code META-INF/services/org.camunda.bpm.tasklist.plugin.spi.TasklistPlugin}.
 */
public class FirebreakTasklistPlugin extends AbstractTasklistPlugin {

    static final String ID = "firebreak";

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public Set<Class<?>> getResourceClasses() {
        return Set.of(FirebreakTasklistResource.class, DraftResource.class, StartFormsResource.class);
    }
}
