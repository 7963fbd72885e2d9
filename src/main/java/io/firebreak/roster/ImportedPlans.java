package io.firebreak.roster;

import java.util.Optional;

/** The versions of the crisis plan that were imported. */
public interface ImportedPlans {

    /** The number of the newest version; 0: none was imported yet. */
    int newest();

    /**
     * The plan of a version. It was right when it was imported; what has changed around it since, such as a user who is
     * gone, does not count.
     *
     * @return empty when this Firebreak can't read it any more
     */
    Optional<CrisisPlan> plan(int version);
}
