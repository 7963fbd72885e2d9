package io.firebreak.publishing.channel;

import static org.assertj.core.api.Assertions.assertThat;

import io.firebreak.publishing.channel.simulator.AcceptedPost;
import io.firebreak.publishing.channel.simulator.LosingProxy;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What a real server makes of our reply to somebody else's post: it stands below that post, once, and is missed when it
 * is gone. A subclass says how somebody else writes there.
 */
public abstract class ThreadContract extends ChannelContract {

    /** Some servers end a connection just when the next request is written to it; then nothing has arrived. */
    private static final int MOST_ATTEMPTS = 5;

    protected abstract URI server();

    /** The same account behind another address. */
    protected abstract Channel channelAt(URI address);

    /** How the request begins by which a reply becomes public, such as {@code POST /api/v1/statuses }. */
    protected abstract String callThatReplies();

    /** Somebody else writes this where we can answer; told as a tool delivers it. */
    protected abstract RemotePost customerWrites(String text);

    /** The customer's post is taken off the server by whoever may. */
    protected abstract void customerTakesBack(RemotePost post);

    /** Our own post is taken off the server behind our back. */
    protected abstract void losesOurs(RemotePost post);

    @Test
    void shouldAnswerACustomerInTheirThread() {
        // given
        RemotePost comment = customerWrites("My parcel is late again!");
        Delivery reply = first(Sample.reply());
        assertThat(channel().canAnswer(comment)).isTrue();
        assertThat(channel().probe(reply)).isEqualTo(new Probe.Absent());

        // when
        RemotePost post = sent(channel().reply(reply, comment));

        // then
        assertThat(below(comment)).singleElement().satisfies(shown -> {
            assertThat(shown.id()).isEqualTo(post.id());
            assertShows(shown, reply);
        });
        assertThat(channel().readBack(reply, post)).isEqualTo(new ReadBack.Same());
    }

    @Test
    void shouldFindTheReplyWhoseAnswerWasLost() {
        // given
        RemotePost comment = customerWrites("My parcel is late again!");
        Delivery reply = first(Sample.reply());
        try (LosingProxy proxy = new LosingProxy(server())) {
            Channel behind = channelAt(proxy.url());
            proxy.loseAnswerTo(callThatReplies());

            // when
            Outcome outcome = behind.reply(reply, comment);
            for (int attempt = 1; proxy.lost() == 0 && attempt < MOST_ATTEMPTS; attempt++) {
                outcome = behind.reply(reply, comment);
            }

            // then
            assertThat(proxy.lost()).isEqualTo(1);
            assertThat(outcome).isInstanceOf(Outcome.Unknown.class);
            assertThat(below(comment)).hasSize(1);
            assertThat(behind.probe(reply))
                    .isInstanceOfSatisfying(Probe.Found.class, found -> assertThat(below(comment))
                            .singleElement()
                            .extracting(AcceptedPost::id)
                            .isEqualTo(found.post().id()));
        }
    }

    @Test
    void shouldAnswerNobodyWhoHasTakenTheirPostBack() {
        // given
        RemotePost comment = customerWrites("My parcel is late again!");
        customerTakesBack(comment);

        // when
        Outcome outcome = channel().reply(first(Sample.reply()), comment);

        // then
        assertThat(outcome).isInstanceOf(Outcome.Rejected.class);
        assertSpeaksPlainly(((Outcome.Rejected) outcome).reason());
        assertThat(newPosts()).noneMatch(shown -> shown.text().contains("We looked for your parcel"));
    }

    @Test
    void shouldMissAReplyThatIsGone() {
        // given
        Delivery reply = first(Sample.reply());
        RemotePost post = sent(channel().reply(reply, customerWrites("My parcel is late again!")));

        // when
        losesOurs(post);

        // then
        assertThat(channel().readBack(reply, post)).isEqualTo(new ReadBack.Gone());
    }

    private List<AcceptedPost> below(RemotePost comment) {
        return newPosts().stream()
                .filter(shown -> comment.id().equals(shown.answers()))
                .toList();
    }
}
