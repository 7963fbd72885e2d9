package io.firebreak.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.firebreak.faults.Approved.Batch;
import io.firebreak.faults.Oracle.Said;
import io.firebreak.faults.Oracle.Verdict;
import io.firebreak.faults.TouchPoint.Promise;
import io.firebreak.faults.naive.NaiveWay;
import io.firebreak.publishing.channel.simulator.Fault;
import io.firebreak.publishing.channel.simulator.MastodonSimulator;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
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

    private static final Duration PATIENCE = Duration.ofSeconds(150);

    /** Starts in half the time, which is most of the time of a run that kills all the time. */
    private static final Map<String, String> QUICK_START = Map.of("JAVA_TOOL_OPTIONS", "-XX:TieredStopAtLevel=1");

    /** So many rounds may wait for their end at a time. */
    private static final int BACKLOG = 3;

    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);
    private static final String POST_STATUS = "POST /api/v1/statuses";
    private static final String REFRESH = "POST /xrpc/com.atproto.server.refreshSession";
    private static final String SIGN_IN = "POST /xrpc/com.atproto.server.createSession";

    /** Whose servers refuse in a storm. */
    private static final Set<String> TROUBLED = Set.of("mastodon1", "mastodon2", "keyless1", "bluesky");

    private final long seed = Long.getLong("firebreak.faults.seed", System.nanoTime() % 1_000_000);
    private final Extent extent = Extent.asked();
    private final Report report = new Report(Path.of("target", "faults-report.md"));
    private World world;

    @BeforeAll
    void begin() {
        report.say("# Published once: the %s run with the seed %d", extent.name(), seed);
        Outside outside = Outside.ofEachKind(seed);
        Map<String, String> settings = new HashMap<>(QUICK_START);
        settings.putAll(outside.environment(Map.of()));
        settings.putAll(extent.settings());
        world = new World(outside, true, settings);
        world.running(1);
    }

    @AfterAll
    void end() throws Exception {
        world.close();
    }

    @AfterEach
    void heal() {
        world.outside().heal();
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
            if (round >= BACKLOG) {
                // an account that has more than 200 posts to look through asks a person, which is not what is tried
                // here
                world.awaitEnd(batches.get(round - BACKLOG));
            }
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
            int killAt = before + 20 + random.nextInt(60);
            Waiting.until(
                    "both are sending",
                    PATIENCE,
                    () -> world.outside().publicInAll() > killAt
                            && world.oracle().sendingNodes() == 2);
            world.kill(nodes.get(random.nextInt(2)));
            Instant killed = Instant.now();
            int then = world.outside().publicInAll();
            goneOn.add(Waiting.until(
                    "the other goes on", PATIENCE, () -> world.outside().publicInAll() > then + 4));
            Waiting.until("what it was sending is taken over", PATIENCE, () -> world.oracle()
                    .sendingSince(killed)
                    .isEmpty());
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
                "%n## Accepted, and then the connection is cut (F3), the answer is too late (F4), or says 500: %d of each on every account%n",
                3);
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
        Map<UUID, Integer> calling = world.oracle().sendingSince(begin);
        Waiting.pass(extent.stop());
        Map<UUID, Integer> stillCalling = world.oracle().sendingSince(begin);
        int meanwhile = world.outside().publicInAll();
        frozen.thaw();
        world.awaitEnd(batch);

        // then
        assertThat(stillCalling).as("only who stands still takes so long").hasSize(1);
        UUID still = stillCalling.keySet().iterator().next();
        report.say(
                "%n## A node stands still in the middle of %d calls for %s (F5)%n",
                calling.get(still), Report.seconds(extent.stop()));
        report.say(
                "- still its own at the end of the pause: %d; the other node published %d meanwhile%n",
                stillCalling.get(still), meanwhile - before);
        judge(List.of(batch));
        assertThat(stillCalling)
                .as("nobody else touches what a living node is sending")
                .containsEntry(still, calling.get(still));
    }

    @Test
    @Order(5)
    void shouldLeaveAloneWhoRefusesAndHoldUpNobodyElse() {
        // given
        world.running(2);
        Batch quiet = world.approve(extent.casesPerKill());
        world.awaitEnd(quiet);
        TouchPoint busy = world.outside().touchPoint("mastodon1");
        TouchPoint broken = world.outside().touchPoint("keyless1");
        TouchPoint unsteady = world.outside().touchPoint("mastodon2");
        busy.faults().always(Fault.tooManyRequests(RETRY_AFTER));
        broken.faults().always(Fault.serverError());
        for (int time = 0; time < extent.casesPerKill(); time++) {
            unsteady.faults().next(Fault.serverError(), Fault.none());
        }
        TouchPoint bluesky = world.outside().touchPoint("bluesky");
        long refreshes = bluesky.requests(REFRESH);
        long signIns = bluesky.requests(SIGN_IN);
        long brokenCalls = broken.requests(POST_STATUS);
        Fault slowRefresh = Fault.late(Duration.ofMillis(700));
        bluesky.faults().nextOther(slowRefresh, slowRefresh, slowRefresh);
        world.outside().bluesky().expireSessions();

        // when
        Batch first = world.approve(extent.casesPerKill());
        Calls calls = Calls.during(extent.storm(), busy, POST_STATUS);
        Batch second = world.approve(extent.casesPerKill());
        Waiting.until("the others are through", PATIENCE, () -> world.oracle().of(second).stream()
                .filter(said -> !TROUBLED.contains(said.channel()))
                .noneMatch(Said::isUnderWay));
        brokenCalls = broken.requests(POST_STATUS) - brokenCalls;
        busy.faults().heal();
        broken.faults().heal();
        unsteady.faults().heal();
        world.awaitEnd(first);
        world.awaitEnd(second);

        // then
        report.say("%n## Servers that refuse for %s, two nodes%n", Report.seconds(extent.storm()));
        report.say(
                "- 429 with Retry-After %d (F9): %d calls, at most %d in any %d s",
                RETRY_AFTER.toSeconds(), calls.count(), calls.mostWithin(RETRY_AFTER), RETRY_AFTER.toSeconds());
        report.say("- always 500 (F10): %d calls", brokenCalls);
        report.say(
                "- session expired, refreshed slowly (F11): %d refreshed, %d signed in anew",
                bluesky.requests(REFRESH) - refreshes, bluesky.requests(SIGN_IN) - signIns);
        report.say("- approved until sent, all others, before: %s", Report.spread(delays(quiet)));
        report.say("- approved until sent, all others, at the beginning of it: %s", Report.spread(delays(first)));
        report.say("- approved until sent, all others, at the end of it: %s%n", Report.spread(delays(second)));
        judge(List.of(quiet, first, second));
        assertThat(calls.mostWithin(RETRY_AFTER))
                .as("calls within one Retry-After")
                .isLessThanOrEqualTo(1);
        assertThat(bluesky.requests(REFRESH) - refreshes).as("refreshes").isEqualTo(1);
        assertThat(bluesky.requests(SIGN_IN) - signIns).as("new sign-ins").isZero();
    }

    private List<Duration> delays(Batch batch) {
        return world.oracle().of(batch).stream()
                .filter(said -> !TROUBLED.contains(said.channel()))
                .map(Said::delay)
                .filter(Objects::nonNull)
                .toList();
    }

    @Test
    @Order(6)
    void shouldLetOneOfTwoApprovalsWin() {
        // given
        Desk desk = new Desk(world.running(2).get(0).application());
        String reference = desk.written("MARK-APPROVED-TWICE");

        // when
        List<Integer> answers = desk.approveTwice(reference);

        // then
        Waiting.until("reactions are watched", PATIENCE, () -> desk.isWatched(reference));
        report.say("%n## Two people approve at once (F15): the answers were %s%n", answers);
        assertThat(answers.get(0)).isEqualTo(204);
        assertThat(answers.get(1)).isGreaterThanOrEqualTo(400);
        assertThat(world.outside().timesPublic("MARK-APPROVED-TWICE"))
                .as(seeded("public on each account"))
                .hasSize(world.accounts() - 1)
                .allSatisfy((account, times) -> assertThat(times).isEqualTo(1));
    }

    @Test
    @Order(7)
    void shouldLeadEveryCaseToItsEndThoughItIsKilled() {
        // given
        Random random = random("process");
        world.outside().misbehave(random);
        world.outside().touchPoint("mail").faults().heal();
        Map<String, String> marks = new LinkedHashMap<>();
        Desk desk = new Desk(world.running(1).get(0).application());
        for (int number = 1; number <= extent.wholeCases(); number++) {
            String mark = "MARK-WHOLE-%03d".formatted(number);
            marks.put(desk.written(mark), mark);
        }

        // when
        int before = world.outside().publicInAll();
        marks.keySet().forEach(desk::approve);
        Waiting.comes(PATIENCE, () -> world.outside().publicInAll() > before + random.nextInt(extent.wholeCases() * 5));
        world.kill(world.running(1).get(0));
        Desk after = new Desk(world.running(1).get(0).application());
        marks.forEach((reference, mark) -> {
            boolean asked = Waiting.comes(PATIENCE, () -> after.isWatched(reference) || isAsked(reference))
                    && !after.isWatched(reference);
            if (asked) {
                after.answer(
                        reference,
                        inDoubt(reference),
                        world.outside().timesPublic(mark).containsKey("mail"));
            }
            Waiting.until(reference + " is watched", PATIENCE, () -> after.isWatched(reference));
        });

        // then
        report.say(
                "%n## %d cases led from their report until reactions are watched, by REST, killed while they were published%n",
                marks.size());
        marks.values().forEach(mark -> assertThat(world.outside().timesPublic(mark))
                .as(seeded(mark))
                .hasSize(world.accounts() - 1)
                .allSatisfy((account, times) -> assertThat(times).isEqualTo(1)));
        report.say("- each is public once on each of %d accounts%n", world.accounts() - 1);
    }

    private boolean isAsked(String reference) {
        return inDoubt(reference) != null;
    }

    /** The publication that waits for a person's look; null when none does. Only mails do here, one a case. */
    private String inDoubt(String reference) {
        return world.database()
                .jdbc()
                .sql(
                        """
                        SELECT p.id FROM firebreak.publication p
                        JOIN firebreak.statement_version v ON v.id = p.version_id
                        JOIN firebreak.statement s ON s.id = v.statement_id
                        WHERE s.case_reference = ? AND p.state = 'NEEDS_HUMAN'
                        """)
                .param(reference)
                .query(String.class)
                .optional()
                .orElse(null);
    }

    @Test
    @Order(8)
    void shouldSendNothingBlindlyAfterARestore() {
        // given
        Random random = random("restore");
        world.running(1);
        world.outside()
                .touchPoints()
                .forEach(touchPoint -> touchPoint.faults().always(Fault.late(Duration.ofMillis(50))));
        Batch batch = world.approve(extent.casesPerKill() * 2);
        int before = world.outside().publicInAll();
        int share = extent.casesPerKill() + random.nextInt(extent.casesPerKill() * 5);
        Waiting.until("some is public", PATIENCE, () -> world.outside().publicInAll() > before + share);

        // when
        world.kill(world.running(1).get(0));
        Path backup = world.folder().resolve("backup");
        world.database().backUp(backup);
        int atBackup = world.outside().publicInAll();
        world.running(1);
        world.awaitEnd(batch);
        int atTheEnd = world.outside().publicInAll();
        world.kill(world.running(1).get(0));
        world.database().restore(backup);
        world.start(Map.of("FIREBREAK_PUBLISHING_RECONCILE_FIRST", "true"));
        world.running(1);
        Waiting.until("it has begun to look", PATIENCE, () -> world.oracle().of(batch).stream()
                .anyMatch(Said::found));
        world.awaitEnd(batch);

        // then
        List<Said> all = world.oracle().of(batch);
        report.say("%n## Restored from a backup (F18): %d were published after it%n", atTheEnd - atBackup);
        report.say(
                "- found by a look: %d; a person is asked: %d%n",
                all.stream().filter(Said::found).count(),
                all.stream().filter(Said::isAsked).count());
        judge(List.of(batch));
    }

    /** No promise of ours: what the usual way does under the same faults, to see what the promise is worth. */
    @Test
    @Order(9)
    void shouldShowWhatTheUsualWayDoes() throws Exception {
        world.running(0);
        Random random = random("kill");
        int publications = extent.casesPerKill() * world.accounts();
        List<String> texts = new ArrayList<>();
        try (Outside outside = Outside.ofEachKind(seed);
                NaiveWay naive = new NaiveWay(
                        world.database().another("naive"), world.folder().resolve("naive.log"))) {
            // given
            outside.misbehave(random);
            List<TouchPoint> servers = outside.touchPoints().stream()
                    .filter(touchPoint -> touchPoint.promise() == Promise.PROBE)
                    .toList();

            // when
            for (int round = 0; round < extent.naiveKills(); round++) {
                int before = outside.publicInAll();
                for (int number = 0; number < publications; number++) {
                    TouchPoint server = servers.get(number % servers.size());
                    String text = Outside.name("CR-2026-%05d".formatted(texts.size() + 1), server.name());
                    texts.add(text);
                    naive.publish(
                            text,
                            server.settings().get("url") + "/api/v1/statuses",
                            MastodonSimulator.TOKEN,
                            Outside.TIMEOUT.toMillis());
                }
                int killAt = before + 1 + random.nextInt(publications * 3 / 4);
                Waiting.comes(PATIENCE, () -> outside.publicInAll() >= killAt);
                Waiting.pass(Duration.ofMillis(random.nextInt(40)));
                naive.killAndStartAgain();
            }
            Waiting.until("the usual way is done", PATIENCE, naive::isDone);

            // then
            Map<String, Integer> times = outside.timesPublic();
            List<String> givenUp = naive.givenUp();
            int twice = texts.stream()
                    .mapToInt(text -> Math.max(0, times.getOrDefault(text, 0) - 1))
                    .sum();
            long lost = texts.stream()
                    .filter(text -> !times.containsKey(text) && !givenUp.contains(text))
                    .count();
            long falsely = givenUp.stream().filter(times::containsKey).count();
            double thousand = 1000.0 / texts.size();
            report.say(
                    "%n## The usual way (a service task with asyncBefore and three tries that posts), %d publications, killed %d times%n",
                    texts.size(), extent.naiveKills());
            report.say(
                    "- per 1,000: %.1f duplicates, %.1f lost, %.1f given up as incidents, of which %.1f are public%n",
                    twice * thousand, lost * thousand, givenUp.size() * thousand, falsely * thousand);
            assertThat(twice)
                    .as(seeded("duplicates of the usual way: are the faults real?"))
                    .isPositive();
        }
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
