package io.firebreak.faults;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.firebreak.faults.TouchPoint.Promise;
import io.firebreak.publishing.channel.simulator.AcceptedPost;
import io.firebreak.publishing.channel.simulator.BlueskySimulator;
import io.firebreak.publishing.channel.simulator.Fault;
import io.firebreak.publishing.channel.simulator.MastodonSimulator;
import io.firebreak.publishing.channel.simulator.SmtpSimulator;
import io.firebreak.publishing.channel.simulator.WordPressSimulator;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The world outside of Firebreak, which outlives every kill: the servers, and what readers can read on them. */
final class Outside implements AutoCloseable {

    /** After which a call counts as unanswered. */
    static final Duration TIMEOUT = Duration.ofSeconds(1);

    static final Duration PROBE_AFTER = Duration.ofMillis(300);
    static final Duration PROBE_AGAIN_AFTER = Duration.ofMillis(700);

    /** How long a server lets a request lie at most: well within the two pauses before a look that decides. */
    private static final Duration SLOWEST = Duration.ofMillis(500);

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern NAME = Pattern.compile("CR-\\d{4}-\\d{4,9} on [a-z0-9]+");

    private final List<AutoCloseable> servers = new ArrayList<>();
    private final Map<String, TouchPoint> touchPoints = new LinkedHashMap<>();
    private final byte[] secretKey = new byte[32];

    /** One of each kind of channel, and some more. */
    static Outside ofEachKind(long seed) {
        Outside outside = new Outside(seed);
        outside.addOneOfEachKind();
        return outside;
    }

    /** Servers that differ in nothing, so that only the speed of the application counts. */
    static Outside alike(int count) {
        Outside outside = new Outside(count);
        for (int number = 1; number <= count; number++) {
            outside.addMastodon("network" + number, Promise.KEY);
        }
        return outside;
    }

    private Outside(long seed) {
        new Random(seed).nextBytes(secretKey);
    }

    private void addOneOfEachKind() {
        for (int number = 1; number <= 3; number++) {
            addMastodon("mastodon" + number, Promise.KEY);
        }
        for (int number = 1; number <= 3; number++) {
            addMastodon("keyless" + number, Promise.PROBE).ignoreKeys();
        }
        addBluesky();
        addWordPress();
        addMail();
    }

    private MastodonSimulator addMastodon(String name, Promise promise) {
        MastodonSimulator server = keep(new MastodonSimulator());
        add(TouchPoint.of(
                name,
                promise,
                Map.of("kind", "mastodon", "url", server.url().toString(), "secret", MastodonSimulator.TOKEN),
                server));
        return server;
    }

    private void addBluesky() {
        bluesky = keep(new BlueskySimulator());
        add(TouchPoint.of(
                "bluesky",
                Promise.KEY,
                Map.of(
                        "kind",
                        "bluesky",
                        "url",
                        bluesky.url().toString(),
                        "user",
                        bluesky.handle(),
                        "secret",
                        BlueskySimulator.PASSWORD),
                bluesky));
    }

    private BlueskySimulator bluesky;

    BlueskySimulator bluesky() {
        return bluesky;
    }

    private void addWordPress() {
        WordPressSimulator server = keep(new WordPressSimulator());
        add(TouchPoint.of(
                "wordpress",
                Promise.TWO_PHASES,
                Map.of(
                        "kind",
                        "wordpress",
                        "url",
                        server.url().toString(),
                        "user",
                        WordPressSimulator.USER,
                        "secret",
                        WordPressSimulator.PASSWORD),
                server));
    }

    private void addMail() {
        SmtpSimulator server = keep(new SmtpSimulator());
        add(TouchPoint.of(
                "mail",
                Map.of(
                        "kind",
                        "mail",
                        "url",
                        "smtp://127.0.0.1:" + server.port(),
                        "user",
                        SmtpSimulator.USER,
                        "secret",
                        SmtpSimulator.PASSWORD,
                        "sender",
                        "press@brand.example",
                        "recipients",
                        "ann@press.example"),
                server));
    }

    private <T extends AutoCloseable> T keep(T server) {
        servers.add(server);
        return server;
    }

    private void add(TouchPoint touchPoint) {
        touchPoints.put(touchPoint.name(), touchPoint);
    }

