package io.firebreak.notification.answer;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Makes the links in messages. */
@Component
public class AnswerLinks {

    static final String PATH = "/answer";

    private final LinkSettings settings;
    private final LinkKey key;

    AnswerLinks(LinkSettings settings, LinkKey key) {
        this.settings = settings;
        this.key = key;
    }

    /** Leads to the page on which whoever was asked takes the task. */
    public String take(UUID ask, Instant expiresAt) {
        return link(new AnswerToken(ask, Act.TAKE, expiresAt));
    }

    /** Leads to the page on which whoever was asked says that they can't. */
    public String decline(UUID ask, Instant expiresAt) {
        return link(new AnswerToken(ask, Act.DECLINE, expiresAt));
    }

    /** Leads to the task in Tasklist, after signing in. */
    public String task(String taskId) {
        return settings.tasklist() + "#/?task=" + URLEncoder.encode(taskId, StandardCharsets.UTF_8);
    }

    private String link(AnswerToken token) {
        return settings.baseUrl() + PATH + "/" + token.write(key.bytes());
    }
}
