package io.firebreak.publishing.channel.mastodon;

import com.fasterxml.jackson.databind.JsonNode;
import io.firebreak.publishing.channel.Outcome;
import io.firebreak.publishing.channel.Picture;
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
import java.util.Optional;
import org.springframework.http.HttpMethod;

/** The calls to one server with one token. Every failure comes as a {@link FailedCall} with a sentence. */
class MastodonServer {

    private final URI server;
    private final String token;
    private final Duration timeout;
    private final Caller caller;

    MastodonServer(URI server, String token, Duration timeout, Caller caller) {
        this.server = server;
        this.token = token;
        this.timeout = timeout;
        this.caller = caller;
    }

    String host() {
        return server.getHost();
    }

    /** How long one call may take, and all that a picture may take to be ready. */
    Duration timeout() {
        return timeout;
    }

    /** The account that the token belongs to. */
    JsonNode account() throws FailedCall {
        return get("/api/v1/accounts/verify_credentials");
    }

    JsonNode instance() throws FailedCall {
        try {
            return get("/api/v2/instance");
        } catch (FailedCall older) {
            if (older.isNotFound()) {
                return get("/api/v1/instance");
            }
            throw older;
        }
    }

    /**
     * @param before only older ones than this; null for the newest
     */
    JsonNode statuses(String accountId, String before) throws FailedCall {
        return get("/api/v1/accounts/" + encoded(accountId) + "/statuses?limit=40&exclude_reblogs=true"
                + (before == null ? "" : "&max_id=" + encoded(before)));
    }

    JsonNode status(String id) throws FailedCall {
        return get("/api/v1/statuses/" + encoded(id));
    }

    /**
     * The status under an id, if it is the one at that address. Ids of other servers mean other statuses here.
     *
     * @param id null for none
     * @param url null where nobody said
     */
    Optional<JsonNode> statusAt(String id, String url) throws FailedCall {
        if (id == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(status(id)).filter(status -> url == null || isAt(url, status));
        } catch (FailedCall failure) {
            if (failure.isNotFound()) {
                return Optional.empty();
            }
            throw failure;
        }
    }

    /** The status at an address, also of another server, which this one asks for it where it does not know it yet. */
    Optional<JsonNode> find(String url) throws FailedCall {
        try {
            for (JsonNode status : get("/api/v2/search?type=statuses&resolve=true&limit=5&q=" + encoded(url))
                    .path("statuses")) {
                if (isAt(url, status)) {
                    return Optional.of(status);
                }
            }
            return Optional.empty();
        } catch (FailedCall failure) {
            if (failure.isNotFound()) {
                return Optional.empty();
            }
            throw failure;
        }
    }

    private static boolean isAt(String url, JsonNode status) {
        return url.equals(status.path("url").asText())
                || url.equals(status.path("uri").asText());
    }

    JsonNode publish(Map<String, Object> status, String key) throws FailedCall {
        return json(call(HttpMethod.POST, "/api/v1/statuses")
                .header("Idempotency-Key", key)
                .json(status));
    }

    /** Uploads a picture. It can be attached when {@link #isReady} says so. */
    JsonNode upload(Picture picture, String name) throws FailedCall {
        Multipart form = new Multipart(name);
        form.field("description", picture.altText());
        form.file("file", name, picture.mediaType(), picture.bytes());
        return json(call(HttpMethod.POST, "/api/v2/media").body(form.mediaType(), form.bytes()));
    }

    boolean isReady(String mediaId) throws FailedCall {
        Answer answer = answer(call(HttpMethod.GET, "/api/v1/media/" + encoded(mediaId)));
        return answer.status() == 200;
    }

    private JsonNode get(String path) throws FailedCall {
        return json(call(HttpMethod.GET, path));
    }

    private Call call(HttpMethod method, String path) {
        return Call.to(method, URI.create(server + path), timeout).bearer(token);
    }

    private JsonNode json(Call call) throws FailedCall {
        return caller.json(host(), answer(call));
    }

    private Answer answer(Call call) throws FailedCall {
        Answer answer = caller.send(call);
        if (answer.isSuccess()) {
            return answer;
        }
        String said = said(answer);
        throw switch (answer.status()) {
            case 401 ->
                rejected(
                        answer,
                        "%s does not accept the access token any more (%s). Sign in there, create a new token with the scopes read, write:statuses and write:media, and set it as the account's secret.",
                        said);
            case 403 ->
                rejected(
                        answer,
                        "%s does not let this account do that (%s). Look there whether the account is suspended, and whether its token has the scopes read, write:statuses and write:media.",
                        said);
            default -> caller.refused(answer, said);
        };
    }

    private FailedCall rejected(Answer answer, String sentence, String said) {
        return new FailedCall(new Outcome.Rejected(sentence.formatted(host(), said)), answer.status());
    }

    private String said(Answer answer) {
        String error = answer.json().path("error").asText("");
        String line = error.isBlank() ? answer.excerpt() : error;
        return Discretion.hide(line.isBlank() ? "HTTP " + answer.status() : line, token);
    }

    /** Ids come from servers and stand in addresses: none may lead anywhere else. */
    private static String encoded(String id) {
        return URLEncoder.encode(id, StandardCharsets.UTF_8);
    }
}
