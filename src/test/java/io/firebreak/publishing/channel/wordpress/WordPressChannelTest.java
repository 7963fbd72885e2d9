package io.firebreak.publishing.channel.wordpress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.firebreak.publishing.channel.Account;
import io.firebreak.publishing.channel.Channel;
import io.firebreak.publishing.channel.ChannelFaultContract;
import io.firebreak.publishing.channel.ChannelParts;
import io.firebreak.publishing.channel.Delivery;
import io.firebreak.publishing.channel.Message;
import io.firebreak.publishing.channel.Outcome;
import io.firebreak.publishing.channel.Probe;
import io.firebreak.publishing.channel.ReadBack;
import io.firebreak.publishing.channel.RememberingMemory;
import io.firebreak.publishing.channel.RemotePost;
import io.firebreak.publishing.channel.Sample;
import io.firebreak.publishing.channel.simulator.AcceptedPost;
import io.firebreak.publishing.channel.simulator.Fault;
import io.firebreak.publishing.channel.simulator.FaultPlan;
import io.firebreak.publishing.channel.simulator.WordPressSimulator;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WordPressChannelTest extends ChannelFaultContract {

    private static final WordPressKind KIND = ChannelParts.kind(WordPressKind.class);

    private final WordPressSimulator server = new WordPressSimulator();
    private final Channel channel = open(server.url(), WordPressSimulator.PASSWORD);

    @AfterEach
    void close() {
        server.close();
    }

    private static Channel open(URI url, String password) {
        return KIND.open(
                new Account(
                        "press",
                        "wordpress",
                        "Our site",
                        url,
                        WordPressSimulator.USER,
                        password,
                        null,
                        null,
                        null,
                        null,
                        PATIENCE),
                new RememberingMemory());
    }

    @Override
    protected Channel channel() {
        return channel;
    }

    @Override
    protected Channel channelWithWrongSecret() {
        return open(server.url(), "wrong-password");
    }

    @Override
    protected Channel channelWithoutServer() {
        return open(URI.create("http://127.0.0.1:1"), WordPressSimulator.PASSWORD);
    }

    @Override
    protected List<AcceptedPost> posts() {
        return server.shown();
    }

    @Override
    protected List<String> secrets() {
        return List.of(WordPressSimulator.PASSWORD.replace(" ", ""), "wrong-password");
    }

    /** Our slug is as good as a key. */
    @Override
    protected boolean refusesASecondAttempt() {
        return true;
    }

    /** The post is changed where it stands, under the address that people know. */
    @Override
    protected void assertCorrected(AcceptedPost original, String note, List<AcceptedPost> now) {
        assertThat(now).singleElement().satisfies(shown -> {
            assertThat(shown.id()).isEqualTo(original.id());
            assertThat(shown.key()).as("slug").isEqualTo(original.key());
            assertThat(shown.text()).contains(note).isNotEqualTo(original.text());
        });
    }

    /** A comment has no language of its own. */
    @Override
    protected void assertShows(AcceptedPost shown, Delivery delivery) {
        assertThat(shown.text()).isEqualTo(delivery.part().text());
        assertThat(shown.language()).isEqualTo(shown.answers() == null ? languageTag() : null);
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
    void shouldMakeNothingPublicWhileOnlyTheDraftIsMade() {
        // given
        Delivery delivery = first(Sample.statement());
        server.faults().next(Fault.serverError());

        // when
        channel.publish(delivery);

        // then
        assertThat(server.shown()).isEmpty();
        assertThat(server.drafts()).isEqualTo(1);
        assertThat(channel.probe(delivery)).isEqualTo(new Probe.Absent());
        sent(channel.publish(delivery));
        assertThat(server.drafts()).isZero();
    }

    @Test
    void shouldHaveNoDoubtBeforeAnythingCanBePublic() {
        // given
        Delivery delivery = first(Sample.statement());
        server.faults().nextOther(Fault.none(), Fault.acceptThenCut());

        // when
        Outcome outcome = channel.publish(delivery);

        // then
        assertThat(outcome).isInstanceOf(Outcome.NotSent.class);
        sent(channel.publish(delivery));
        assertThat(server.shown()).hasSize(1);
        assertThat(server.drafts())
                .as("the draft of the first attempt was used")
                .isZero();
    }

    @Test
    void shouldUseTheDraftThatEverybodyFindsWhenThereAreTwo() {
        // given
        Delivery delivery = first(Sample.statement());
        server.makeAnotherDraftFirst("statement-" + delivery.key().substring(0, 16));

        // when
        RemotePost post = sent(channel.publish(delivery));

        // then
        assertThat(server.shown()).singleElement().satisfies(shown -> {
            assertThat(shown.id()).isEqualTo(post.id());
            assertThat(shown.text()).isEqualTo(delivery.part().text());
            assertThat(shown.key()).doesNotEndWith("-2");
        });
        assertThat(server.drafts()).isEqualTo(1);
        assertThat(channel.probe(delivery)).isEqualTo(new Probe.Found(post));
    }

    @Test
    void shouldFindOutWhetherACorrectionIsShown() {
        // given
        RemotePost earlier = sent(channel.publish(first(Sample.statement())));
        Delivery correction = first(Sample.correction());
        assertThat(channel.probe(correction)).isEqualTo(new Probe.Absent());
        server.faults().next(Fault.acceptThenCut());

        // when
        assertThat(channel.correct(correction, earlier)).isInstanceOf(Outcome.Unknown.class);

        // then
        assertThat(channel.probe(correction)).isInstanceOf(Probe.Found.class);
        sent(channel.correct(correction, earlier));
        assertThat(server.shown()).hasSize(1);
        assertThat(server.content(earlier.id())).containsOnlyOnce("It is lot 8, not lot 7");
    }

    @Test
    void shouldNotCorrectWhatNobodySees() {
        // given
        RemotePost earlier = sent(channel.publish(first(Sample.statement())));
        server.remove(earlier.id());

        // when
        Outcome outcome = channel.correct(first(Sample.correction()), earlier);

        // then
        assertThat(outcome).isInstanceOf(Outcome.Rejected.class);
        assertSpeaksPlainly(((Outcome.Rejected) outcome).reason());
    }

    @Test
    void shouldFindACommentThatWasTakenUnseen() {
        // given
        RemotePost question = sent(channel.publish(first(Sample.statement())));
        Delivery answer = first(Sample.statement());
        server.faults().next(Fault.acceptThenCut());

        // when
        assertThat(channel.reply(answer, question)).isInstanceOf(Outcome.Unknown.class);

        // then
        Probe.Found found = (Probe.Found) channel.probe(answer);
        assertThat(channel.readBack(answer, found.post())).isEqualTo(new ReadBack.Same());
        assertThat(sent(channel.reply(answer, question))).isEqualTo(found.post());
        assertThat(server.shown()).hasSize(2);
    }

    @Test
    void shouldAnswerAComment() {
        // given
        RemotePost post = sent(channel.publish(first(Sample.statement())));
        RemotePost comment = sent(channel.reply(first(Sample.statement()), post));

        // when
        sent(channel.reply(first(Sample.statement()), comment));

        // then
        assertThat(server.shown()).last().satisfies(shown -> assertThat(shown.answers())
                .isEqualTo(comment.id()));
    }

    @Test
    void shouldAnswerCommentsByTheirNumberAndNothingElse() {
        // the address of a comment holds no number that could be trusted, and a bare number is a post's
        assertThat(channel.canAnswer(new RemotePost("comment-7", "https://press.example/recall/#comment-7")))
                .isTrue();
        assertThat(channel.canAnswer(new RemotePost("comment-7", null))).isTrue();
        assertThat(channel.canAnswer(new RemotePost("7", "https://press.example/recall/")))
                .isFalse();
        assertThat(channel.canAnswer(new RemotePost("comment-7/../8", null))).isFalse();
        assertThat(channel.canAnswer(new RemotePost(null, "https://press.example/recall/#comment-7")))
                .isFalse();
    }

    @Test
    void shouldTakeACommentInTheBinForGone() {
        // given
        RemotePost post = sent(channel.publish(first(Sample.statement())));
        Delivery reply = first(Sample.reply());
        RemotePost comment = sent(channel.reply(reply, post));
        assertThat(channel.readBack(reply, comment)).isEqualTo(new ReadBack.Same());

        // when
        server.bin(comment.id());

        // then
        assertThat(channel.readBack(reply, comment)).isEqualTo(new ReadBack.Gone());
        Outcome outcome = channel.reply(first(Sample.reply()), comment);
        assertThat(outcome).isInstanceOf(Outcome.Rejected.class);
        assertThat(((Outcome.Rejected) outcome).reason()).contains(comment.url());
        assertThat(server.shown()).singleElement().extracting(AcceptedPost::id).isEqualTo(post.id());
    }

    @Test
    void shouldSayThatACommentWaitsForAModerator() {
        // given
        RemotePost post = sent(channel.publish(first(Sample.statement())));
        server.holdComments();

        // when
        Outcome outcome = channel.reply(first(Sample.statement()), post);

        // then
        assertThat(((Outcome.Rejected) outcome).reason()).contains("approve");
    }

    @Test
    void shouldUploadAPictureOnceHoweverOftenItIsTried() {
        // given
        Delivery delivery = first(Sample.withPictures(Sample.picture("a.png", "A kettle")));
        server.faults().next(Fault.serverError(), Fault.serverError());

        // when
        channel.publish(delivery);
        channel.publish(delivery);
        sent(channel.publish(delivery));

        // then
        assertThat(server.pictures()).isEqualTo(1);
    }

    @Test
    void shouldWriteNothingThatWordPressWouldRead() {
        // given
        Message message = Sample.message(
                "[gallery] <script>alert(1)</script> \"it's\"",
                "[caption]x[/caption] <b onclick=\"x\">b</b> 9x9 :-) -- ... &amp; 8O\n\nhttps://brand.example/?a=1&b=\"2\"",
                null,
                List.of());
        Delivery delivery = first(message);

        // when
        RemotePost post = sent(channel.publish(delivery));

        // then
        assertThat(server.content(post.id()))
                .doesNotContain("[", "<b", "9x9", ":-", "--", "...", "8O")
                .contains("<a href=\"https://brand.example/?a=1&amp;b=\">");
        assertThat(server.shown().get(0).text()).isEqualTo(delivery.part().text());
    }

    @Test
    void shouldSayThatTheUserMayNotPublish() {
        // given
        server.forbidPublishing();

        // when / then
        assertThat(channel.check()).contains("role Author");
        assertThat(open(URI.create(server.url() + "/blog"), WordPressSimulator.PASSWORD)
                        .check())
                .contains("/blog/wp-json", "permalinks");
    }

    @Test
    void shouldTellAFirewallFromWordPress() {
        // given
        server.faults().next(Fault.html());
        Delivery delivery = first(Sample.statement());

        // when / then
        assertThat(((Outcome.Unknown) channel.publish(delivery)).reason()).contains("something else");
    }

    @Test
    void shouldNotOpenWithoutWhatItNeeds() {
        assertThatThrownBy(() -> open(null, "secret")).hasMessageContaining("firebreak.channels.press.url");
        assertThatThrownBy(() -> open(server.url(), " ")).hasMessageContaining("application password");
        assertThatThrownBy(() -> open(URI.create("http://blog.example"), "hush"))
                .hasMessageContaining("https")
                .hasMessageNotContaining("hush");
    }
}
