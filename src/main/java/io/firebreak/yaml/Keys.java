package io.firebreak.yaml;

import java.util.Set;

/** The keys that an entry of a file may have. */
public interface Keys {

    /** Those that must be there. */
    Set<String> required();

    /** All that may be there, those that must among them. */
    Set<String> all();
}
