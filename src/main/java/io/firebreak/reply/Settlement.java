package io.firebreak.reply;

import java.time.Instant;

/**
 * What the other side did with a reply, as it was kept.
 *
 * @param number of the reply
 * @param words what they wrote; null where they wrote nothing
 */
public record Settlement(int number, Outcome outcome, String words, String settledBy, Instant settledAt) {}
