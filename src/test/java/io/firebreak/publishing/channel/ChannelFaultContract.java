package io.firebreak.publishing.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.firebreak.publishing.channel.simulator.AcceptedPost;
import io.firebreak.publishing.channel.simulator.Fault;
import io.firebreak.publishing.channel.simulator.FaultPlan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What holds for every channel whose server misbehaves. The truth is what the simulated server made public, and never
 * what the channel says of itself.
 */
public abstract class ChannelFaultContract extends ChannelContract {

    /** How long the account under test waits for an answer; subclasses open it so. */
    protected static final Duration PATIENCE = Duration.ofSeconds(1);

    private static final Duration LONGER_THAN_PATIENCE = PATIENCE.multipliedBy(20);
    private static final int DELIVERIES = 40;
    private static final int MOST_ATTEMPTS = 25;

    protected abstract FaultPlan faults();

    /** Lets somebody write another text into a post. */
    protected abstract void change(RemotePost post, String text);

    /** Lets somebody take a post away. */
    protected abstract void remove(RemotePost post);

    /** Whether a server of this kind can say for how long it wants to be left alone. */
    protected boolean namesAPause() {
        return true;
    }

    /** Whether somebody followed a redirect. */
    protected abstract boolean wasFollowedElsewhere();

    static Stream<Fault> faultsAfterItIsPublic() {
        return Stream.of(
                Fault.acceptThenCut(),
                Fault.late(LONGER_THAN_PATIENCE),
                Fault.acceptThenServerError(),
                Fault.acceptThenHtml());
    }

    static Stream<Fault> faultsThatLeaveDoubt() {
        return Stream.of(
                Fault.cutBefore(),
                Fault.serverError(),
                Fault.unavailable(),
                Fault.html(),
                Fault.endless(),
                Fault.drip(LONGER_THAN_PATIENCE));
    }

    @ParameterizedTest
    @MethodSource("faultsAfterItIsPublic")
    void shouldDoubtAndThenFindWhatBecamePublicUnseen(Fault fault) {
        // given
        Delivery delivery = first(Sample.statement());
        faults().next(fault);

        // when
        Outcome outcome = channel().publish(delivery);

        // then
        assertDoubt(outcome);
        AcceptedPost shown = newPosts().get(0);
        if (channel().capabilities().certainty().canLookUp()) {
            assertThat(channel().probe(delivery))
                    .asInstanceOf(InstanceOfAssertFactories.type(Probe.Found.class))
                    .extracting(found -> found.post().id())
                    .isEqualTo(shown.id());
        }
        if (refusesASecondAttempt()) {
            assertThat(sent(channel().publish(delivery)).id()).isEqualTo(shown.id());
        }
        assertThat(newPosts()).containsExactly(shown);
    }

    @ParameterizedTest
    @MethodSource("faultsThatLeaveDoubt")
    void shouldDoubtAndThenPublishWhatIsNotThere(Fault fault) {
        // given
        Delivery delivery = first(Sample.statement());
        faults().next(fault);

        // when
        long begun = System.nanoTime();
        Outcome outcome = channel().publish(delivery);
        Duration taken = Duration.ofNanos(System.nanoTime() - begun);

        // then
        assertDoubt(outcome);
        assertThat(taken).as("how long it waited").isLessThan(PATIENCE.multipliedBy(3));
        assertThat(newPosts()).isEmpty();
        if (channel().capabilities().certainty().canLookUp()) {
            assertThat(channel().probe(delivery)).isEqualTo(new Probe.Absent());
        }
        sent(channel().publish(delivery));
        assertThat(newPosts()).hasSize(1);
    }

    @Test
    void shouldWaitForAnAnswerThatIsOnlySlow() {
        // given
        Delivery delivery = first(Sample.statement());
        faults().next(Fault.late(PATIENCE.dividedBy(4)));

        // when / then
        sent(channel().publish(delivery));
    }

    @Test
    void shouldWaitAsLongAsTheServerAsks() {
        // given
        Delivery delivery = first(Sample.statement());
        faults().next(Fault.tooManyRequests(Duration.ofSeconds(37)));

        // when
        Outcome outcome = channel().publish(delivery);

        // then
        assertThat(outcome).isInstanceOf(Outcome.NotSent.class);
        assertThat(((Outcome.NotSent) outcome).retryAfter()).isEqualTo(namesAPause() ? Duration.ofSeconds(37) : null);
        assertSpeaksPlainly(((Outcome.NotSent) outcome).reason());
        assertThat(newPosts()).isEmpty();
    }

