package io.firebreak.publishing.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.firebreak.publishing.channel.simulator.AcceptedPost;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * What holds for every channel, on a simulated and on a real server alike. A subclass says how its account is opened and
 * what readers see; what a channel can't do by its nature is left out by its capabilities or by overriding. Servers that
 * misbehave are in {@link ChannelFaultContract}.
 */
@Timeout(120)
public abstract class ChannelContract {

    private final Set<String> idsBefore = new HashSet<>();

    /** The account, opened as the settings would open it. The same one for the whole test. */
    protected abstract Channel channel();

    /** The same account with a password or token that its server does not know; null where there is none. */
    protected abstract Channel channelWithWrongSecret();

    /** The same account at an address where nobody listens; null where there is no server. */
    protected abstract Channel channelWithoutServer();

    /** Everything public on the account, the oldest first, read by other means than the channel's own. */
    protected abstract List<AcceptedPost> posts();

    /** A secret that must be in no sentence. */
    protected abstract List<String> secrets();

    /** Whether the server itself refuses to publish the same delivery twice. */
    protected boolean refusesASecondAttempt() {
        return channel().capabilities().certainty() == Certainty.KEY;
    }

    protected boolean canReply() {
        return true;
    }

    /** Whether what is public can be read again. */
    protected boolean canReadBack() {
        return true;
    }

    /** The language as this channel passes it on; the samples are in Austrian German. */
    protected String languageTag() {
        return "de-AT";
    }

    /** A channel that edits its post in place of answering it overrides this. */
    protected void assertCorrected(AcceptedPost original, String note, List<AcceptedPost> now) {
        assertThat(now).as("what the public finds").hasSize(2).first().isEqualTo(original);
        assertThat(now.get(1).answers())
                .as("which post the correction hangs below")
                .isEqualTo(original.id());
        assertThat(now.get(1).text()).contains(note);
    }

    @BeforeEach
    void rememberWhatWasThere() {
        idsBefore.clear();
        posts().forEach(post -> idsBefore.add(post.id()));
    }

    /** What became public in this test, the oldest first. */
    protected final List<AcceptedPost> newPosts() {
        return posts().stream().filter(post -> !idsBefore.contains(post.id())).toList();
    }

    @Test
    void shouldPublishOnceAndReadTheSameBack() {
        // given
        Delivery delivery = first(Sample.statement());

        // when
        Outcome outcome = channel().publish(delivery);

        // then
        RemotePost post = sent(outcome);
        assertThat(post.id()).isNotBlank();
        assertThat(newPosts()).singleElement().satisfies(shown -> assertShows(shown, delivery));
        assertReadBack(delivery, post);
    }

    @Test
    void shouldFindADeliveryOnlyWhenItIsPublic() {
        // given
        assumeTrue(channel().capabilities().certainty().canLookUp());
        Delivery delivery = first(Sample.statement());
        Delivery other = first(Sample.statement());

        // when / then
        assertThat(channel().probe(delivery)).isEqualTo(new Probe.Absent());
        RemotePost post = sent(channel().publish(delivery));
        assertThat(channel().probe(delivery))
                .asInstanceOf(InstanceOfAssertFactories.type(Probe.Found.class))
                .extracting(found -> found.post().id())
                .isEqualTo(post.id());
        assertThat(channel().probe(other)).isEqualTo(new Probe.Absent());
    }

    @Test
    void shouldLeaveOnePostAfterASecondAttempt() {
        // given
        assumeTrue(refusesASecondAttempt());
        Delivery delivery = first(Sample.statement());

        // when
        RemotePost post = sent(channel().publish(delivery));
        RemotePost again = sent(channel().publish(delivery));

        // then
        assertThat(again.id()).isEqualTo(post.id());
        assertThat(newPosts()).hasSize(1);
    }

