package io.firebreak.publishing.channel.http;

import io.firebreak.publishing.channel.Outcome;

/** A call that did not give what it was made for, with what that means. */
public final class FailedCall extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Outcome outcome;
    private final int status;

    /**
     * @param outcome what it means if the call was to make something public
     * @param status of the answer; 0 when there was none
     */
    public FailedCall(Outcome outcome, int status) {
        super(sentence(outcome));
        this.outcome = outcome;
        this.status = status;
    }

    public Outcome outcome() {
        return outcome;
    }

    /** What it means if the call could not make anything public, such as a look-up or an upload: there is no doubt. */
    public Outcome harmless() {
        return outcome instanceof Outcome.Unknown ? new Outcome.NotSent(getMessage()) : outcome;
    }

    /** The same failure of a call that could not make anything public. */
    public FailedCall withoutDoubt() {
        return new FailedCall(harmless(), status);
    }

    /** Whether the server knows nothing under this address. */
    public boolean isNotFound() {
        return status == 404 || status == 410;
    }

    private static String sentence(Outcome outcome) {
        if (outcome instanceof Outcome.Rejected rejected) {
            return rejected.reason();
        }
        if (outcome instanceof Outcome.NotSent notSent) {
            return notSent.reason();
        }
        return outcome instanceof Outcome.Unknown unknown ? unknown.reason() : "";
    }
}
