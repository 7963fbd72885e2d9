package io.firebreak.notification;

import java.time.ZoneId;
import java.util.List;

/** How our own people are reached. */
public interface AddressBook {

    /**
     * One of our people.
     *
     * @param name as colleagues call them
     * @param mailAddress that the engine knows; null: none
     * @param language in which they are written to, a primary code such as pl
     * @param means in the order in which they are tried; never empty
     */
    record Recipient(String userId, String name, String mailAddress, String language, ZoneId zone, List<Means> means) {}

    /**
     * @return null when there is no such user
     */
    Recipient find(String userId);
}