    List<TouchPoint> touchPoints() {
        return List.copyOf(touchPoints.values());
    }

    TouchPoint touchPoint(String name) {
        return touchPoints.get(name);
    }

    /**
     * The settings of all accounts, as an environment variable.
     *
     * @param ofEachAccount settings beside the usual ones, or in their place
     */
    Map<String, String> environment(Map<String, Object> ofEachAccount) {
        Map<String, Object> accounts = new LinkedHashMap<>();
        touchPoints.forEach((name, touchPoint) -> {
            Map<String, Object> settings = new LinkedHashMap<>(touchPoint.settings());
            settings.put("timeout", TIMEOUT.toMillis() + "ms");
            settings.put("budget", 1_000_000);
            settings.put("budget-period", "1s");
            settings.put("probe-after", PROBE_AFTER.toMillis() + "ms");
            settings.put("probe-again-after", PROBE_AGAIN_AFTER.toMillis() + "ms");
            settings.put("read-back", "");
            settings.putAll(ofEachAccount);
            accounts.put(name, settings);
        });
        // those of the demo, whose people are needed here and whose channels are not
        List.of("staff", "press", "shops", "partners").forEach(name -> accounts.put(name, Map.of("enabled", false)));
        Map<String, Object> firebreak = Map.of(
                "channels",
                accounts,
                "publishing",
                Map.of("secret-key", Base64.getEncoder().encodeToString(secretKey)));
        try {
            return Map.of("SPRING_APPLICATION_JSON", JSON.writeValueAsString(Map.of("firebreak", firebreak)));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("Plain values can be written", impossible);
        }
    }

    /** Every server answers after some time; about one request in six goes wrong, in every way that leaves a doubt. */
    void misbehave(Random random) {
        for (TouchPoint touchPoint : touchPoints.values()) {
            List<Fault> choice = new ArrayList<>();
            for (int usual = 0; usual < 50; usual++) {
                choice.add(Fault.late(Duration.ofMillis(5 + random.nextInt(60))));
            }
            for (int time = 0; time < 2; time++) {
                choice.add(Fault.acceptThenCut());
                choice.add(Fault.acceptThenServerError());
                choice.add(Fault.late(TIMEOUT.plusMillis(200 + random.nextInt(800))));
            }
            choice.add(Fault.cutBefore());
            choice.add(Fault.serverError());
            if (touchPoint.promise() != Promise.PERSON) {
                choice.add(Fault.slow(Duration.ofMillis(random.nextLong(SLOWEST.toMillis()))));
                choice.add(Fault.slow(Duration.ofMillis(random.nextLong(SLOWEST.toMillis()))));
            }
            touchPoint.faults().random(random.nextLong(), 1, choice.toArray(Fault[]::new));
        }
    }

    void heal() {
        touchPoints.values().forEach(touchPoint -> touchPoint.faults().heal());
    }

    /** How often each publication is public, by its name; see {@link #nameIn}. */
    Map<String, Integer> timesPublic() {
        Map<String, Integer> times = new HashMap<>();
        for (TouchPoint touchPoint : touchPoints.values()) {
            for (AcceptedPost post : touchPoint.accepted().get()) {
                times.merge(nameIn(post.text()), 1, Integer::sum);
            }
        }
        return times;
    }

    /** How often a text with this mark is public, by account; only accounts on which it is. */
    Map<String, Integer> timesPublic(String mark) {
        Map<String, Integer> times = new HashMap<>();
        for (TouchPoint touchPoint : touchPoints.values()) {
            for (AcceptedPost post : touchPoint.accepted().get()) {
                if (post.text().contains(mark)) {
                    times.merge(touchPoint.name(), 1, Integer::sum);
                }
            }
        }
        return times;
    }

    int publicInAll() {
        return touchPoints.values().stream()
                .mapToInt(touchPoint -> touchPoint.accepted().get().size())
                .sum();
    }

    /** What a reader recognises a publication by: its case and account stand in its text. */
    static String nameIn(String text) {
        Matcher name = NAME.matcher(text);
        return name.find() ? name.group() : text;
    }

    static String name(String caseReference, String account) {
        return caseReference + " on " + account;
    }

    @Override
    public void close() throws Exception {
        for (AutoCloseable server : servers) {
            server.close();
        }
    }
}
