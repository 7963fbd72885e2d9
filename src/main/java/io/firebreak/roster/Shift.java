package io.firebreak.roster;

import java.time.Instant;

/**
 * Somebody is on call.
 *
 * @param person whose duty it is, by user id
 * @param acting who is asked: the person, or while they are away who stands in; null: nobody
 * @param from inclusive
 * @param to exclusive
 * @param changed whether it was entered, and is not by the plan
 */
public record Shift(String rotation, String person, String acting, Instant from, Instant to, boolean changed) {}
