package io.firebreak.publishing.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;

/** What tests against real servers need: the settings that they are started with, and the server's own interface. */
public final class RealServer {

    private static final ObjectMapper JSON = new ObjectMapper();

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
        return json(call(request(address, authorization).GET()));
    }

    /** Sends a JSON object as somebody, and gives the answer. */
    public static JsonNode post(URI address, String authorization, Map<String, ?> body) {
        return json(send(address, authorization, body));
    }

    /** Sends a JSON object of which the answer does not matter, as long as it is a success. */
    public static void tell(URI address, String authorization, Map<String, ?> body) {
        send(address, authorization, body);
    }

    private static HttpResponse<byte[]> send(URI address, String authorization, Map<String, ?> body) {
        try {
            return call(request(address, authorization)
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body))));
        } catch (JsonProcessingException impossible) {
            throw new AssertionError("Plain values can be written", impossible);
        }
    }

    /** Sends a form as a browser does. */
    public static void submit(URI address, String authorization, Map<String, String> fields) {
        String form = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        call(request(address, authorization)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    /** Takes something off the server, as its author or a moderator may. */
    public static void delete(URI address, String authorization) {
        call(request(address, authorization).DELETE());
    }

    public static String basic(String user, String password) {
        return "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    private static HttpRequest.Builder request(URI address, String authorization) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(20));
        return authorization == null ? request : request.header("Authorization", authorization);
    }

    private static HttpResponse<byte[]> call(HttpRequest.Builder request) {
        HttpRequest call = request.build();
        // one connection a call: some servers end them without saying so, and a test must not depend on which
        HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        try {
            HttpResponse<byte[]> answer = client.send(call, HttpResponse.BodyHandlers.ofByteArray());
            assertThat(answer.statusCode())
                    .as(call.uri() + ": " + new String(answer.body(), StandardCharsets.UTF_8))
                    .isBetween(200, 399);
            return answer;
        } catch (IOException failure) {
            throw new AssertionError("No answer from " + call.uri(), failure);
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Ended while waiting for " + call.uri(), ending);
        }
    }

    private static JsonNode json(HttpResponse<byte[]> answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (IOException unreadable) {
            throw new AssertionError("No JSON from " + answer.uri(), unreadable);
        }
    }
}
