package io.firebreak.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.firebreak.faults.Approved.Batch;
import io.firebreak.faults.Oracle.Said;
import io.firebreak.faults.Oracle.Verdict;
import io.firebreak.faults.TouchPoint.Promise;
import io.firebreak.publishing.channel.simulator.Fault;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * That a statement is published once and none is lost, whatever dies or breaks: the packed application in processes of
 * its own, a real database, and servers outside that count what they made public. docs/reliability.md explains it.
 */
@Tag("faults")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PublishedOnceIT {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final long seed = Long.getLong("firebreak.faults.seed", System.nanoTime() % 1_000_000);
    private final Extent extent = Extent.asked();
    private final Report report = new Report(Path.of("target", "faults-report.md"));
    private World world;

    @BeforeAll
    void begin() {
        report.say("# Published once: the %s run with the seed %d", extent.name(), seed);
        world = new World(seed);
        world.running(1);
    }

    @AfterAll
    void end() throws Exception {
        world.close();
    }

    @Test
    @Order(1)
    void shouldPublishOnceWheneverItIsKilled() {
        // given
        Random random = random("kill");
        world.outside().misbehave(random);
        List<Batch> batches = new ArrayList<>();

        // when
        Instant begin = Instant.now();
        for (int round = 0; round < extent.kills(); round++) {
            Batch batch = world.approve(extent.casesPerKill());
            batches.add(batch);
            int publications = extent.casesPerKill() * world.accounts();
            int killAt = world.outside().publicInAll() + 1 + random.nextInt(publications * 3 / 4);
            Waiting.comes(PATIENCE, () -> world.outside().publicInAll() >= killAt);
            Waiting.pass(Duration.ofMillis(random.nextInt(40)));
            world.kill(world.running(1).get(0));
            world.start();
        }
        batches.forEach(world::awaitEnd);

        // then
        report.say(
                "%n## Killed %d times while it published (F1), with servers that cut, stay silent, answer late and break down (F3, F4): %s%n",
                extent.kills(), Report.seconds(Duration.between(begin, Instant.now())));
        judge(batches);
        world.outside().heal();
    }

    @Test
    @Order(2)
    void shouldGoOnWhenOneOfTwoNodesIsKilled() {
        // given
        Random random = random("takeover");
        List<Batch> batches = new ArrayList<>();
        List<Duration> goneOn = new ArrayList<>();
        List<Duration> takenOver = new ArrayList<>();
        List<Duration> settled = new ArrayList<>();
        int doubts = 0;

        // when
        for (int round = 0; round < extent.takeovers(); round++) {
            List<Node> nodes = world.running(2);
            world.outside().misbehave(random);
            int before = world.outside().publicInAll();
            Batch batch = world.approve(extent.casesPerKill());
            batches.add(batch);
            Waiting.until(
                    "some is public", PATIENCE, () -> world.outside().publicInAll() > before + 20 + random.nextInt(60));
            world.kill(nodes.get(random.nextInt(2)));
            Instant killed = Instant.now();
            int then = world.outside().publicInAll();
            goneOn.add(Waiting.until(
                    "the other goes on", PATIENCE, () -> world.outside().publicInAll() > then + 4));
            Waiting.until(
                    "what it was sending is taken over",
                    PATIENCE,
                    () -> world.oracle().sendingSince(killed) == 0);
            takenOver.add(Duration.between(killed, Instant.now()));
            world.awaitEnd(batch);
            settled.add(Duration.between(killed, Instant.now()));
            doubts += world.database()
                    .jdbc()
                    .sql(
                            "SELECT count(*) FROM firebreak.publication_attempt WHERE at >= ? AND reason = 'The node that was sending it ended.'")
                    .param(java.sql.Timestamp.from(killed))
                    .query(Integer.class)
                    .single();
        }

        // then
        report.say("%n## One of two nodes killed, %d times (F2)%n", extent.takeovers());
        report.say("- until the other had published more: %s", Report.spread(goneOn));
        report.say(
                "- until all that the dead one was sending (%d in all) was taken over: %s",
                doubts, Report.spread(takenOver));
        report.say("- until everything was published or with a person: %s%n", Report.spread(settled));
        judge(batches);
        assertThat(doubts).as("publications that were taken over").isPositive();
        assertThat(takenOver).allMatch(time -> time.compareTo(Duration.ofSeconds(10)) < 0);
        world.outside().heal();
    }

    @Test
    @Order(3)
    void shouldFindWhatWasAcceptedWithoutAnAnswer() {
        // given
        world.running(2);
        List<Batch> batches = new ArrayList<>();

        for (Fault fault : List.of(
                Fault.acceptThenCut(), Fault.late(Outside.TIMEOUT.plusMillis(500)), Fault.acceptThenServerError())) {
            // when
            world.outside()
                    .touchPoints()
                    .forEach(touchPoint -> touchPoint.faults().next(fault, fault, fault));
            Batch batch = world.approve(6);
            batches.add(batch);
            world.awaitEnd(batch);

            // then
            Map<String, Long> doubted = world.oracle().of(batch).stream()
                    .filter(Said::doubted)
                    .collect(Collectors.groupingBy(Said::channel, Collectors.counting()));
            for (TouchPoint touchPoint : world.outside().touchPoints()) {
                assertThat(doubted).as(fault.toString()).containsEntry(touchPoint.name(), 3L);
            }
            assertThat(world.oracle().of(batch))
                    .filteredOn(said -> said.doubted() && said.promise() != Promise.PERSON)
                    .as(seeded("found by a look"))
                    .allMatch(Said::found);
        }
        report.say(
                "%n## Accepted, and then the connection is cut (F3), the answer is too late (F4), or says 500: three of each on every account%n");
        judge(batches);
    }

    @Test
    @Order(4)
    void shouldSendNothingTwiceWhenANodeStandsStill() {
        // given
        Random random = random("freeze");
        List<Node> nodes = world.running(2);
        world.outside()
                .touchPoints()
                .forEach(touchPoint -> touchPoint.faults().always(Fault.late(Duration.ofMillis(600))));
        Batch batch = world.approve(extent.casesPerKill());
        int before = world.outside().publicInAll();
        Waiting.until("calls are under way", PATIENCE, () -> world.outside().publicInAll() > before + 30);

        // when
        Waiting.pass(Duration.ofMillis(random.nextInt(300)));
        Node frozen = nodes.get(0);
        frozen.freeze();
        Instant begin = Instant.now();
        Waiting.pass(Outside.TIMEOUT.plusMillis(500));
        int held = world.oracle().sendingSince(begin);
        Waiting.pass(extent.stop());
        int stillHeld = world.oracle().sendingSince(begin);
        int meanwhile = world.outside().publicInAll();
        frozen.thaw();
        world.awaitEnd(batch);

        // then
        report.say(
                "%n## A node stands still in the middle of %d calls for %s (F5)%n",
                held, Report.seconds(extent.stop()));
        report.say(
                "- still its own at the end of the pause: %d; the other node published %d meanwhile%n",
                stillHeld, meanwhile - before);
        judge(List.of(batch));
        assertThat(held).isPositive();
        assertThat(stillHeld)
                .as("nobody else touches what a living node is sending")
                .isEqualTo(held);
        world.outside().heal();
    }

    private void judge(List<Batch> batches) {
        Verdict verdict = world.oracle().judge(batches);
        report.say("%s", verdict);
        assertThat(verdict.offences()).as(seeded("what must not be")).isEmpty();
    }

    private Random random(String scenario) {
        return world.random(seed, scenario);
    }

    private String seeded(String what) {
        return what + " (again with -Dfirebreak.faults.seed=" + seed + ")";
    }
}
