package io.firebreak.publishing.channel;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * The settings of one account, under {@code firebreak.channels.<name>}. Which of them a kind needs is in
 * docs/channels.md.
 *
 * @param name under which the account appears everywhere
 * @param kind see {@link ChannelKind#name}
 * @param label how people call it
 * @param url where its server is
 * @param user who signs in
 * @param secret password or token; never shown, logged or kept
 * @param sender the address that e-mails come from
 * @param recipients the addresses that e-mails go to, one mail each
 * @param recipientsFile a file with one address a line, in place of or beside {@code recipients}
 * @param instructions what somebody has to do by hand
 * @param timeout how long one call may take in all, from the connection to the last byte
 */
public record Account(
        String name,
        String kind,
        String label,
        URI url,
        String user,
        String secret,
        String sender,
        List<String> recipients,
        Path recipientsFile,
        String instructions,
        Duration timeout) {

    public Account {
        recipients = recipients == null ? List.of() : List.copyOf(recipients);
        label = label == null ? name : label;
        timeout = timeout == null ? Duration.ofSeconds(20) : timeout;
    }

    /** Without the secret: whoever logs an account must not give it away. */
    @Override
    public String toString() {
        return "%s (%s at %s)".formatted(name, kind, url);
    }
}
