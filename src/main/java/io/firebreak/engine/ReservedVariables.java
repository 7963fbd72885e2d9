package io.firebreak.engine;

import java.util.Set;

/** Process variables that a feature sets itself and that nobody may hand in. */
public interface ReservedVariables {

    Set<String> names();
}
