package io.firebreak.faults;

import io.firebreak.publishing.channel.simulator.AcceptedPost;
import io.firebreak.publishing.channel.simulator.FaultPlan;
import io.firebreak.publishing.channel.simulator.SimulatedServer;
import io.firebreak.publishing.channel.simulator.SmtpSimulator;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * An account of the application under test, and the simulated server behind it.
 *
 * @param promise how the channel keeps a statement from being published twice
 * @param settings those of {@code firebreak.channels.<name>}
 * @param faults what the server does wrong
 * @param accepted what the server made public: the truth
 * @param requests method and path of each request so far; empty where the server speaks no HTTP
 */
record TouchPoint(
        String name,
        Promise promise,
        Map<String, Object> settings,
        FaultPlan faults,
        Supplier<List<AcceptedPost>> accepted,
        Supplier<List<String>> requests) {

    /** What is promised of a channel. */
    enum Promise {
        KEY,
        TWO_PHASES,
        PROBE,
        TRANSACTION,
        PERSON
    }

    static TouchPoint of(String name, Promise promise, Map<String, Object> settings, SimulatedServer server) {
        return new TouchPoint(name, promise, settings, server.faults(), server::accepted, server::requests);
    }

    static TouchPoint of(String name, Map<String, Object> settings, SmtpSimulator server) {
        return new TouchPoint(name, Promise.PERSON, settings, server.faults(), server::accepted, List::of);
    }

    long requests(String methodAndPath) {
        return requests.get().stream().filter(methodAndPath::equals).count();
    }
}