    @Test
    void shouldPublishAThreadInOrder() {
        // given
        assumeTrue(channel().capabilities().threads());
        Message message = Sample.longStatement();
        List<Part> parts = channel().render(message);
        assertThat(parts).hasSizeGreaterThanOrEqualTo(3);

        // when
        List<Delivery> deliveries = publishAll(message, parts);

        // then
        List<AcceptedPost> shown = newPosts();
        assertThat(shown).hasSameSizeAs(parts);
        for (int at = 0; at < parts.size(); at++) {
            assertShows(shown.get(at), deliveries.get(at));
            assertThat(shown.get(at).answers())
                    .isEqualTo(at == 0 ? null : shown.get(at - 1).id());
            assertThat(channel().probe(deliveries.get(at)))
                    .isEqualTo(new Probe.Found(((Probe.Found) channel().probe(deliveries.get(at))).post()))
                    .extracting(found -> ((Probe.Found) found).post().id())
                    .isEqualTo(shown.get(at).id());
        }
    }

    @Test
    void shouldPutAPostRightAndLeaveItThere() {
        // given
        Message correction = Sample.correction();
        RemotePost earlier = sent(channel().publish(first(Sample.statement())));
        AcceptedPost original = newPosts().get(0);
        Delivery delivery = first(correction);

        // when
        RemotePost post = sent(channel().correct(delivery, earlier));

        // then
        assertThat(delivery.part().text()).contains(correction.correctionNote());
        assertCorrected(original, correction.correctionNote(), newPosts());
        assertReadBack(delivery, post);
    }

    @Test
    void shouldAnswerAPost() {
        // given
        assumeTrue(canReply());
        RemotePost question = sent(channel().publish(first(Sample.statement())));
        Delivery answer = first(Sample.statement());

        // when
        RemotePost post = sent(channel().reply(answer, question));

        // then
        assertThat(newPosts()).hasSize(2).last().satisfies(shown -> {
            assertThat(shown.id()).isEqualTo(post.id());
            assertThat(shown.answers()).isEqualTo(question.id());
            assertShows(shown, answer);
        });
    }

    @Test
    void shouldPassOnPicturesWithWhatTheyShow() {
        // given
        assumeTrue(channel().capabilities().maximumPictures() >= 2);
        Message message = Sample.withPictures(
                Sample.picture("kettle.png", "Ein Kessel, „Głos“ \"blau\""), Sample.picture("shop.png", "Ein Laden"));
        assertThat(channel().validate(message)).isEmpty();

        // when
        sent(channel().publish(first(message)));

        // then
        assertThat(newPosts().get(0).altTexts()).containsExactly("Ein Kessel, „Głos“ \"blau\"", "Ein Laden");
    }

    @Test
    void shouldTellTheAuthorWhatIsWrongWithPictures() {
        // given
        Capabilities limits = channel().capabilities();
        Picture fine = Sample.picture("fine.png", "What it shows");
        List<Picture> tooMany = new ArrayList<>();
        for (int count = 0; count <= limits.maximumPictures(); count++) {
            tooMany.add(fine);
        }

        // when / then
        assertThat(channel().validate(Sample.statement())).isEmpty();
        assertThat(channel().validate(Sample.withPictures(tooMany.toArray(Picture[]::new))))
                .singleElement()
                .asString()
                .contains("please take");
        assumeTrue(limits.maximumPictures() > 0);
        assertThat(channel().validate(Sample.withPictures(Sample.picture("silent.png", " "))))
                .singleElement()
                .asString()
                .contains("silent.png", "alternative text");
        assertThat(channel()
                        .validate(Sample.withPictures(
                                new Picture("film.mov", "video/quicktime", fine.bytes(), "A film", 40, 30))))
                .singleElement()
                .asString()
                .contains("film.mov", "video/quicktime", "image/png");
        assumeTrue(limits.maximumPictureBytes() < 50_000_000);
        byte[] large = new byte[(int) limits.maximumPictureBytes() + 1];
        assertThat(channel()
                        .validate(Sample.withPictures(new Picture("large.png", "image/png", large, "A wall", 40, 30))))
                .singleElement()
                .asString()
                .contains("large.png", Integer.toString(large.length));
    }

