package io.firebreak.publishing.channel.bluesky;

import com.fasterxml.jackson.databind.JsonNode;
import io.firebreak.publishing.channel.Outcome;
import io.firebreak.publishing.channel.http.Answer;
import io.firebreak.publishing.channel.http.Call;
import io.firebreak.publishing.channel.http.Caller;
import io.firebreak.publishing.channel.http.Discretion;
import io.firebreak.publishing.channel.http.FailedCall;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.HttpMethod;

/**
 * The calls of the AT Protocol to the one server of the settings. The address that a server names as the account's home
 * is never followed: a password goes where a person said it may go.
 *
 * @see <a href="https://atproto.com/specs/xrpc">HTTP API (XRPC)</a>
 */
class Xrpc {

    private static final Set<String> SPENT_TOKEN = Set.of("ExpiredToken", "InvalidToken");

    private final URI server;
    private final Duration timeout;
    private final Caller caller;

    Xrpc(URI server, Duration timeout, Caller caller) {
        this.server = server;
        this.timeout = timeout;
        this.caller = caller;
    }

    URI server() {
        return server;
    }

    String host() {
        return server.getHost();
    }

    Call query(String method, Map<String, String> parameters) {
        String query = parameters.entrySet().stream()
                .map(parameter -> parameter.getKey() + "=" + encoded(parameter.getValue()))
                .collect(Collectors.joining("&"));
        return call(HttpMethod.GET, query.isEmpty() ? method : method + "?" + query);
    }

    Call procedure(String method) {
        return call(HttpMethod.POST, method);
    }

    private Call call(HttpMethod method, String path) {
        return Call.to(method, URI.create(server + "/xrpc/" + path), timeout);
    }

    /**
     * The answer, whatever its status.
     *
     * @throws FailedCall when there is none
     */
    Answer send(Call call) throws FailedCall {
        return caller.send(call);
    }

    /**
     * The JSON of a success.
     *
     * @param secrets that no sentence may hold
     */
    JsonNode json(Answer answer, String... secrets) throws FailedCall {
        if (answer.isSuccess()) {
            return caller.json(host(), answer);
        }
        throw caller.refused(answer, said(answer, secrets));
    }

    /** Servers say so with 400 as well as with 401. */
    static boolean isSpentToken(Answer answer) {
        return answer.status() == 401 || answer.status() == 400 && SPENT_TOKEN.contains(error(answer));
    }

    /** The name of the error; empty when there is none. */
    static String error(Answer answer) {
        return answer.json().path("error").asText("");
    }

    static String said(Answer answer, String... secrets) {
        JsonNode body = answer.json();
        String line = body.path("message").asText(error(answer));
        return Discretion.hide(line.isBlank() ? answer.excerpt() : line, secrets);
    }

    FailedCall rejected(String sentence, Object... values) {
        return new FailedCall(new Outcome.Rejected(sentence.formatted(values)), 0);
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
