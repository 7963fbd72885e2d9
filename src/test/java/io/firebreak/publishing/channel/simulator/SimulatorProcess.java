package io.firebreak.publishing.channel.simulator;

import java.time.Duration;

/**
 * A simulator in a process of its own, for tests that end other processes the hard way. Arguments: {@code mastodon} or
 * {@code bluesky}, the port (0 for any), and for faults by chance a seed and the share of requests that meet one.
 * Prints its address as the first line; {@code GET /simulator/accepted} tells what it made public. Ends when its
 * standard input does, so that it never outlives the test that started it.
 */
public final class SimulatorProcess {

    private SimulatorProcess() {}

    public static void main(String... arguments) throws Exception {
        try (SimulatedServer server = server(arguments[0], Integer.parseInt(arguments[1]))) {
            if (arguments.length == 4) {
                server.faults()
                        .random(
                                Long.parseLong(arguments[2]),
                                Double.parseDouble(arguments[3]),
                                Fault.acceptThenCut(),
                                Fault.cutBefore(),
                                Fault.acceptThenServerError(),
                                Fault.serverError(),
                                Fault.tooManyRequests(Duration.ofSeconds(1)));
            }
            System.out.println(server.url());
            while (System.in.read() >= 0) {
                // nothing is said to it but that it may end
            }
        }
    }

    private static SimulatedServer server(String kind, int port) {
        return switch (kind) {
            case "mastodon" -> new MastodonSimulator(port);
            case "bluesky" -> new BlueskySimulator(port);
            default -> throw new IllegalArgumentException("There is no simulator called " + kind);
        };
    }
}
