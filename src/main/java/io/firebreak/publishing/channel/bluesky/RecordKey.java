package io.firebreak.publishing.channel.bluesky;

import io.firebreak.publishing.channel.Delivery;
import java.math.BigInteger;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * The name of a delivery's record, the same on every attempt: a timestamp identifier of 13 signs.
 *
 * <p>Its time is the delivery's, moved by up to 65 ms that come from the delivery's key, and by 65.5 ms more with each
 * part: deliveries that were queued in the same microsecond must not meet in one record, and the ten bits that the
 * format leaves for that are too few. So the parts of a thread also stay in their order.
 *
 * @see <a href="https://atproto.com/specs/tid">Timestamp Identifiers (TIDs)</a>
 */
final class RecordKey {

    private static final String SIGNS = "234567abcdefghijklmnopqrstuvwxyz";
    private static final int LENGTH = 13;
    private static final int CLOCK_BITS = 10;
    private static final int SPREAD_BITS = 16;
    private static final int KEY_DIGITS = 16;

    private RecordKey() {}

    static String of(Delivery delivery) {
        long bits = new BigInteger(delivery.key().substring(0, KEY_DIGITS), 16).longValue();
        long clock = bits & (1L << CLOCK_BITS) - 1;
        long spread = bits >>> CLOCK_BITS & (1L << SPREAD_BITS) - 1;
        long time = ChronoUnit.MICROS.between(Instant.EPOCH, delivery.createdAt())
                + ((delivery.number() - 1L) << SPREAD_BITS)
                + spread;
        return signs(time << CLOCK_BITS | clock);
    }

    private static String signs(long value) {
        StringBuilder signs = new StringBuilder();
        for (int position = LENGTH - 1; position >= 0; position--) {
            signs.append(SIGNS.charAt((int) (value >>> position * 5 & 31)));
        }
        return signs.toString();
    }
}
