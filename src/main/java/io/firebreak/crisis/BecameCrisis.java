package io.firebreak.crisis;

import io.firebreak.access.Actor;

/**
 * A case of one comment is more than that now. Published within the transaction in which it is decided.
 *
 * @param reason null where nobody gave one
 */
public record BecameCrisis(CaseReference reference, String reason, Actor actor) {}
