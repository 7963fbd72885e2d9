package io.firebreak.publishing.channel.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A simulator that does not misbehave as it says makes every test that leans on it worthless. */
@Timeout(30)
class SimulatedServerTest {

    private final SimulatedServer server = new Notebook();
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void shouldKeepWhatItAcceptsAndShowItToOtherProcesses() throws Exception {
        // when
        assertThat(post("hello").statusCode()).isEqualTo(200);

        // then
        assertThat(server.accepted()).extracting(AcceptedPost::text).containsExactly("hello");
        assertThat(get("/simulator/accepted").body()).contains("\"text\":\"hello\"");
        assertThat(server.requests()).containsExactly("POST /notes");
    }

    @ParameterizedTest
    @CsvSource({
        "DELETE, /api/v1/statuses/1, ''",
        "POST, /xrpc/com.atproto.repo.deleteRecord, '{}'",
        "POST, /xrpc/com.atproto.repo.applyWrites, '{}'",
        "POST, /wp-json/wp/v2/posts/7, '{\"status\": \"trash\"}'",
        "POST, /wp-json/wp/v2/posts/7, '{\"status\":\"draft\"}'",
        "POST, /wp-json/wp/v2/posts/7?force=true, '{}'",
        "POST, /wp-json/wp/v2/posts/7?_method=DELETE, '{}'"
    })
    void shouldTellWhoeverAskedToTakeSomethingAway(String method, String path, String body) throws Exception {
        // given
        SimulatedServer asked = new Notebook();

        // when
        client.send(
                HttpRequest.newBuilder(asked.url().resolve(path))
                        .method(method, HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.discarding());

        // then
        assertThatThrownBy(asked::close)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("No channel may take anything away");
    }

    @Test
    void shouldAcceptBeforeItCutsOrStaysSilent() {
        // given
        server.faults().next(Fault.acceptThenCut(), Fault.late(Duration.ofSeconds(20)));

        // when / then
        assertThatThrownBy(() -> post("cut")).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> post("late")).isInstanceOf(HttpTimeoutException.class);
        assertThat(server.accepted()).extracting(AcceptedPost::text).containsExactly("cut", "late");
    }

    @Test
    void shouldAcceptNothingWithTheOtherFaults() throws Exception {
        // given
        server.faults()
                .next(
                        Fault.tooManyRequests(Duration.ofSeconds(7)),
                        Fault.serverError(),
                        Fault.unavailable(),
                        Fault.html(),
                        Fault.redirect(),
                        Fault.unauthorized());

        // when
        List<HttpResponse<String>> answers =
                Stream.generate(this::postUnchecked).limit(6).toList();

        // then
        assertThat(answers).extracting(HttpResponse::statusCode).containsExactly(429, 500, 503, 200, 302, 401);
        assertThat(answers.get(0).headers().firstValue("Retry-After")).contains("7");
        assertThat(answers.get(3).headers().firstValue("Content-Type").orElseThrow())
                .startsWith("text/html");
        assertThat(answers.get(4).headers().firstValue("Location").orElseThrow())
                .startsWith("http://localhost:");
        assertThat(server.accepted()).isEmpty();
        assertThat(server.wasFollowedElsewhere()).isFalse();
    }

    @Test
    void shouldEndABodyLateOrNever() {
        // given
        server.faults().next(Fault.cutBefore(), Fault.endless(), Fault.drip(Duration.ofSeconds(20)));

        // when / then
        assertThatThrownBy(() -> post("cut")).isInstanceOf(IOException.class);
        assertThat(postUnchecked().body()).hasSizeGreaterThan(10_000_000);
        assertThatThrownBy(() -> post("drip")).isInstanceOf(HttpTimeoutException.class);
        assertThat(server.accepted()).isEmpty();
    }

    @Test
    void shouldPlanPublishingApartFromTheRest() throws Exception {
        // given
        server.faults().next(Fault.serverError());
        server.faults().nextOther(Fault.unavailable());

        // when / then
        assertThat(get("/notes").statusCode()).isEqualTo(503);
        assertThat(get("/notes").statusCode()).isEqualTo(200);
        assertThat(post("refused").statusCode()).isEqualTo(500);
        assertThat(post("taken").statusCode()).isEqualTo(200);
    }

    @Test
    void shouldGiveTheSameFaultsForTheSameSeed() {
        // given
        FaultPlan one = new FaultPlan();
        FaultPlan other = new FaultPlan();
        one.random(42, 0.5, Fault.serverError(), Fault.acceptThenCut());
        other.random(42, 0.5, Fault.serverError(), Fault.acceptThenCut());

        // when
        List<Fault> drawn =
                IntStream.range(0, 100).mapToObj(i -> one.draw(true)).toList();

        // then
        assertThat(drawn)
                .isEqualTo(
                        IntStream.range(0, 100).mapToObj(i -> other.draw(true)).toList())
                .contains(Fault.none(), Fault.serverError(), Fault.acceptThenCut());
        one.heal();
        assertThat(one.draw(true)).isEqualTo(Fault.none());
    }

    private HttpResponse<String> postUnchecked() {
        try {
            return post("text");
        } catch (IOException | InterruptedException failure) {
            throw new AssertionError("No answer at all", failure);
        }
    }

    private HttpResponse<String> post(String text) throws IOException, InterruptedException {
        return send(request("/notes").POST(HttpRequest.BodyPublishers.ofString(text)));
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(request(path));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(server.url().resolve(path));
    }

    /** The JDK's own timeout ends with the first byte of the body; this one does not. */
    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        var answer = client.sendAsync(request.build(), HttpResponse.BodyHandlers.ofString());
        try {
            return answer.get(2, java.util.concurrent.TimeUnit.SECONDS);
        } catch (java.util.concurrent.TimeoutException late) {
            throw new HttpTimeoutException("Nothing complete in time");
        } catch (java.util.concurrent.ExecutionException failure) {
            throw new IOException(failure.getCause());
        }
    }

    /** The smallest server there can be: whatever is posted is public. */
    private static final class Notebook extends SimulatedServer {

        Notebook() {
            super(0);
        }

        @Override
        protected boolean publishes(Request request) {
            return request.method().equals("POST");
        }

        @Override
        protected Reply handle(Request request) {
            if (publishes(request)) {
                accept(AcceptedPost.of(null, "1", new String(request.body())));
            }
            return Reply.json(200, "fine");
        }
    }
}