    @Test
    void shouldNotFollowToAnotherAddress() {
        // given
        Delivery delivery = first(Sample.statement());
        faults().always(Fault.redirect());

        // when
        Outcome outcome = channel().publish(delivery);

        // then
        assertThat(outcome).isInstanceOf(Outcome.Rejected.class);
        assertSpeaksPlainly(((Outcome.Rejected) outcome).reason());
        assertSpeaksPlainly(channel().check());
        assertThat(wasFollowedElsewhere()).isFalse();
    }

    @Test
    void shouldAskAPersonWhenTheAccountIsLockedOut() {
        // given
        Delivery delivery = first(Sample.statement());
        faults().always(Fault.unauthorized());

        // when
        Outcome outcome = channel().publish(delivery);

        // then
        assertThat(outcome).isInstanceOf(Outcome.Rejected.class);
        assertSpeaksPlainly(((Outcome.Rejected) outcome).reason());
        assertSpeaksPlainly(channel().check());
        assertThat(newPosts()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("faultsThatLeaveDoubt")
    void shouldNotTakeSilenceForAbsence(Fault fault) {
        // given
        assumeTrue(channel().capabilities().certainty().canLookUp());
        Delivery delivery = first(Sample.statement());
        RemotePost post = sent(channel().publish(delivery));
        faults().always(fault);

        // when
        Probe probe = channel().probe(delivery);
        ReadBack readBack = channel().readBack(delivery, post);

        // then
        assertThat(probe).isInstanceOf(Probe.NotNow.class);
        assertSpeaksPlainly(((Probe.NotNow) probe).reason());
        assertThat(readBack).isInstanceOf(ReadBack.CannotTell.class);
        assertSpeaksPlainly(((ReadBack.CannotTell) readBack).reason());
        assertSpeaksPlainly(channel().check());
    }

    @Test
    void shouldSeeThatAPostWasChangedOrTakenAway() {
        // given
        assumeTrue(canReadBack());
        Delivery delivery = first(Sample.statement());
        RemotePost post = sent(channel().publish(delivery));

        // when / then
        change(post, "Buy more kettles");
        assertThat(channel().readBack(delivery, post)).isEqualTo(new ReadBack.Different("Buy more kettles"));
        remove(post);
        assertThat(channel().readBack(delivery, post)).isEqualTo(new ReadBack.Gone());
    }

    /** As the queue does it: a doubt is looked up before anything is sent again. */
    @Test
    void shouldPublishEverythingOnceWhateverTheServerDoes() {
        // given
        assumeTrue(channel().capabilities().certainty().canLookUp());
        long seed = System.nanoTime();
        faults().random(
                        seed,
                        0.6,
                        Fault.acceptThenCut(),
                        Fault.cutBefore(),
                        Fault.acceptThenServerError(),
                        Fault.serverError(),
                        Fault.acceptThenHtml(),
                        Fault.tooManyRequests(Duration.ofSeconds(1)));
        List<String> texts = new ArrayList<>();

        // when
        for (int count = 0; count < DELIVERIES; count++) {
            Delivery delivery = first(Sample.statement());
            texts.add(delivery.part().text());
            assertThat(bringOut(delivery))
                    .as("delivery %d with seed %d", count, seed)
                    .isTrue();
        }

        // then
        assertThat(newPosts())
                .as("posts with seed %d", seed)
                .extracting(AcceptedPost::text)
                .containsExactlyElementsOf(texts);
    }

    private boolean bringOut(Delivery delivery) {
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            Outcome outcome = channel().publish(delivery);
            if (outcome instanceof Outcome.Sent) {
                return true;
            }
            assertThat(outcome).isNotInstanceOf(Outcome.Rejected.class);
            if (outcome instanceof Outcome.Unknown && channel().probe(delivery) instanceof Probe.Found) {
                return true;
            }
        }
        return false;
    }

    private void assertDoubt(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Unknown.class);
        assertSpeaksPlainly(((Outcome.Unknown) outcome).reason());
    }
}
