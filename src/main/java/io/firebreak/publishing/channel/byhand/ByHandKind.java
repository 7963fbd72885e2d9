package io.firebreak.publishing.channel.byhand;

import io.firebreak.publishing.channel.Account;
import io.firebreak.publishing.channel.AccountMemory;
import io.firebreak.publishing.channel.Channel;
import io.firebreak.publishing.channel.ChannelKind;
import io.firebreak.publishing.channel.ChannelWords;
import org.springframework.stereotype.Component;

/** A shop, a call centre, a printed notice. */
@Component
class ByHandKind implements ChannelKind {

    private final ChannelWords words;

    ByHandKind(ChannelWords words) {
        this.words = words;
    }

    @Override
    public String name() {
        return "by-hand";
    }

    @Override
    public Channel open(Account account, AccountMemory memory) {
        if (account.instructions() == null || account.instructions().isBlank()) {
            throw new IllegalArgumentException(
                    "firebreak.channels.%s.instructions is missing; please say what has to be done by hand."
                            .formatted(account.name()));
        }
        return new ByHandChannel(words);
    }
}
