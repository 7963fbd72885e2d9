package io.firebreak.roster;

import io.firebreak.access.Actor;

/** Who is on call in a rotation was changed, or a change taken back. It is published in the transaction in which it was. */
public record DutyChanged(String rotation, Actor by) {}
