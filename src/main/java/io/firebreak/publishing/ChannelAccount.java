package io.firebreak.publishing;

import io.firebreak.publishing.channel.Account;
import io.firebreak.publishing.channel.Certainty;
import io.firebreak.publishing.channel.Channel;
import io.firebreak.rule.LanguageTag;

/** An account with the channel behind it. */
record ChannelAccount(Account account, AccountProperties settings, Channel channel) {

    String name() {
        return account.name();
    }

    String label() {
        return account.label();
    }

    Audience audience() {
        return settings.audience();
    }

    Certainty certainty() {
        return channel.capabilities().certainty();
    }

    /**
     * Whether texts of this language go out on it; only the language counts, not its region.
     *
     * @param tag BCP 47
     */
    boolean takes(String tag) {
        return settings.languages().isEmpty()
                || settings.languages().stream()
                        .anyMatch(taken -> LanguageTag.primary(taken).equals(LanguageTag.primary(tag)));
    }
}
