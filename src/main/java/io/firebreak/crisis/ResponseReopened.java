package io.firebreak.crisis;

import io.firebreak.access.Actor;

/**
 * New facts change what has to be said: a text that was approved and is not public yet is not to go out. Published
 * within the transaction in which it is decided.
 */
public record ResponseReopened(CaseReference reference, String reason, Actor actor) {}
