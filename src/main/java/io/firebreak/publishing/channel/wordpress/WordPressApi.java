package io.firebreak.publishing.channel.wordpress;

import com.fasterxml.jackson.databind.JsonNode;
import io.firebreak.publishing.channel.Outcome;
import io.firebreak.publishing.channel.Picture;
import io.firebreak.publishing.channel.http.Answer;
import io.firebreak.publishing.channel.http.Call;
import io.firebreak.publishing.channel.http.Caller;
import io.firebreak.publishing.channel.http.Discretion;
import io.firebreak.publishing.channel.http.FailedCall;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.util.UriComponentsBuilder;

/** Calls of one WordPress site as one user. Each answer is JSON, or the call has failed. */
class WordPressApi {

    private static final String ROOT = "/wp-json/wp/v2/";

    /** WordPress lets a user comment again after 15 seconds. */
    private static final Duration COMMENT_PAUSE = Duration.ofSeconds(20);

    private final Caller caller;
    private final URI site;
    private final String user;
    private final String password;
    private final Duration timeout;

    WordPressApi(Caller caller, URI site, String user, String password, Duration timeout) {
        this.caller = caller;
        this.site = site;
        this.user = user;
        this.password = password;
        this.timeout = timeout;
    }

    URI site() {
        return site;
    }

    /**
     * @param path below the interface's root, such as {@code posts}
     */
    JsonNode get(String path, Map<String, String> query) throws FailedCall {
        return json(call(HttpMethod.GET, path, query));
    }

    JsonNode post(String path, Map<String, ?> body) throws FailedCall {
        return json(call(HttpMethod.POST, path, Map.of()).json(body));
    }

    JsonNode upload(String fileName, Picture picture) throws FailedCall {
        return json(call(HttpMethod.POST, "media", Map.of())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"%s\"".formatted(fileName))
                .body(MediaType.parseMediaType(picture.mediaType()), picture.bytes()));
    }

    private Call call(HttpMethod method, String path, Map<String, String> query) {
        UriComponentsBuilder address = UriComponentsBuilder.fromUriString(site + ROOT + path);
        query.keySet().forEach(name -> address.queryParam(name, "{" + name + "}"));
        return Call.to(method, address.encode().buildAndExpand(query).toUri(), timeout)
                .header(HttpHeaders.ACCEPT, MediaType.APPLICATION_JSON_VALUE)
                .basic(user, password);
    }

    private JsonNode json(Call call) throws FailedCall {
        Answer answer = caller.send(call);
        if (answer.isSuccess()) {
            return caller.json(site.getHost(), answer);
        }
        throw refused(answer);
    }

    private FailedCall refused(Answer answer) {
        JsonNode problem = answer.json();
        if (answer.status() == 401) {
            return new FailedCall(
                    new Outcome.Rejected(
                            "%s does not accept the user with this application password. Make a new one in WordPress (Users, Profile, Application Passwords) and set it as the account's secret."
                                    .formatted(site.getHost())),
                    answer.status());
        }
        if (problem.path("code").asText().equals("comment_flood")) {
            return new FailedCall(
                    new Outcome.NotSent("WordPress wants a pause between two comments.", COMMENT_PAUSE),
                    answer.status());
        }
        return caller.refused(answer, Discretion.hide(said(answer, problem), password));
    }

    private static String said(Answer answer, JsonNode problem) {
        if (problem.path("message").isTextual()) {
            return problem.path("message").asText().replaceAll("[\\s\\p{Cntrl}]+", " ");
        }
        return "this is no answer of WordPress but of something in front of it, such as a firewall: "
                + answer.excerpt();
    }
}
