package io.firebreak.crisis;

import io.firebreak.access.Actor;

/** A case was found to be the same incident as another one. Published within the transaction in which it is merged. */
public record CaseMerged(CaseReference from, CaseReference into, Actor actor) {}
