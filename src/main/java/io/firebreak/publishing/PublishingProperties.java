package io.firebreak.publishing;

import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How publications are worked on.
 *
 * @param channels the accounts by their names
 * @param publishing the worker
 */
@ConfigurationProperties("firebreak")
record PublishingProperties(
        @DefaultValue Map<String, AccountProperties> channels, @DefaultValue Publishing publishing) {

    /**
     * @param enabled whether this node sends; at least one has to
     * @param poll how often the queue is looked at when nobody says that there is work
     * @param giveUpAfter how long a publication is tried before a person is asked
     * @param reconcileFirst after the database was restored from a backup: whatever is not known to be sent is looked up
     *     before it is sent
     * @param secretKey 32 bytes, base64: what sessions are encrypted with in the database
     */
    record Publishing(
            @DefaultValue("true") boolean enabled,
            @DefaultValue("500ms") Duration poll,
            @DefaultValue("1h") Duration giveUpAfter,
            boolean reconcileFirst,
            String secretKey) {}
}
