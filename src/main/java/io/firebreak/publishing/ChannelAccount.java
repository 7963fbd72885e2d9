package io.firebreak.publishing;

import io.firebreak.publishing.channel.Account;
import io.firebreak.publishing.channel.Certainty;
import io.firebreak.publishing.channel.Channel;

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
}
