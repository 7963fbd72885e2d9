package io.firebreak.escalation;

import java.time.Duration;
import java.time.Instant;

/**
 * How far a chain of command has come.
 *
 * @param role whose part the task has become, by its group id
 * @param pass from 1: how often it began at the top
 * @param level from 0; -1 before anybody was asked
 * @param needed how many have to acknowledge before it rests
 * @param within how long the level has
 * @param askingSince acknowledgements from then on count
 * @param nextStepAt when it goes on by itself
 * @param delegate who is asked before the next level is, because somebody named them; null: nobody
 * @param delegatedBy who named the delegate
 * @param brokenAt since when the whole chain has been silent; null unless it is
 */
record Standing(
        String role,
        int pass,
        int level,
        State state,
        int needed,
        Duration within,
        Instant askingSince,
        Instant nextStepAt,
        String delegate,
        String delegatedBy,
        Instant brokenAt) {

    enum State {
        /** Somebody has been asked and has time to answer. */
        ASKING,
        /** Somebody has taken the task. */
        RESTING,
        /** Everybody was asked and nobody answered; it asks on from the top. */
        BROKEN,
        /** The task is gone. */
        ENDED
    }

    /** Before anybody was asked. */
    static Standing begun(String role, Duration within, Instant now) {
        return new Standing(role, 1, -1, State.ASKING, 1, within, now, now, null, null, null);
    }

    /** The table of timings may name another role when the severity has changed. */
    Standing of(String otherRole) {
        return with(otherRole, state, nextStepAt, brokenAt);
    }

    /** A level is asked; whoever was named before it has been asked as well. */
    Standing asking(int newPass, int newLevel, int newNeeded, Duration newWithin, Instant now) {
        return new Standing(
                role,
                newPass,
                newLevel,
                state == State.BROKEN ? State.BROKEN : State.ASKING,
                newNeeded,
                newWithin,
                state == State.RESTING ? now : askingSince,
                now.plus(newWithin),
                null,
                null,
                brokenAt);
    }

    Standing resting(Instant until) {
        return with(role, State.RESTING, until, null);
    }

    Standing broken(Instant since) {
        return with(role, State.BROKEN, nextStepAt, since);
    }

    /** Somebody answered: the silence is over. */
    Standing heard() {
        return state == State.BROKEN ? with(role, State.ASKING, nextStepAt, null) : this;
    }

    Standing nextStep(Instant at) {
        return with(role, state, at, brokenAt);
    }

    Standing delegating(String person, String by) {
        return new Standing(role, pass, level, state, needed, within, askingSince, nextStepAt, person, by, brokenAt);
    }

    private Standing with(String newRole, State newState, Instant newNextStepAt, Instant newBrokenAt) {
        return new Standing(
                newRole,
                pass,
                level,
                newState,
                needed,
                within,
                askingSince,
                newNextStepAt,
                delegate,
                delegatedBy,
                newBrokenAt);
    }
}
