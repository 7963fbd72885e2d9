package io.firebreak.engine;

/**
 * A person has started a process by its start form. Published within the transaction in which it is so.
 *
 * @param process its id
 * @param by the user id
 */
public record ProcessStarted(String process, String by) {}
