package io.firebreak.engine;

import java.util.Set;

/**
 * What may be handed in when a person starts a process. The process's first step takes the values from {@link
 * HandedIn#atStart()}.
 */
public interface StartRule {

    /** The id of the process. */
    String process();

    /** The names of the values that may be handed in. Anything else is refused. */
    Set<String> inputs();
}
