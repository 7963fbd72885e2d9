package io.firebreak.roster;

import io.firebreak.access.Actor;

/** An absence was entered. It is published in the transaction in which it was. */
public record AbsenceReported(Absence absence, Actor by) {}
