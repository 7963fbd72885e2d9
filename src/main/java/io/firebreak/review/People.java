package io.firebreak.review;

import java.util.List;

/** Who can own a measure. */
public interface People {

    /**
     * @param id with which they sign in
     * @param name as colleagues know them
     */
    record Colleague(String id, String name) {}

    /** Whether a person with this id exists and works on cases. */
    boolean worksOnCases(String userId);

    /** All who work on cases, by name. */
    List<Colleague> all();
}
