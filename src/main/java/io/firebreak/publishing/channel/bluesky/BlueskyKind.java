package io.firebreak.publishing.channel.bluesky;

import io.firebreak.publishing.channel.Account;
import io.firebreak.publishing.channel.AccountMemory;
import io.firebreak.publishing.channel.AccountRules;
import io.firebreak.publishing.channel.Channel;
import io.firebreak.publishing.channel.ChannelKind;
import io.firebreak.publishing.channel.ChannelWords;
import io.firebreak.publishing.channel.http.Callers;
import java.net.URI;
import org.springframework.stereotype.Component;

/** Accounts on Bluesky. Needs {@code url}, {@code user}, a handle, and {@code secret}, an app password. */
@Component
class BlueskyKind implements ChannelKind {

    private final Callers callers;
    private final ChannelWords words;

    BlueskyKind(Callers callers, ChannelWords words) {
        this.callers = callers;
        this.words = words;
    }

    @Override
    public String name() {
        return "bluesky";
    }

    @Override
    public Channel open(Account account, AccountMemory memory) {
        URI server = AccountRules.server(account, "https://bsky.social");
        String handle = AccountRules.user(account, "the account's handle, such as brand.bsky.social")
                .replaceFirst("^@", "");
        String password = AccountRules.secret(account, "an app password, made under Settings, Privacy and security");
        Xrpc xrpc = new Xrpc(server, account.timeout(), callers.of(memory));
        Sessions sessions = new Sessions(xrpc, handle, password, memory);
        return new BlueskyChannel(account, handle, new Repository(xrpc, sessions), words);
    }
}
