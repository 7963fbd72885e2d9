package io.firebreak.engine;

import io.firebreak.access.Actor;

/**
 * A task has another holder than before. Published within the transaction in which it is so.
 *
 * @param holder the user id; null when nobody holds it any more
 * @param by who did it; {@link Actor#FIREBREAK} where we did it on our own account
 */
public record TaskHeld(String taskId, String holder, Actor by) {}
