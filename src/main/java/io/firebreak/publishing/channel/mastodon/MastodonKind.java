package io.firebreak.publishing.channel.mastodon;

import io.firebreak.publishing.channel.Account;
import io.firebreak.publishing.channel.AccountMemory;
import io.firebreak.publishing.channel.AccountRules;
import io.firebreak.publishing.channel.Channel;
import io.firebreak.publishing.channel.ChannelKind;
import io.firebreak.publishing.channel.ChannelWords;
import io.firebreak.publishing.channel.http.Callers;
import java.net.URI;
import org.springframework.stereotype.Component;

/** Accounts on Mastodon and on servers that understand its clients. Needs {@code url} and {@code secret}, a token. */
@Component
class MastodonKind implements ChannelKind {

    private final Callers callers;
    private final ChannelWords words;

    MastodonKind(Callers callers, ChannelWords words) {
        this.callers = callers;
        this.words = words;
    }

    @Override
    public String name() {
        return "mastodon";
    }

    @Override
    public Channel open(Account account, AccountMemory memory) {
        URI server = AccountRules.server(account, "https://mastodon.example");
        String token =
                AccountRules.secret(account, "an access token with the scopes read, write:statuses and write:media");
        MastodonServer calls = new MastodonServer(server, token, account.timeout(), callers.of(memory));
        return new MastodonChannel(account, calls, words);
    }
}
