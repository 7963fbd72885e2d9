package io.firebreak.publishing.channel.simulator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a simulated server answers when it behaves. */
public record Reply(int status, String contentType, Map<String, String> headers, byte[] body) {

    private static final ObjectMapper JSON = new ObjectMapper();

    public Reply {
        headers = Map.copyOf(headers);
    }

    /**
     * @param value maps, lists, strings and numbers
     */
    public static Reply json(int status, Object value) {
        try {
            return new Reply(status, "application/json", Map.of(), JSON.writeValueAsBytes(value));
        } catch (JsonProcessingException impossible) {
            throw new IllegalArgumentException("Only plain values can be sent", impossible);
        }
    }

    public static Reply html(int status, String page) {
        return new Reply(status, "text/html; charset=utf-8", Map.of(), page.getBytes(StandardCharsets.UTF_8));
    }

    public Reply header(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Reply(status, contentType, more, body);
    }
}
