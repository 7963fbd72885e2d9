package io.firebreak.yaml;

import java.util.Set;

/** A kind of entry in a file, which knows the keys that an entry of it may have. */
public interface Keys {

    KeySet keys();

    /** Those that must be there. */
    default Set<String> required() {
        return keys().required();
    }

    /** All that may be there, those that must among them. */
    default Set<String> all() {
        return keys().all();
    }
}
