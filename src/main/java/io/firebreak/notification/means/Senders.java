package io.firebreak.notification.means;

import io.firebreak.notification.Means;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Finds who sends by a means. */
@Component
public class Senders {

    private final Map<Means.Kind, Sender> byKind = new EnumMap<>(Means.Kind.class);

    Senders(List<Sender> senders) {
        senders.forEach(sender -> byKind.put(sender.kind(), sender));
    }

    /** Makes one attempt. */
    public Outcome send(Means means, Message message) {
        Sender sender = byKind.get(means.kind());
        return sender == null ? new Outcome.Refused("Nothing can be sent by this means.") : sender.send(means, message);
    }
}
