package io.firebreak.publishing.channel.wordpress;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.io.SyndFeedInput;
import com.rometools.rome.io.XmlReader;
import io.firebreak.publishing.channel.Account;
import io.firebreak.publishing.channel.Channel;
import io.firebreak.publishing.channel.ChannelParts;
import io.firebreak.publishing.channel.Delivery;
import io.firebreak.publishing.channel.Outcome;
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
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Against a real WordPress, as one of its authors. What is public is read as a visitor reads it, without signing in. */
@Tag("servers")
class WordPressServerIT extends ThreadContract {

    private static final WordPressKind KIND = ChannelParts.kind(WordPressKind.class);

    private final URI url = URI.create(RealServer.setting("wordpress.url"));
    private final String user = RealServer.setting("wordpress.user");
    private final String secret = RealServer.setting("wordpress.secret");
    private final Channel channel = open(url, secret);

    private Channel open(URI url, String secret) {
        return KIND.open(
                new Account(
                        "press",
                        "wordpress",
                        "Our site",
                        url,
                        user,
                        secret,
                        null,
                        null,
                        null,
                        null,
                        Duration.ofSeconds(20)),
                new RememberingMemory());
    }

    @Override
    protected Channel channel() {
        return channel;
    }

    @Override
    protected Channel channelWithWrongSecret() {
        return open(url, "wrong-password");
    }

    @Override
    protected Channel channelWithoutServer() {
        return open(URI.create("http://127.0.0.1:1"), secret);
    }

    @Override
    protected List<String> secrets() {
        return List.of(secret, "wrong-password");
    }

    @Override
    protected boolean refusesASecondAttempt() {
        return true;
    }

    @Override
    protected List<AcceptedPost> posts() {
        List<AcceptedPost> posts = new ArrayList<>();
        get("posts?per_page=100&orderby=id&order=asc").forEach(post -> posts.add(post(post)));
        get("comments?per_page=100&orderby=id&order=asc").forEach(comment -> posts.add(comment(comment)));
        return posts;
    }

    private JsonNode get(String path) {
        return RealServer.get(url.resolve("/wp-json/wp/v2/" + path), null);
    }

    private static AcceptedPost post(JsonNode post) {
        Element content =
                Jsoup.parseBodyFragment(post.at("/content/rendered").asText()).body();
        Element block = content.selectFirst("div[lang]");
        return new AcceptedPost(
                post.path("slug").asText(),
                post.path("id").asText(),
                Jsoup.parse(post.at("/title/rendered").asText()).text() + "\n\n" + paragraphs(content),
                block == null ? null : block.attr("lang"),
                content.select("figure img").eachAttr("alt"),
                null,
                "");
    }

    private static AcceptedPost comment(JsonNode comment) {
        String parent = comment.path("parent").asText();
        return new AcceptedPost(
                null,
                "comment-" + comment.path("id").asText(),
                paragraphs(
                        Jsoup.parseBodyFragment(comment.at("/content/rendered").asText())
                                .body()),
                null,
                List.of(),
                parent.equals("0") ? comment.path("post").asText() : "comment-" + parent,
                "");
    }

    private static String paragraphs(Element content) {
        return content.select("p").stream().map(Element::wholeText).collect(Collectors.joining("\n\n"));
    }

    @Override
    protected void assertCorrected(AcceptedPost original, String note, List<AcceptedPost> now) {
        assertThat(now).singleElement().satisfies(shown -> {
            assertThat(shown.id()).isEqualTo(original.id());
            assertThat(shown.key()).as("slug").isEqualTo(original.key());
            assertThat(shown.text()).contains(note).isNotEqualTo(original.text());
        });
    }

    @Override
    protected void assertShows(AcceptedPost shown, Delivery delivery) {
        assertThat(shown.text()).isEqualTo(delivery.part().text());
        assertThat(shown.language()).isEqualTo(shown.answers() == null ? languageTag() : null);
    }

    @Override
    protected URI server() {
        return url;
    }

    @Override
    protected Channel channelAt(URI address) {
        return open(address, secret);
    }

    @Override
    protected String callThatReplies() {
        return "POST /wp-json/wp/v2/comments ";
    }

    /** Somebody else, below a post of ours. A moderator writes, because the interface takes nothing of visitors. */
    @Override
    protected RemotePost customerWrites(String text) {
        RemotePost statement = sent(channel.publish(first(Sample.statement())));
        JsonNode comment = RealServer.post(
                url.resolve("/wp-json/wp/v2/comments"),
                moderator(),
                Map.of(
                        "post",
                        statement.id(),
                        "author_name",
                        "Anna",
                        "author_email",
                        "anna@customer.test",
                        "content",
                        text,
                        "status",
                        "approved"));
        return new RemotePost(
                "comment-" + comment.path("id").asText(), comment.path("link").asText());
    }

    @Override
    protected void customerTakesBack(RemotePost post) {
        toTheBin(post);
    }

