package io.firebreak.notification;

/** Where a message stands on one of its means. */
enum DeliveryState {
    /** The list of tasks shows it; nothing is sent. */
    SHOWN,
    /** It is used when those before it have failed. */
    LATER,
    /** It is sent when its time comes. */
    WAITING,
    /** A node is sending it. */
    SENDING,
    /** The other side has taken it. */
    SENT,
    /** It did not get through, and is tried again if no other means does. */
    FAILED,
    /** The other side will never take it. */
    REFUSED,
    /** It is not needed any more. */
    STOPPED
}
