package io.firebreak.engine;

import io.firebreak.access.Actor;

/**
 * A task has another holder than before. Published within the transaction in which it is so.
 *
 * @param holder the user id; null when nobody holds it any more
 * @param before the user id of who held it until now; null when nobody did
 * @param isNew whether the task is there only now, made for its holder
 * @param by who did it; {@link Actor#FIREBREAK} where we did it on our own account
 */
public record TaskHeld(String taskId, String holder, String before, boolean isNew, Actor by) {}
