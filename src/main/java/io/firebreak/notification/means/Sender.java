package io.firebreak.notification.means;

import io.firebreak.notification.Means;

/** Sends messages by one kind of means. A further kind is a further bean of this type. */
interface Sender {

    Means.Kind kind();

    /** Makes one attempt, which ends in time whatever the other side does. */
    Outcome send(Means means, Message message);
}
