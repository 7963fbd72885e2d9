package io.firebreak.roster;

import io.firebreak.access.Actor;

/**
 * An absence ends now, earlier than planned; one that had not begun never begins. It is published in the transaction in
 * which it was ended.
 *
 * @param absence up to now; where it had not begun, as it was entered
 */
public record AbsenceEnded(Absence absence, Actor by) {}
