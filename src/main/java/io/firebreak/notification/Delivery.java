package io.firebreak.notification;

import java.time.Instant;
import java.util.UUID;

/**
 * A notice on one of its means.
 *
 * @param position of the means in the person's order, from 1
 * @param means with the mail address that the person had when they were told
 * @param dueAt when it is sent; while it is being sent: when whoever sends it is taken for dead; null in other states
 * @param restUntil before which the other side asked not to be called again; null: it did not
 * @param tries how many attempts have failed since it was last begun
 * @param claim of whoever sends it; null: nobody has
 * @param reason why it did not get through the last time
 */
record Delivery(
        UUID notice,
        int position,
        Means means,
        String server,
        DeliveryState state,
        Instant dueAt,
        Instant restUntil,
        int tries,
        UUID claim,
        String reason) {

    /** Whether it comes to an end by itself soon, well or not. */
    boolean isUnderWay(Instant now) {
        return state == DeliveryState.SENDING || state == DeliveryState.WAITING && (tries > 0 || !dueAt.isAfter(now));
    }

    /** Whether it is there to be used when others have failed. */
    boolean isInReserve() {
        return state == DeliveryState.LATER || state == DeliveryState.WAITING;
    }
}
