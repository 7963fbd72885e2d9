package io.firebreak.publishing.channel.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.Headers;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** A request as a simulated server got it, read in whole. */
public record Request(String method, URI uri, Headers headers, byte[] body) {

    private static final ObjectMapper JSON = new ObjectMapper();

    public String path() {
        return uri.getPath();
    }

    public boolean is(String method, String path) {
        return this.method.equals(method) && path().equals(path);
    }

    /** Null when it has none. */
    public String header(String name) {
        return headers.getFirst(name);
    }

    /** The token after "Bearer "; null when there is none. */
    public String bearer() {
        String value = header("Authorization");
        return value != null && value.startsWith("Bearer ") ? value.substring("Bearer ".length()) : null;
    }

    /** The values of the query; the last one where a name comes twice. */
    public Map<String, String> query() {
        Map<String, String> values = new LinkedHashMap<>();
        if (uri.getRawQuery() != null) {
            for (String pair : uri.getRawQuery().split("&")) {
                String[] both = pair.split("=", 2);
                values.put(decoded(both[0]), both.length == 2 ? decoded(both[1]) : "");
            }
        }
        return values;
    }

    /**
     * @throws IOException when the body is no JSON
     */
    public JsonNode json() throws IOException {
        return JSON.readTree(body);
    }

    private static String decoded(String value) {
        return URLDecoder.decode(value, StandardCharsets.UTF_8);
    }
}
