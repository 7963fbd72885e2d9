package io.firebreak.publishing.channel.simulator;

import java.time.Duration;

/**
 * How a server misbehaves on one request. The kinds say nothing of a protocol: a server that does not speak HTTP does
 * the nearest thing that its own protocol knows.
 *
 * @param kind what happens to the answer
 * @param accepts whether the server does what it was asked before it misbehaves
 * @param duration of the delay, of the pause that is asked for, or of the drip; else zero
 */
public record Fault(Kind kind, boolean accepts, Duration duration) {

    /** What happens to the answer. */
    public enum Kind {
        /** All is well. */
        NONE,
        /** The right answer, after {@link Fault#duration}. */
        DELAY,
        /** The connection ends without an answer. */
        CUT,
        /** HTTP 429 with Retry-After. */
        TOO_MANY_REQUESTS,
        /** HTTP 500. */
        SERVER_ERROR,
        /** HTTP 503 without Retry-After. */
        UNAVAILABLE,
        /** HTTP 200 with a page for people, as a login wall or a proxy shows it. */
        HTML,
        /** HTTP 200 and a body that never ends. */
        ENDLESS,
        /** HTTP 200 and one byte of a body now and then, for {@link Fault#duration}. */
        DRIP,
        /** HTTP 302 to another address. */
        REDIRECT,
        /** HTTP 401. */
        UNAUTHORIZED
    }

    public static Fault none() {
        return new Fault(Kind.NONE, true, Duration.ZERO);
    }

    /** Does it at once and answers late; longer than the client waits, and the client never learns of it. */
    public static Fault late(Duration delay) {
        return new Fault(Kind.DELAY, true, delay);
    }

    /** Lets the request lie for a while and does it then, whether the client still waits or not. */
    public static Fault slow(Duration delay) {
        return new Fault(Kind.DELAY, false, delay);
    }

    public static Fault acceptThenCut() {
        return new Fault(Kind.CUT, true, Duration.ZERO);
    }

    public static Fault cutBefore() {
        return new Fault(Kind.CUT, false, Duration.ZERO);
    }

    /**
     * @param pause that the server asks for, in whole seconds
     */
    public static Fault tooManyRequests(Duration pause) {
        return new Fault(Kind.TOO_MANY_REQUESTS, false, pause);
    }

    public static Fault serverError() {
        return new Fault(Kind.SERVER_ERROR, false, Duration.ZERO);
    }

    public static Fault acceptThenServerError() {
        return new Fault(Kind.SERVER_ERROR, true, Duration.ZERO);
    }

    public static Fault unavailable() {
        return new Fault(Kind.UNAVAILABLE, false, Duration.ZERO);
    }

    public static Fault html() {
        return new Fault(Kind.HTML, false, Duration.ZERO);
    }

    public static Fault acceptThenHtml() {
        return new Fault(Kind.HTML, true, Duration.ZERO);
    }

    public static Fault endless() {
        return new Fault(Kind.ENDLESS, false, Duration.ZERO);
    }

    public static Fault drip(Duration duration) {
        return new Fault(Kind.DRIP, false, duration);
    }

    public static Fault redirect() {
        return new Fault(Kind.REDIRECT, false, Duration.ZERO);
    }

    public static Fault unauthorized() {
        return new Fault(Kind.UNAUTHORIZED, false, Duration.ZERO);
    }
}