    @Test
    void shouldRenderTheSameTwice() {
        // given
        Message message = Sample.longStatement();

        // when / then
        assertThat(channel().render(message)).isEqualTo(channel().render(message));
    }

    /** What authors are told while they write must not be another count than the one by which a text is split. */
    @Test
    void shouldCountEachPartWithinItsLimit() {
        // when
        List<Part> parts = channel().render(Sample.longStatement());

        // then
        assertThat(parts).allSatisfy(part -> {
            Count count = channel().count(part.text());
            assertThat(count.used()).isBetween(1, count.most());
            assertThat(count.isLimited()).isEqualTo(channel().capabilities().maximumCharacters() < Integer.MAX_VALUE);
        });
    }

    @Test
    void shouldHaveNothingToSayOfAnAccountThatWorks() {
        assertThat(channel().check()).isNull();
    }

    @Test
    void shouldSayWhatToDoWhenTheSecretIsWrong() {
        // given
        Channel locked = channelWithWrongSecret();
        assumeTrue(locked != null);

        // when
        Outcome outcome = locked.publish(first(Sample.statement()));

        // then
        assertSpeaksPlainly(locked.check());
        assertThat(outcome).isInstanceOf(Outcome.Rejected.class);
        assertSpeaksPlainly(((Outcome.Rejected) outcome).reason());
        assertThat(newPosts()).isEmpty();
    }

    @Test
    void shouldKnowThatNothingWasSentWhenNobodyListens() {
        // given
        Channel alone = channelWithoutServer();
        assumeTrue(alone != null);
        Delivery delivery = first(Sample.statement());

        // when
        Outcome outcome = alone.publish(delivery);

        // then
        assertThat(outcome).isInstanceOf(Outcome.NotSent.class);
        assertSpeaksPlainly(((Outcome.NotSent) outcome).reason());
        assertSpeaksPlainly(alone.check());
        if (alone.capabilities().certainty().canLookUp()) {
            assertThat(alone.probe(delivery)).isInstanceOf(Probe.NotNow.class);
        }
    }

    private void assertReadBack(Delivery delivery, RemotePost post) {
        if (canReadBack()) {
            assertThat(channel().readBack(delivery, post)).isEqualTo(new ReadBack.Same());
        }
    }

    /** Something for a person to read, and no secret in it. */
    protected final void assertSpeaksPlainly(String sentence) {
        assertThat(sentence).isNotBlank().doesNotContain("null", "Exception").matches("(?s)[\\p{L}\\p{N}].* .*");
        secrets().forEach(secret -> assertThat(sentence).doesNotContain(secret));
    }

    /** A delivery of the message's first part. */
    protected final Delivery first(Message message) {
        return Sample.delivery(
                message, channel().render(message), 1, channel().addressees().get(0), null, null);
    }

    /** Publishes all parts, one after the other. */
    protected final List<Delivery> publishAll(Message message, List<Part> parts) {
        List<Delivery> deliveries = new ArrayList<>();
        RemotePost root = null;
        RemotePost previous = null;
        for (int number = 1; number <= parts.size(); number++) {
            Delivery delivery = Sample.delivery(
                    message, parts, number, channel().addressees().get(0), root, previous);
            previous = sent(channel().publish(delivery));
            root = root == null ? previous : root;
            deliveries.add(delivery);
        }
        return deliveries;
    }

    protected static RemotePost sent(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Sent.class);
        return ((Outcome.Sent) outcome).post();
    }

    /** The words and the language that were approved. */
    protected void assertShows(AcceptedPost shown, Delivery delivery) {
        assertThat(shown.text()).isEqualTo(delivery.part().text());
        assertThat(shown.language()).isEqualTo(languageTag());
    }
}
