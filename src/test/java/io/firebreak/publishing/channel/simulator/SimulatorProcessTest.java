package io.firebreak.publishing.channel.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SimulatorProcessTest {

    @Test
    void shouldServeInAnotherProcessAndEndWithTheTest() throws Exception {
        // given
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        SimulatorProcess.class.getName(),
                        "mastodon",
                        "0")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader lines = process.inputReader()) {
            URI url = URI.create(lines.readLine());

            // when
            HttpClient client = HttpClient.newHttpClient();
            HttpRequest post = HttpRequest.newBuilder(url.resolve("/api/v1/statuses"))
                    .header("Authorization", "Bearer " + MastodonSimulator.TOKEN)
                    .POST(HttpRequest.BodyPublishers.ofString("{\"status\": \"from afar\"}"))
                    .build();
            client.send(post, HttpResponse.BodyHandlers.discarding());
            String accepted = client.send(
                            HttpRequest.newBuilder(url.resolve("/simulator/accepted"))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();

            // then
            assertThat(accepted).contains("from afar");
            process.outputWriter().close();
            assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }
    }
}
