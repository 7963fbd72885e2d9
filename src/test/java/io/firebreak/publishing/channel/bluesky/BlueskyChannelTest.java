package io.firebreak.publishing.channel.bluesky;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.firebreak.publishing.channel.Account;
import io.firebreak.publishing.channel.AccountMemory;
import io.firebreak.publishing.channel.Channel;
import io.firebreak.publishing.channel.ChannelFaultContract;
import io.firebreak.publishing.channel.ChannelParts;
import io.firebreak.publishing.channel.Count;
import io.firebreak.publishing.channel.Delivery;
import io.firebreak.publishing.channel.Message;
import io.firebreak.publishing.channel.Outcome;
import io.firebreak.publishing.channel.RememberingMemory;
import io.firebreak.publishing.channel.RemotePost;
import io.firebreak.publishing.channel.Sample;
import io.firebreak.publishing.channel.simulator.AcceptedPost;
import io.firebreak.publishing.channel.simulator.BlueskySimulator;
import io.firebreak.publishing.channel.simulator.Fault;
import io.firebreak.publishing.channel.simulator.FaultPlan;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BlueskyChannelTest extends ChannelFaultContract {

    private static final BlueskyKind KIND = ChannelParts.kind(BlueskyKind.class);
    private static final String NEW_SESSION = "POST /xrpc/com.atproto.server.createSession";
    private static final String REFRESH = "POST /xrpc/com.atproto.server.refreshSession";

    private final BlueskySimulator server = new BlueskySimulator();
    private final RememberingMemory memory = new RememberingMemory();
    private final Channel channel = open(server.url(), server.handle(), BlueskySimulator.PASSWORD, memory);

    @AfterEach
    void close() {
        server.close();
    }

    private static Channel open(URI url, String user, String password, AccountMemory memory) {
        return KIND.open(
                new Account("sky", "bluesky", "Our Bluesky", url, user, password, null, null, null, null, PATIENCE),
                memory);
    }

    @Override
    protected Channel channel() {
        return channel;
    }

    @Override
    protected Channel channelWithWrongSecret() {
        return open(server.url(), server.handle(), "wrong-password", new RememberingMemory());
    }

    @Override
    protected Channel channelWithoutServer() {
        return open(
                URI.create("http://127.0.0.1:1"), server.handle(), BlueskySimulator.PASSWORD, new RememberingMemory());
    }

    @Override
    protected List<AcceptedPost> posts() {
        return server.accepted();
    }

    @Override
    protected List<String> secrets() {
        return List.of(BlueskySimulator.PASSWORD, "wrong-password", "eyJhbGciOi");
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
    void shouldSignInOnceForManyPostsAndNodes() {
        // given
        Channel otherNode = open(server.url(), server.handle(), BlueskySimulator.PASSWORD, memory);

        // when
        sent(channel.publish(first(Sample.statement())));
        sent(channel.publish(first(Sample.statement())));
        sent(otherNode.publish(first(Sample.statement())));

        // then
        assertThat(server.requests()).containsOnlyOnce(NEW_SESSION).doesNotContain(REFRESH);
    }

    @Test
    void shouldRenewASpentSessionOnceForAllNodes() {
        // given
        sent(channel.publish(first(Sample.statement())));
        server.expireSessions();
        List<Delivery> deliveries = IntStream.range(0, 6)
                .mapToObj(count -> first(Sample.statement()))
                .toList();

        // when
        List<CompletableFuture<Outcome>> outcomes = deliveries.stream()
                .map(delivery -> CompletableFuture.supplyAsync(
                        () -> open(server.url(), server.handle(), BlueskySimulator.PASSWORD, memory)
                                .publish(delivery)))
                .toList();

        // then
        outcomes.forEach(outcome -> sent(outcome.join()));
        assertThat(server.requests()).containsOnlyOnce(NEW_SESSION).containsOnlyOnce(REFRESH);
    }

    @Test
    void shouldUseThePasswordWhenTheSessionCanNotBeRenewed() {
        // given
        sent(channel.publish(first(Sample.statement())));
        server.expireRefreshing();

        // when
        sent(channel.publish(first(Sample.statement())));

        // then
        assertThat(server.requests()).filteredOn(NEW_SESSION::equals).hasSize(2);
    }

    @Test
    void shouldNotShowTheSessionOfOneServerToAnother() {
        // given
        sent(channel.publish(first(Sample.statement())));
        try (BlueskySimulator other = new BlueskySimulator()) {
            Channel moved = open(other.url(), other.handle(), BlueskySimulator.PASSWORD, memory);

            // when
            sent(moved.publish(first(Sample.statement())));

            // then
            assertThat(other.requests()).doesNotContain(REFRESH).containsOnlyOnce(NEW_SESSION);
        }
    }

    @Test
    void shouldKnowThatNothingWasSentWhenSigningInFails() {
        // given
        server.faults().nextOther(Fault.cutBefore());

        // when / then
        assertThat(channel.publish(first(Sample.statement()))).isInstanceOf(Outcome.NotSent.class);
        assertThat(server.accepted()).isEmpty();
    }

    @Test
    void shouldOverwriteNothing() {
        // given
        Delivery delivery = first(Sample.statement());
        RemotePost post = sent(channel.publish(delivery));
        server.change(post.id(), "Buy more kettles");

        // when
        Outcome outcome = channel.publish(delivery);

        // then
        assertThat(outcome).isInstanceOf(Outcome.Rejected.class);
        assertThat(((Outcome.Rejected) outcome).reason()).contains(post.url());
        assertThat(server.record(post.id()).path("text").asText()).isEqualTo("Buy more kettles");
    }

    @Test
    void shouldDoubtWhenItCanNotCompareWithWhatIsThere() {
        // given
        Delivery delivery = first(Sample.statement());
        sent(channel.publish(delivery));
        server.faults().nextOther(Fault.tooManyRequests(Duration.ofSeconds(9)));

        // when / then
        assertThat(channel.publish(delivery)).isInstanceOf(Outcome.Unknown.class);
    }

    @Test
    void shouldMarkLinksAndHashtagsByTheirBytes() {
        // given
        Message message = Sample.message(
                "Größe 👩‍👩‍👧",
                "Siehe https://brand.example/ü?a=1&b=2 (und #Rückruf). @other.example #",
                null,
                List.of());

        // when
        RemotePost post = sent(channel.publish(first(message)));

        // then
        JsonNode record = server.record(post.id());
        assertThat(record.path("facets")).hasSize(2);
        assertThat(marked(record, 0)).isEqualTo("https://brand.example/ü?a=1&b=2");
        assertThat(marked(record, 1)).isEqualTo("#Rückruf");
        assertThat(record.path("facets")
                        .path(1)
                        .path("features")
                        .path(0)
                        .path("tag")
                        .asText())
                .isEqualTo("Rückruf");
    }

    private static String marked(JsonNode record, int facet) {
        byte[] text = record.path("text").asText().getBytes(StandardCharsets.UTF_8);
        JsonNode index = record.path("facets").path(facet).path("index");
        return new String(
                Arrays.copyOfRange(
                        text,
                        index.path("byteStart").asInt(),
                        index.path("byteEnd").asInt()),
                StandardCharsets.UTF_8);
    }

    @Test
    void shouldCountGraphemesUnlessBytesRunOutFirst() {
        assertThat(channel.count("Złote 👨‍👩‍👧‍👦")).isEqualTo(new Count(7, 300, Count.Unit.GRAPHEMES, 0));
        assertThat(channel.count("👨‍👩‍👧‍👦".repeat(100))).isEqualTo(new Count(2_500, 3_000, Count.Unit.BYTES, 0));
    }

    @Test
    void shouldNameTheBeginningOfTheConversationInEveryPart() {
        // given
        Message message = Sample.longStatement();
        publishAll(message, channel.render(message));
        List<AcceptedPost> thread = server.accepted();
        AcceptedPost last = thread.get(thread.size() - 1);

        // when
        RemotePost correction = sent(channel.correct(first(Sample.correction()), new RemotePost(last.id(), null)));

        // then
        JsonNode reply = server.record(correction.id()).path("reply");
        assertThat(reply.path("root").path("uri").asText())
                .isEqualTo(thread.get(0).id());
        assertThat(reply.path("parent").path("uri").asText()).isEqualTo(last.id());
        assertThat(reply.path("parent").path("cid").asText()).isNotBlank();
    }

    @Test
    void shouldGiveADeliveryItsOwnPlaceAndKeepTheOrderOfAThread() {
        // given
        Message message = Sample.longStatement();
        publishAll(message, channel.render(message));

        // when
        List<String> places = server.accepted().stream().map(AcceptedPost::key).toList();

        // then
        assertThat(places).doesNotHaveDuplicates().isSorted().allMatch(place -> place.matches("[2-7a-z]{13}"));
        assertThat(server.accepted())
                .extracting(post -> server.record(post.id()).path("createdAt").asText())
                .doesNotHaveDuplicates();
    }

    @Test
    void shouldSayThatTheAccountIsRenamedOrInactive() {
        // given
        assertThat(channel.check()).isNull();

        // when / then
        server.rename("new-brand.test");
        assertThat(channel.check()).contains("new-brand.test");
        server.deactivate();
        assertThat(channel.check()).contains("not active");
    }

    @Test
    void shouldSayThatThePostToAnswerIsGone() {
        // given
        RemotePost question = sent(channel.publish(first(Sample.statement())));
        server.remove(question.id());

        // when
        Outcome outcome = channel.reply(first(Sample.statement()), new RemotePost(question.id(), question.url(), null));

        // then
        assertThat(outcome).isInstanceOf(Outcome.Rejected.class);
        assertThat(((Outcome.Rejected) outcome).reason()).contains(question.url());
    }

    /** A handle may belong to somebody else tomorrow. */
    @Test
    void shouldAnswerPostsThatAreNamedByALastingId() {
        assertThat(channel.canAnswer(new RemotePost("at://did:plc:abc/app.bsky.feed.post/3k2a", null)))
                .isTrue();
        assertThat(channel.canAnswer(new RemotePost(null, "https://bsky.app/profile/did:plc:abc/post/3k2a")))
                .isTrue();
        assertThat(channel.canAnswer(new RemotePost("3k2a", "https://bsky.app/profile/did:plc:abc/post/3k2a")))
                .isTrue();
        assertThat(channel.canAnswer(new RemotePost(null, "https://bsky.app/profile/anna.example/post/3k2a")))
                .isFalse();
        assertThat(channel.canAnswer(new RemotePost("at://anna.example/app.bsky.feed.post/3k2a", null)))
                .isFalse();
        assertThat(channel.canAnswer(new RemotePost(null, null))).isFalse();
    }

    @Test
    void shouldAnswerAPostByTheAddressAtWhichReadersSeeIt() {
        // given
        RemotePost question = sent(channel.publish(first(Sample.statement())));
        Delivery reply = first(Sample.reply());

        // when
        RemotePost post = sent(channel.reply(reply, new RemotePost("tool-77", question.url())));

        // then
        JsonNode below = server.record(post.id()).path("reply").path("parent");
        assertThat(below.path("uri").asText()).isEqualTo(question.id());
    }

    @Test
    void shouldSayWhatCanNotBeSplit() {
        // given
        String link = "https://brand.example/" + "a".repeat(300);

        // when / then
        assertThat(channel.validate(Sample.message("Kettle", "See " + link, null, List.of())))
                .singleElement()
                .asString()
                .contains("can't be split", "Our Bluesky", link);
    }

    @Test
    void shouldNotOpenWithoutWhatItNeeds() {
        assertThatThrownBy(() -> open(server.url(), null, "password", memory)).hasMessageContaining("user");
        assertThatThrownBy(() -> open(server.url(), "brand.test", null, memory)).hasMessageContaining("secret");
        assertThatThrownBy(() -> open(null, "brand.test", "password", memory)).hasMessageContaining("url");
    }
}
