package io.firebreak.publishing.channel.bluesky;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.firebreak.publishing.channel.Account;
import io.firebreak.publishing.channel.AccountMemory;
import io.firebreak.publishing.channel.Channel;
import io.firebreak.publishing.channel.ChannelParts;
import io.firebreak.publishing.channel.Delivery;
import io.firebreak.publishing.channel.Outcome;
import io.firebreak.publishing.channel.Part;
import io.firebreak.publishing.channel.Probe;
import io.firebreak.publishing.channel.ReadBack;
import io.firebreak.publishing.channel.RealServer;
import io.firebreak.publishing.channel.RememberingMemory;
import io.firebreak.publishing.channel.RemotePost;
import io.firebreak.publishing.channel.Sample;
import io.firebreak.publishing.channel.ThreadContract;
import io.firebreak.publishing.channel.simulator.AcceptedPost;
import io.firebreak.publishing.channel.simulator.LosingProxy;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Against the personal data server that Bluesky itself runs. */
@Tag("servers")
class BlueskyServerIT extends ThreadContract {

    private static final BlueskyKind KIND = ChannelParts.kind(BlueskyKind.class);
    private static final AccountMemory MEMORY = new RememberingMemory();

    private final URI url = URI.create(RealServer.setting("bluesky.url"));
    private final String user = RealServer.setting("bluesky.user");
    private final String password = RealServer.setting("bluesky.secret");
    private final Channel channel = open(url, password, MEMORY);
    private JsonNode customer;

    private Channel open(URI server, String secret, AccountMemory memory) {
        return KIND.open(
                new Account(
                        "sky",
                        "bluesky",
                        "Our Bluesky",
                        server,
                        user,
                        secret,
                        null,
                        null,
                        null,
                        null,
                        Duration.ofSeconds(10)),
                memory);
    }

    @Override
    protected Channel channel() {
        return channel;
    }

    @Override
    protected Channel channelWithWrongSecret() {
        return open(url, "wrong-password", new RememberingMemory());
    }

    @Override
    protected Channel channelWithoutServer() {
        return open(URI.create("http://127.0.0.1:1"), password, new RememberingMemory());
    }

    @Override
    protected List<String> secrets() {
        return List.of(password, "wrong-password", "eyJ");
    }

    @Override
    protected List<AcceptedPost> posts() {
        List<JsonNode> records = new ArrayList<>();
        RealServer.get(
                        url.resolve("/xrpc/com.atproto.repo.listRecords?collection=app.bsky.feed.post&limit=100&repo="
                                + user),
                        null)
                .path("records")
                .forEach(records::add);
        // as the network's readers get them; the server lists them by their keys
        records.sort(Comparator.comparing(
                record -> record.path("value").path("createdAt").asText()));
        return records.stream().map(BlueskyServerIT::post).toList();
    }

    private static AcceptedPost post(JsonNode record) {
        JsonNode value = record.path("value");
        List<String> altTexts = new ArrayList<>();
        value.path("embed")
                .path("images")
                .forEach(image -> altTexts.add(image.path("alt").asText()));
        return new AcceptedPost(
                null,
                record.path("uri").asText(),
                value.path("text").asText(),
                value.path("langs").path(0).asText(null),
                altTexts,
                value.path("reply").path("parent").path("uri").asText(null),
                "");
    }

    @Override
    protected URI server() {
        return url;
    }

    @Override
    protected Channel channelAt(URI address) {
        return open(address, password, new RememberingMemory());
    }

    @Override
    protected String callThatReplies() {
        return "POST /xrpc/com.atproto.repo.putRecord ";
    }

    @Override
    protected RemotePost customerWrites(String text) {
        JsonNode post = RealServer.post(
                xrpc("com.atproto.repo.createRecord"),
                bearer(customer()),
                Map.of(
                        "repo",
                        customer().path("did").asText(),
                        "collection",
                        "app.bsky.feed.post",
                        "record",
                        Map.of("text", text, "createdAt", Instant.now().toString())));
        return new RemotePost(post.path("uri").asText(), null);
    }

    @Override
    protected void customerTakesBack(RemotePost post) {
        takeAway(post, customer());
    }

    @Override
    protected void losesOurs(RemotePost post) {
        takeAway(
                post,
                RealServer.post(
                        xrpc("com.atproto.server.createSession"),
                        null,
                        Map.of("identifier", user, "password", password)));
    }

    private void takeAway(RemotePost post, JsonNode session) {
        PostAddress address = PostAddress.parse(post.id()).orElseThrow();
        RealServer.tell(xrpc("com.atproto.repo.deleteRecord"), bearer(session), address.parameters());
    }

    private JsonNode customer() {
        if (customer == null) {
            String name = "c" + Long.toString(System.nanoTime(), 36);
            customer = RealServer.post(
                    xrpc("com.atproto.server.createAccount"),
                    null,
                    Map.of("email", name + "@customer.test", "handle", name + ".test", "password", name));
        }
        return customer;
    }

    private URI xrpc(String method) {
        return url.resolve("/xrpc/" + method);
    }

    private static String bearer(JsonNode session) {
        return "Bearer " + session.path("accessJwt").asText();
    }

    @Test
    void shouldFindThePostWhoseAnswerWasLost() {
        // given
        try (LosingProxy proxy = new LosingProxy(url)) {
            Channel behind = open(proxy.url(), password, new RememberingMemory());
            Delivery delivery = first(Sample.statement());
            proxy.loseAnswerTo("POST /xrpc/com.atproto.repo.putRecord ");

            // when
            Outcome outcome = behind.publish(delivery);

            // then
            assertThat(outcome).isInstanceOf(Outcome.Unknown.class);
            assertThat(proxy.lost()).isEqualTo(1);
            assertThat(newPosts()).hasSize(1);
            assertThat(behind.probe(delivery)).isInstanceOf(Probe.Found.class);
            RemotePost again = sent(behind.publish(delivery));
            assertThat(newPosts()).singleElement().extracting(AcceptedPost::id).isEqualTo(again.id());
        }
    }

    @Test
    void shouldReplaceASessionThatTheServerDoesNotTake() {
        // given
        AccountMemory memory = new RememberingMemory();
        memory.renew(
                null, nothing -> new Session(url.toString(), user, "did:plc:nobody", "eyJ.spent.token", "eyJ.spent.too")
                        .toKeep());

        // when
        sent(open(url, password, memory).publish(first(Sample.statement())));

        // then
        assertThat(newPosts()).hasSize(1);
        assertThat(memory.secret().orElseThrow()).doesNotContain("spent");
    }

    @Test
    void shouldLeaveWhatStandsInItsPlace() {
        // given
        Delivery delivery = first(Sample.statement());
        RemotePost post = sent(channel.publish(delivery));
        Delivery other = new Delivery(
                delivery.publicationId(),
                delivery.key(),
                delivery.createdAt(),
                delivery.message(),
                Part.of("Buy more kettles"),
                1,
                1,
                "",
                List.of(),
                null,
                null);

        // when
        Outcome outcome = channel.publish(other);

        // then
        assertThat(outcome).isInstanceOf(Outcome.Rejected.class);
        assertSpeaksPlainly(((Outcome.Rejected) outcome).reason());
        assertThat(channel.readBack(delivery, post)).isEqualTo(new ReadBack.Same());
        assertThat(channel.readBack(other, post))
                .isEqualTo(new ReadBack.Different(delivery.part().text()));
    }
}
