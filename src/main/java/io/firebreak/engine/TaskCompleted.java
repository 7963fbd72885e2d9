package io.firebreak.engine;

/**
 * A task is about to be done: its rule has taken what was handed in, and the process goes on next.
 *
 * @param by the user id of whoever completes it
 */
public record TaskCompleted(String taskId, String by) {}
