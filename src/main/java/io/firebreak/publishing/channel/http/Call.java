package io.firebreak.publishing.channel.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;

/**
 * One request to the server of a channel.
 *
 * @param body null for none
 * @param timeout for the whole call, from the connection to the last byte of the answer
 */
public record Call(HttpMethod method, URI uri, HttpHeaders headers, byte[] body, Duration timeout) {

    private static final ObjectMapper JSON = new ObjectMapper();

    public static Call to(HttpMethod method, URI uri, Duration timeout) {
        return new Call(method, uri, new HttpHeaders(), null, timeout);
    }

    public Call bearer(String token) {
        return header(HttpHeaders.AUTHORIZATION, "Bearer " + token);
    }

    public Call basic(String user, String password) {
        byte[] both = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
        return header(HttpHeaders.AUTHORIZATION, "Basic " + Base64.getEncoder().encodeToString(both));
    }

    public Call header(String name, String value) {
        HttpHeaders more = new HttpHeaders();
        more.addAll(headers);
        more.set(name, value);
        return new Call(method, uri, more, body, timeout);
    }

    public Call body(MediaType type, byte[] bytes) {
        Call typed = header(HttpHeaders.CONTENT_TYPE, type.toString());
        return new Call(method, uri, typed.headers, bytes, timeout);
    }

    public Call json(Object value) {
        try {
            return body(MediaType.APPLICATION_JSON, JSON.writeValueAsBytes(value));
        } catch (JsonProcessingException impossible) {
            throw new IllegalArgumentException("Only plain values can be sent", impossible);
        }
    }

    /** Without headers and body: they hold secrets. */
    @Override
    public String toString() {
        return method + " " + uri;
    }
}
