package io.firebreak.notification.answer;

import java.security.SecureRandom;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What links are signed with: the same on all nodes. Whoever reads the database could forge a link if the key is kept
 * there, but has read everything that a link shows.
 */
@Component
class LinkKey {

    private final JdbcClient jdbc;
    private volatile byte[] key;

    LinkKey(LinkSettings settings, JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.key = settings.key();
    }

    byte[] bytes() {
        if (key == null) {
            key = kept();
        }
        return key;
    }

    /** The one that is there; of several nodes that start at once, one makes it. */
    private byte[] kept() {
        byte[] made = new byte[LinkSettings.KEY_BYTES];
        new SecureRandom().nextBytes(made);
        jdbc.sql("INSERT INTO firebreak.notification_link_key (id, key) VALUES (1, ?) ON CONFLICT (id) DO NOTHING")
                .param(made)
                .update();
        return jdbc.sql("SELECT key FROM firebreak.notification_link_key WHERE id = 1")
                .query((row, number) -> row.getBytes("key"))
                .single();
    }
}
