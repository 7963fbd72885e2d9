package io.firebreak.publishing.channel.newsroom;

import io.firebreak.newsroom.Newsroom;
import io.firebreak.publishing.channel.Account;
import io.firebreak.publishing.channel.AccountMemory;
import io.firebreak.publishing.channel.Channel;
import io.firebreak.publishing.channel.ChannelKind;
import io.firebreak.publishing.channel.ChannelWords;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** The newsroom that Firebreak brings along. */
@Component
class NewsroomKind implements ChannelKind {

    private final Newsroom newsroom;
    private final ChannelWords words;
    private final Clock clock;

    NewsroomKind(Newsroom newsroom, ChannelWords words, Clock clock) {
        this.words = words;
        this.newsroom = newsroom;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "newsroom";
    }

    @Override
    public Channel open(Account account, AccountMemory memory) {
        return new NewsroomChannel(newsroom, words, clock);
    }
}
