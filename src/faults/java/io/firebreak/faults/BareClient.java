package io.firebreak.faults;

import io.firebreak.publishing.channel.simulator.MastodonSimulator;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The JDK's HTTP client and nothing else: what the network and this machine allow. */
final class BareClient {

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /**
     * Posts the same number of texts to each server.
     *
     * @param concurrency calls at a time to each server
     * @return how long it took
     */
    Duration post(List<TouchPoint> servers, int texts, int concurrency) throws InterruptedException {
        ExecutorService threads = Executors.newCachedThreadPool();
        long begin = System.nanoTime();
        for (TouchPoint server : servers) {
            AtomicInteger next = new AtomicInteger();
            for (int caller = 0; caller < concurrency; caller++) {
                threads.execute(() -> {
                    for (int number = next.getAndIncrement(); number < texts; number = next.getAndIncrement()) {
                        post(server, "Bare %d for %s".formatted(number, server.name()));
                    }
                });
            }
        }
        threads.shutdown();
        if (!threads.awaitTermination(10, TimeUnit.MINUTES)) {
            throw new AssertionError("The bare client does not end");
        }
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    private void post(TouchPoint server, String text) {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(server.settings().get("url") + "/api/v1/statuses"))
                .header("Authorization", "Bearer " + MastodonSimulator.TOKEN)
                .header("Idempotency-Key", text)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"status\":\"" + text + "\",\"visibility\":\"public\"}"))
                .build();
        try {
            if (client.send(request, HttpResponse.BodyHandlers.ofString()).statusCode() != 200) {
                throw new AssertionError("The server refused");
            }
        } catch (java.io.IOException | InterruptedException failure) {
            throw new AssertionError(failure);
        }
    }
}
