package io.firebreak.reply;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What counts as saying too much, or the same again.
 *
 * @param copyFrom the likeness from which on a reply is a copy of an earlier one, from 0 to 1; see {@link
 *     io.firebreak.likeness.Wordprint#likeness}
 * @param rememberAuthorFor how long replies to the same author count, in whatever case they were
 */
@ConfigurationProperties("firebreak.replies")
record ReplyProperties(@DefaultValue("0.85") double copyFrom, @DefaultValue("30d") Duration rememberAuthorFor) {

    ReplyProperties {
        if (!(copyFrom > 0 && copyFrom <= 1)) {
            throw new IllegalArgumentException(
                    "firebreak.replies.copy-from must be more than 0 and at most 1, for example 0.85.");
        }
        if (rememberAuthorFor.isNegative() || rememberAuthorFor.isZero()) {
            throw new IllegalArgumentException(
                    "firebreak.replies.remember-author-for must be more than nothing, for example 30d.");
        }
    }
}
