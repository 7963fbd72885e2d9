package io.firebreak.publishing.channel.mastodon;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.firebreak.publishing.channel.Account;
import io.firebreak.publishing.channel.Capabilities;
import io.firebreak.publishing.channel.Channel;
import io.firebreak.publishing.channel.ChannelParts;
import io.firebreak.publishing.channel.Count;
import io.firebreak.publishing.channel.Delivery;
import io.firebreak.publishing.channel.Message;
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
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Against snac2, a real server that speaks Mastodon's interface and ignores the Idempotency-Key. */
@Tag("servers")
class MastodonServerIT extends ThreadContract {

    private static final MastodonKind KIND = ChannelParts.kind(MastodonKind.class);

    private final URI url = URI.create(RealServer.setting("mastodon.url"));
    private final String token = RealServer.setting("mastodon.token");
    private final Channel channel = new LookingUp(open(url, token));

    private static Channel open(URI url, String token) {
        return KIND.open(
                new Account(
                        "social",
                        "mastodon",
                        "Our Mastodon",
                        url,
                        null,
                        token,
                        null,
                        null,
                        null,
                        null,
                        Duration.ofSeconds(10)),
                new RememberingMemory());
    }

    @Override
    protected Channel channel() {
        return channel;
    }

    @Override
    protected Channel channelWithWrongSecret() {
        return open(url, "wrong-token");
    }

    @Override
    protected Channel channelWithoutServer() {
        return open(URI.create("http://127.0.0.1:1"), token);
    }

    @Override
    protected List<String> secrets() {
        return List.of(token, "wrong-token");
    }

    @Override
    protected boolean refusesASecondAttempt() {
        return false;
    }

    /** It tells everybody that its users write in their own language, whatever a client says. */
    @Override
    protected String languageTag() {
        return "en";
    }

    @Override
    protected List<AcceptedPost> posts() {
        String account = get("accounts/verify_credentials").path("id").asText();
        List<AcceptedPost> posts = new ArrayList<>();
        get("accounts/" + account + "/statuses?limit=200").forEach(status -> posts.add(post(status)));
        Collections.reverse(posts);
        return posts;
    }

    private JsonNode get(String path) {
        return RealServer.get(url.resolve("/api/v1/" + path), "Bearer " + token);
    }

    private static AcceptedPost post(JsonNode status) {
        List<String> altTexts = new ArrayList<>();
        status.path("media_attachments")
                .forEach(picture -> altTexts.add(picture.path("description").asText()));
        return new AcceptedPost(
                null,
                status.path("id").asText(),
                MastodonText.readable(status.path("content").asText()),
                status.path("language").asText(null),
                altTexts,
                status.path("in_reply_to_id").asText(null),
                "");
    }

    @Test
    void shouldFindAndReadBackAReplyThatNamesWhomItAnswers() {
        // given
        RemotePost comment = customerWrites("My parcel is late again!");
        String text =
                "@customer@%s %s".formatted(url.getAuthority(), Sample.reply().body());
        Delivery reply = first(Sample.message("", text, null, List.of()));

        // when
        RemotePost post = sent(channel.reply(reply, comment));

        // then
        assertThat(channel.probe(reply)).isEqualTo(new Probe.Found(post));
        assertThat(channel.readBack(reply, post)).isEqualTo(new ReadBack.Same());
    }

    @Override
    protected URI server() {
        return url;
    }

    @Override
    protected Channel channelAt(URI address) {
        return open(address, token);
    }

    @Override
    protected String callThatReplies() {
        return "POST /api/v1/statuses ";
    }

    @Override
    protected RemotePost customerWrites(String text) {
        JsonNode status = RealServer.post(
                url.resolve("/api/v1/statuses"),
                "Bearer " + RealServer.setting("mastodon.customer.token"),
                Map.of("status", text));
        return new RemotePost(status.path("id").asText(), status.path("url").asText());
    }

    @Override
    protected void customerTakesBack(RemotePost post) {
        takeAway("customer", RealServer.setting("mastodon.customer.password"), post);
    }

