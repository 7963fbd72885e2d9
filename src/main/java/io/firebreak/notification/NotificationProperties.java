package io.firebreak.notification;

import io.firebreak.notification.means.MeansSettings;
import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How our own people are told, under {@code firebreak.notification}; docs/chain-of-command.md explains it.
 *
 * @param enabled whether this node sends; at least one has to
 * @param poll how often is looked for what is due when nobody says that there is something
 * @param attemptTimeout how long one attempt on one means may take in all
 * @param linkKey 32 bytes in base64 that sign the links in messages; none: they are made once and kept in the database
 * @param secrets keys and secret addresses of webhooks, by the names by which the crisis plan calls them
 */
@ConfigurationProperties("firebreak.notification")
record NotificationProperties(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("1s") Duration poll,
        @DefaultValue("10s") Duration attemptTimeout,
        String linkKey,
        @DefaultValue Map<String, String> secrets) {

    /** Two quick tries of each of two means fit into a minute; longer ones would not. */
    private static final Duration LONGEST_ATTEMPT = Duration.ofSeconds(20);

    NotificationProperties {
        if (attemptTimeout.compareTo(LONGEST_ATTEMPT) > 0 || attemptTimeout.toMillis() < 100) {
            throw new IllegalArgumentException(
                    "firebreak.notification.attempt-timeout must be between 100ms and %ds, so that the next means goes out within a minute."
                            .formatted(LONGEST_ATTEMPT.toSeconds()));
        }
        if (poll.toMillis() < 1) {
            throw new IllegalArgumentException("firebreak.notification.poll must be more than nothing.");
        }
    }

    MeansSettings means() {
        return new MeansSettings(attemptTimeout, secrets);
    }

    /** Without the secrets: settings are logged and shown. */
    @Override
    public String toString() {
        return "notification every %s, attempts of %s".formatted(poll, attemptTimeout);
    }
}