    @Override
    protected void losesOurs(RemotePost post) {
        toTheBin(post);
    }

    private void toTheBin(RemotePost comment) {
        RealServer.delete(url.resolve("/wp-json/wp/v2/comments/" + comment.id().replace("comment-", "")), moderator());
    }

    private static String moderator() {
        return RealServer.basic("admin", RealServer.setting("wordpress.moderator.secret"));
    }

    @Test
    void shouldFindThePostWhoseAnswerWasLost() {
        // given
        try (LosingProxy proxy = new LosingProxy(url)) {
            Channel behind = open(proxy.url(), secret);
            Delivery delivery = first(Sample.statement());
            proxy.loseAnswerTo("POST /wp-json/wp/v2/posts/");

            // when
            Outcome outcome = behind.publish(delivery);

            // then
            assertThat(outcome).isInstanceOf(Outcome.Unknown.class);
            assertThat(proxy.lost()).isEqualTo(1);
            assertThat(behind.probe(delivery)).isInstanceOfSatisfying(Probe.Found.class, found -> assertThat(newPosts())
                    .singleElement()
                    .extracting(AcceptedPost::id)
                    .isEqualTo(found.post().id()));
        }
    }

    @Test
    void shouldUseTheDraftWhoseAnswerWasLost() {
        // given
        try (LosingProxy proxy = new LosingProxy(url)) {
            Channel behind = open(proxy.url(), secret);
            Delivery delivery = first(Sample.statement());
            proxy.loseAnswerTo("POST /wp-json/wp/v2/posts ");

            // when
            Outcome outcome = behind.publish(delivery);

            // then
            assertThat(outcome).isInstanceOf(Outcome.NotSent.class);
            assertThat(newPosts()).isEmpty();
            assertThat(behind.probe(delivery)).isEqualTo(new Probe.Absent());
            sent(behind.publish(delivery));
            assertThat(newPosts()).singleElement().satisfies(shown -> assertThat(shown.key())
                    .isEqualTo("statement-" + delivery.key().substring(0, 16)));
        }
    }

    @Test
    void shouldFindOutWhetherACorrectionIsShown() {
        // given
        try (LosingProxy proxy = new LosingProxy(url)) {
            Channel behind = open(proxy.url(), secret);
            RemotePost earlier = sent(behind.publish(first(Sample.statement())));
            Delivery correction = first(Sample.correction());
            assertThat(behind.probe(correction)).isEqualTo(new Probe.Absent());
            proxy.loseAnswerTo("POST /wp-json/wp/v2/posts/");

            // when
            Outcome outcome = behind.correct(correction, earlier);

            // then
            assertThat(outcome).isInstanceOf(Outcome.Unknown.class);
            assertThat(behind.probe(correction)).isInstanceOfSatisfying(Probe.Found.class, found -> assertThat(
                            found.post().id())
                    .isEqualTo(earlier.id()));
        }
    }

    @Test
    void shouldShowExactlyWhatWasApprovedWhateverWordPressReadsIntoTexts() {
        // given
        Delivery delivery = first(Sample.message(
                "[gallery] \"it's\" <b>5 < 6</b> & 9x9 " + System.nanoTime(),
                "[caption]x[/caption] 'quotes' -- and --- dashes... (tm) 8O :-) 9x9 &amp; <script>alert(1)</script>\n"
                        + "<!-- wp:html --> C:\\temp {{x}} https://brand.example/?a=1&b=2\n\n"
                        + "https://www.youtube.com/watch?v=dQw4w9WgXcQ\n\n"
                        + "نعتذر عن الخطأ 👩‍👩‍👧 Zażółć",
                null,
                List.of()));

        // when
        RemotePost post = sent(channel.publish(delivery));

        // then
        assertThat(newPosts()).singleElement().satisfies(shown -> assertThat(spaced(shown.text()))
                .isEqualTo(spaced(delivery.part().text())));
        assertThat(channel.readBack(delivery, post)).isEqualTo(new ReadBack.Same());
    }

    @Test
    void shouldAppearInTheFeedOfTheSite() throws Exception {
        // given
        Delivery delivery = first(Sample.message(
                "Kettle & \"co\" " + System.nanoTime(), "Głos: stop using it.\n\nSorry.", null, List.of()));

        // when
        RemotePost post = sent(channel.publish(delivery));

        // then
        SyndEntry entry;
        try (XmlReader reader = new XmlReader(url.resolve("/feed/").toURL())) {
            entry = new SyndFeedInput().build(reader).getEntries().get(0);
        }
        assertThat(Jsoup.parse(entry.getTitle()).text())
                .isEqualTo(delivery.message().title());
        assertThat(entry.getLink()).isEqualTo(post.url());
        assertThat(paragraphs(Jsoup.parseBodyFragment(entry.getContents().get(0).getValue())
                        .body()))
                .isEqualTo(delivery.message().body());
    }

    private static String spaced(String text) {
        return text.replaceAll("\\s+", " ");
    }
}