    @Override
    protected void losesOurs(RemotePost post) {
        takeAway("brand", RealServer.setting("mastodon.password"), post);
    }

    /** By the page of the account: this server has no call for it. */
    private void takeAway(String account, String password, RemotePost post) {
        RealServer.submit(
                url.resolve("/" + account + "/admin/action"),
                RealServer.basic(account, password),
                Map.of("id", post.url(), "actor", url.resolve("/" + account).toString(), "action", "Delete"));
    }

    @Test
    void shouldFindThePostWhoseAnswerWasLost() {
        // given
        try (LosingProxy proxy = new LosingProxy(url)) {
            Channel behind = open(proxy.url(), token);
            Delivery delivery = first(Sample.statement());
            proxy.loseAnswerTo("POST /api/v1/statuses ");

            // when
            Outcome outcome = behind.publish(delivery);

            // then
            assertThat(outcome).isInstanceOf(Outcome.Unknown.class);
            assertThat(proxy.lost()).isEqualTo(1);
            assertThat(newPosts()).hasSize(1);
            assertThat(behind.probe(delivery)).isInstanceOf(Probe.Found.class);
            assertThat(((Probe.Found) behind.probe(delivery)).post().id())
                    .isEqualTo(newPosts().get(0).id());
        }
    }

    @Test
    void shouldFindATextThatTheServerReadsMarkupInto() {
        // given
        Delivery delivery = first(Sample.message(
                "Recall *lot 7* " + System.nanoTime(),
                "> 5 < 6 & `code` <b>not bold</b> #Rückruf\n\nhttps://brand.example/a_b_c",
                null,
                List.of()));

        // when
        RemotePost post = sent(channel.publish(delivery));

        // then
        assertThat(channel.probe(delivery)).isEqualTo(new Probe.Found(post));
    }

    @Test
    void shouldTakeTheServersOwnLimits() {
        // given
        assertThat(channel.capabilities().maximumCharacters()).isEqualTo(500);

        // when
        assertThat(channel.check()).isNull();

        // then
        assertThat(channel.capabilities().maximumCharacters()).isEqualTo(100_000);
    }

    /**
     * Settles doubt as the queue does. The server ends connections without saying so beforehand, and now and then one
     * ends just when the next request is written to it: whether that arrived, only a look can tell.
     */
    private record LookingUp(Channel channel) implements Channel {

        private static final int MOST_ATTEMPTS = 5;

        private Outcome settled(Delivery delivery, Supplier<Outcome> attempt) {
            Outcome outcome = attempt.get();
            for (int count = 1; outcome instanceof Outcome.Unknown && count < MOST_ATTEMPTS; count++) {
                Probe probe = channel.probe(delivery);
                if (probe instanceof Probe.Found found) {
                    return new Outcome.Sent(found.post());
                }
                outcome = probe instanceof Probe.Absent ? attempt.get() : outcome;
            }
            return outcome;
        }

        @Override
        public Count count(String text) {
            return channel.count(text);
        }

        @Override
        public Outcome publish(Delivery delivery) {
            return settled(delivery, () -> channel.publish(delivery));
        }

        @Override
        public Outcome reply(Delivery delivery, RemotePost post) {
            return settled(delivery, () -> channel.reply(delivery, post));
        }

        @Override
        public Outcome correct(Delivery delivery, RemotePost earlier) {
            return settled(delivery, () -> channel.correct(delivery, earlier));
        }

        @Override
        public Capabilities capabilities() {
            return channel.capabilities();
        }

        @Override
        public String check() {
            return channel.check();
        }

        @Override
        public List<String> validate(Message message) {
            return channel.validate(message);
        }

        @Override
        public List<Part> render(Message message) {
            return channel.render(message);
        }

        @Override
        public boolean canAnswer(RemotePost post) {
            return channel.canAnswer(post);
        }

        @Override
        public Probe probe(Delivery delivery) {
            return channel.probe(delivery);
        }

        @Override
        public ReadBack readBack(Delivery delivery, RemotePost post) {
            return channel.readBack(delivery, post);
        }
    }
}
