package io.firebreak.publishing.channel.wordpress;

import io.firebreak.publishing.channel.Account;
import io.firebreak.publishing.channel.AccountMemory;
import io.firebreak.publishing.channel.AccountRules;
import io.firebreak.publishing.channel.Channel;
import io.firebreak.publishing.channel.ChannelKind;
import io.firebreak.publishing.channel.ChannelWords;
import io.firebreak.publishing.channel.http.Callers;
import org.springframework.stereotype.Component;

/** Makes a WordPress site available as a channel. */
@Component
class WordPressKind implements ChannelKind {

    private final Callers callers;
    private final ChannelWords words;

    WordPressKind(Callers callers, ChannelWords words) {
        this.callers = callers;
        this.words = words;
    }

    @Override
    public String name() {
        return "wordpress";
    }

    @Override
    public Channel open(Account account, AccountMemory memory) {
        WordPressApi api = new WordPressApi(
                callers.of(memory),
                AccountRules.server(account, "https://www.example.org"),
                AccountRules.user(account, "the name of a WordPress user who may publish posts"),
                password(account),
                account.timeout());
        return new WordPressChannel(
                account.label(),
                api,
                new WordPressText(words),
                new WordPressPosts(api),
                new WordPressComments(api),
                new WordPressPictures(api));
    }

    /** WordPress shows it in groups of four and takes it with and without the blanks between them. */
    private static String password(Account account) {
        if (account.secret() == null || account.secret().isBlank()) {
            AccountRules.secret(account, "an application password of that user (Users, Profile)");
        }
        return account.secret().replaceAll("\\s+", "");
    }
}
