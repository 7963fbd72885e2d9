package io.firebreak.publishing.channel.mastodon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.firebreak.publishing.channel.Account;
import io.firebreak.publishing.channel.Channel;
import io.firebreak.publishing.channel.ChannelFaultContract;
import io.firebreak.publishing.channel.ChannelParts;
import io.firebreak.publishing.channel.Count;
import io.firebreak.publishing.channel.Delivery;
import io.firebreak.publishing.channel.Message;
import io.firebreak.publishing.channel.Outcome;
import io.firebreak.publishing.channel.Part;
import io.firebreak.publishing.channel.Probe;
import io.firebreak.publishing.channel.ReadBack;
import io.firebreak.publishing.channel.RememberingMemory;
import io.firebreak.publishing.channel.RemotePost;
import io.firebreak.publishing.channel.Sample;
import io.firebreak.publishing.channel.simulator.AcceptedPost;
import io.firebreak.publishing.channel.simulator.Fault;
import io.firebreak.publishing.channel.simulator.FaultPlan;
import io.firebreak.publishing.channel.simulator.MastodonSimulator;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MastodonChannelTest extends ChannelFaultContract {

    private static final MastodonKind KIND = ChannelParts.kind(MastodonKind.class);

    private final MastodonSimulator server = new MastodonSimulator();
    private final RememberingMemory memory = new RememberingMemory();
    private final Channel channel = open(server.url(), null, MastodonSimulator.TOKEN);

    @AfterEach
    void close() {
        server.close();
    }

    private Channel open(URI url, String user, String token) {
        return KIND.open(
                new Account("social", "mastodon", "Our Mastodon", url, user, token, null, null, null, null, PATIENCE),
                memory);
    }

    @Override
    protected Channel channel() {
        return channel;
    }

    @Override
    protected Channel channelWithWrongSecret() {
        return open(server.url(), null, "wrong-token");
    }

    @Override
    protected Channel channelWithoutServer() {
        return open(URI.create("http://127.0.0.1:1"), null, MastodonSimulator.TOKEN);
    }

    @Override
    protected List<AcceptedPost> posts() {
        return server.accepted();
    }

    @Override
    protected List<String> secrets() {
        return List.of(MastodonSimulator.TOKEN, "wrong-token");
    }

    @Override
    protected String languageTag() {
        return "de";
    }

    @Override
    protected FaultPlan faults() {
        return server.faults();
    }

    @Override
    protected void change(RemotePost post, String text) {
        server.change(post.id(), text);
    }

    @Override
    protected void remove(RemotePost post) {
        server.remove(post.id());
    }

    @Override
    protected boolean wasFollowedElsewhere() {
        return server.wasFollowedElsewhere();
    }

    @Test
    void shouldFindWhatBecamePublicOnAServerThatIgnoresTheKey() {
        // given
        server.ignoreKeys();
        Delivery delivery = first(Sample.statement());
        server.faults().next(Fault.acceptThenCut());

        // when
        assertThat(channel.publish(delivery)).isInstanceOf(Outcome.Unknown.class);

        // then
        assertThat(channel.probe(delivery)).isInstanceOf(Probe.Found.class);
        assertThat(server.accepted()).hasSize(1);
    }

    @Test
    void shouldFindAPostBelowManyNewerOnes() {
        // given
        Delivery delivery = first(Sample.statement());
        RemotePost post = sent(channel.publish(delivery));
        for (int count = 0; count < 45; count++) {
            channel.publish(first(Sample.statement()));
        }

        // when / then
        assertThat(channel.probe(delivery)).isEqualTo(new Probe.Found(post));
        assertThat(channel.probe(first(Sample.statement()))).isEqualTo(new Probe.Absent());
    }

    @Test
    void shouldNotTakeAnOldPostWithTheSameTextForANewOne() {
        // given
        Message message = Sample.statement();
        Delivery old = first(message);
        channel.publish(old);
        Delivery later = new Delivery(
                old.publicationId(),
                "f".repeat(64),
                old.createdAt().plusSeconds(120),
                message,
                old.part(),
                1,
                1,
                "",
                List.of(),
                null,
                null);

        // when / then
        assertThat(channel.probe(later)).isEqualTo(new Probe.Absent());
    }

    @Test
    void shouldShowOnlyTheFirstPartOfAThreadInPublicTimelines() {
        // given
        Message message = Sample.longStatement();

        // when
        publishAll(message, channel.render(message));

        // then
        assertThat(server.visibilities())
                .startsWith("public", "unlisted", "unlisted")
                .containsOnlyOnce("public");
    }

    @Test
    void shouldRestWhenTheServerTakesNoMoreCalls() {
        // given
        server.spendItsLimit();

        // when
        channel.publish(first(Sample.statement()));

        // then
        assertThat(memory.rests()).isNotEmpty().allSatisfy(moment -> assertThat(moment)
                .isBetween(Instant.now().plusSeconds(540), Instant.now().plusSeconds(660)));
    }

    @Test
    void shouldSayThatTheAccountHasMovedOrIsAnother() {
        // given
        Channel named = open(server.url(), "@somebody@social.example", MastodonSimulator.TOKEN);

        // when / then
        assertThat(open(server.url(), "Brand", MastodonSimulator.TOKEN).check()).isNull();
        assertThat(named.check()).contains("@brand", "@somebody");
        server.moveTo("brand@elsewhere.example");
        assertThat(channel.check()).contains("brand@elsewhere.example");
    }

    @Test
    void shouldSayThatThePostToAnswerIsGone() {
        // given
        RemotePost question = sent(channel.publish(first(Sample.statement())));
        server.remove(question.id());

        // when
        Outcome outcome = channel.reply(first(Sample.statement()), question);

        // then
        assertThat(outcome).isInstanceOf(Outcome.Rejected.class);
        assertThat(((Outcome.Rejected) outcome).reason()).contains(question.url());
    }

    @Test
    void shouldAnswerAPostOfAnotherServerByTheIdThatItHasHere() {
        // given
        String url = "https://elsewhere.example/@anna/77";
        server.knowElsewhere(url, "4242");
        Delivery reply = first(Sample.reply());

        // when
        RemotePost post = sent(channel.reply(reply, new RemotePost("77", url)));

        // then
        assertThat(server.accepted()).singleElement().satisfies(shown -> {
            assertThat(shown.answers()).isEqualTo("4242");
            assertThat(shown.text()).isEqualTo(reply.part().text());
        });
        assertThat(channel.probe(reply)).isEqualTo(new Probe.Found(post));
        assertThat(channel.readBack(reply, post)).isEqualTo(new ReadBack.Same());
    }

    @Test
    void shouldAnswerNothingThatIsGoneWhereTheServerWouldNotMind() {
        // given
        RemotePost question = sent(channel.publish(first(Sample.statement())));
        server.remove(question.id());
        server.ignoreWhatIsGone();

        // when
        Outcome outcome = channel.reply(first(Sample.reply()), new RemotePost(question.id(), null));

        // then
        assertThat(outcome).isInstanceOf(Outcome.Rejected.class);
        assertThat(((Outcome.Rejected) outcome).reason()).contains(question.id(), "by hand");
    }

    @Test
    void shouldTakeNoIdOfAnotherServerForOneOfItsOwn() {
        // given
        RemotePost own = sent(channel.publish(first(Sample.statement())));

        // when
        Outcome outcome =
                channel.reply(first(Sample.statement()), new RemotePost(own.id(), "https://elsewhere.example/@anna/1"));

        // then
        assertThat(outcome).isInstanceOf(Outcome.Rejected.class);
        assertThat(((Outcome.Rejected) outcome).reason()).contains("https://elsewhere.example/@anna/1", "by hand");
    }

    @Test
    void shouldTakeTheServersOwnLimits() {
        // given
        assertThat(channel.capabilities().maximumPictureBytes()).isEqualTo(16_777_216);

        // when
        assertThat(channel.check()).isNull();

        // then
        assertThat(channel.capabilities().maximumPictureBytes()).isEqualTo(1_000_000);
        assertThat(channel.capabilities().pictureTypes()).containsExactlyInAnyOrder("image/jpeg", "image/png");
    }

    @Test
    void shouldWorkOnAServerThatTellsNoLimits() {
        // given
        server.tellNoLimits();

        // when / then
        assertThat(channel.check()).isNull();
        sent(channel.publish(first(Sample.statement())));
    }

    @Test
    void shouldNotOpenWithoutWhatItNeeds() {
        assertThatThrownBy(() -> open(null, null, "token")).hasMessageContaining("firebreak.channels.social.url");
        assertThatThrownBy(() -> open(server.url(), null, " "))
                .hasMessageContaining("firebreak.channels.social.secret");
        assertThatThrownBy(() -> open(server.url(), null, "to\nken"))
                .hasMessageContaining("secret")
                .hasMessageNotContaining("ken\n");
        assertThatThrownBy(() -> open(URI.create("http://social.example"), null, "token"))
                .hasMessageContaining("https");
    }

    @Test
    void shouldGiveUpOnAPictureThatIsNeverReady() {
        // given
        Delivery delivery = first(Sample.withPictures(Sample.picture("kettle.png", "A kettle")));
        server.neverFinishPictures();

        // when
        long begun = System.nanoTime();
        Outcome outcome = channel.publish(delivery);

        // then
        assertThat(outcome).isInstanceOf(Outcome.NotSent.class);
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(PATIENCE.multipliedBy(4));
        assertThat(server.accepted()).isEmpty();
    }

    @Test
    void shouldCountEachLinkAlike() {
        assertThat(channel.count("See https://brand.example/a/very/long/address/of/a/page"))
                .isEqualTo(new Count(27, 500, Count.Unit.CHARACTERS, 23));
        assertThat(channel.count("Złote")).isEqualTo(new Count(5, 500, Count.Unit.CHARACTERS, 23));
    }

    @Test
    void shouldNotTakeTheSameTextInAnotherPlaceForAPartOfAThread() {
        // given
        Message message = Sample.longStatement();
        List<Part> parts = channel.render(message);
        RemotePost first = sent(channel.publish(Sample.delivery(message, parts, 1, "", null, null)));
        RemotePost other = sent(channel.publish(first(Sample.statement())));
        sent(channel.publish(Sample.delivery(message, parts, 2, "", other, other)));

        // when
        Probe probe = channel.probe(Sample.delivery(message, parts, 2, "", first, first));

        // then
        assertThat(probe).isEqualTo(new Probe.Absent());
    }

    @Test
    void shouldKnowThatNothingWasSentWhenAPictureDidNotArrive() {
        // given
        Delivery delivery = first(Sample.withPictures(Sample.picture("kettle.png", "A kettle")));
        server.faults().nextOther(Fault.acceptThenCut());

        // when / then
        assertThat(channel.publish(delivery)).isInstanceOf(Outcome.NotSent.class);
        assertThat(server.accepted()).isEmpty();
    }
}
