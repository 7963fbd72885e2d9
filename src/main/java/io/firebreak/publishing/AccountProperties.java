package io.firebreak.publishing;

import io.firebreak.publishing.channel.Account;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings of one account on a channel, under {@code firebreak.channels.<name>}; docs/channels.md explains them.
 *
 * @param enabled false takes the account out without forgetting its settings
 * @param languages the languages whose texts it takes, BCP 47 tags; none for all
 * @param dryRun everything is done but the last call
 * @param concurrency how many calls one node makes at once
 * @param budget how many calls all nodes together make in {@code budgetPeriod}
 * @param probeAfter how long after a doubtful attempt it is first looked up: what was sent must have arrived by then
 * @param probeAgainAfter how long after a look that found nothing comes the second, which decides
 * @param readBack after how long what is public is compared with what was approved, each time counted from before
 */
record AccountProperties(
        String kind,
        @DefaultValue("true") boolean enabled,
        String label,
        @DefaultValue("PUBLIC") Audience audience,
        URI url,
        String user,
        String secret,
        String sender,
        List<String> recipients,
        String recipientsFile,
        String instructions,
        Duration timeout,
        @DefaultValue List<String> languages,
        boolean dryRun,
        @DefaultValue("4") int concurrency,
        @DefaultValue("60") int budget,
        @DefaultValue("1m") Duration budgetPeriod,
        @DefaultValue("5s") Duration probeAfter,
        @DefaultValue("30s") Duration probeAgainAfter,
        @DefaultValue({"1m", "10m", "1h", "6h", "17h"}) List<Duration> readBack) {

    Account account(String name) {
        return new Account(
                name,
                kind,
                label,
                url,
                user,
                secret,
                sender,
                recipients,
                recipientsFile == null ? null : Path.of(recipientsFile),
                instructions,
                timeout);
    }

    /** Without the secret: settings are logged and shown. */
    @Override
    public String toString() {
        return "%s at %s".formatted(kind, url);
    }
}
