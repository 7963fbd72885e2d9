package io.firebreak.publishing.channel.newsroom;

import io.firebreak.newsroom.Newsroom;
import io.firebreak.newsroom.NewsroomAddress;
import io.firebreak.newsroom.NewsroomPicture;
import io.firebreak.newsroom.NewsroomRelease;
import io.firebreak.publishing.channel.Capabilities;
import io.firebreak.publishing.channel.Certainty;
import io.firebreak.publishing.channel.Channel;
import io.firebreak.publishing.channel.ChannelWords;
import io.firebreak.publishing.channel.Delivery;
import io.firebreak.publishing.channel.Message;
import io.firebreak.publishing.channel.MessageText;
import io.firebreak.publishing.channel.Outcome;
import io.firebreak.publishing.channel.Part;
import io.firebreak.publishing.channel.Picture;
import io.firebreak.publishing.channel.Probe;
import io.firebreak.publishing.channel.ReadBack;
import io.firebreak.publishing.channel.RemotePost;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Releases a text in the transaction in which the record says that it is public: exactly once, without a doubt. */
class NewsroomChannel implements Channel {

    private final Newsroom newsroom;
    private final ChannelWords words;
    private final Clock clock;

    NewsroomChannel(Newsroom newsroom, ChannelWords words, Clock clock) {
        this.words = words;
        this.newsroom = newsroom;
        this.clock = clock;
    }

    @Override
    public Capabilities capabilities() {
        return new Capabilities(
                Certainty.TRANSACTION,
                Integer.MAX_VALUE,
                false,
                Integer.MAX_VALUE,
                Long.MAX_VALUE,
                Set.of("image/png", "image/jpeg"),
                Integer.MAX_VALUE);
    }

    @Override
    public String check() {
        return null;
    }

    @Override
    public List<String> validate(Message message) {
        return List.of();
    }

    @Override
    public List<Part> render(Message message) {
        return List.of(new Part(
                MessageText.below(message.title(), message, words),
                "",
                IntStream.range(0, message.pictures().size()).boxed().toList()));
    }

    @Override
    public Outcome publish(Delivery delivery) {
        Message message = delivery.message();
        NewsroomAddress address = newsroom.publish(new NewsroomRelease(
                message.statementId(),
                message.versionId(),
                message.language(),
                message.title(),
                message.body(),
                message.correctionNote(),
                message.pictures().stream().map(NewsroomChannel::picture).toList(),
                clock.instant()));
        return new Outcome.Sent(new RemotePost(address.path(), address.url().toString()));
    }

    private static NewsroomPicture picture(Picture picture) {
        return new NewsroomPicture(
                picture.mediaType(), picture.altText(), picture.width(), picture.height(), picture.bytes());
    }

    /** The newsroom sees by itself which statement it puts right: earlier versions stay readable, marked as corrected. */
    @Override
    public Outcome correct(Delivery delivery, RemotePost earlier) {
        return publish(delivery);
    }

    @Override
    public Outcome reply(Delivery delivery, RemotePost post) {
        return new Outcome.Rejected("Nobody writes in the newsroom but us; there is nothing to reply to.");
    }

    @Override
    public Probe probe(Delivery delivery) {
        return find(delivery)
                .<Probe>map(address -> new Probe.Found(
                        new RemotePost(address.path(), address.url().toString())))
                .orElseGet(Probe.Absent::new);
    }

    @Override
    public ReadBack readBack(Delivery delivery, RemotePost post) {
        return find(delivery).isPresent() ? new ReadBack.Same() : new ReadBack.Gone();
    }

    private Optional<NewsroomAddress> find(Delivery delivery) {
        return newsroom.addressOfVersion(delivery.message().versionId());
    }
}
