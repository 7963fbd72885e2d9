package io.firebreak.publishing.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** What tests against real servers need: the settings that they are started with, and the server's own interface. */
public final class RealServer {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private RealServer() {}

    /** A setting that {@code .ci/servers} printed; without it the test is left out. */
    public static String setting(String name) {
        String value = System.getProperty("firebreak.servers." + name);
        assumeTrue(value != null, "no server: firebreak.servers." + name + " is not set");
        return value;
    }

    /**
     * Asks the server itself.
     *
     * @param authorization null for none
     */
    public static JsonNode get(URI address, String authorization) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(10));
        if (authorization != null) {
            request.header("Authorization", authorization);
        }
        try {
            HttpResponse<byte[]> answer = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            assertThat(answer.statusCode()).as(address.toString()).isEqualTo(200);
            return JSON.readTree(answer.body());
        } catch (IOException failure) {
            throw new AssertionError("No answer from " + address, failure);
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Ended while waiting for " + address, ending);
        }
    }
}
