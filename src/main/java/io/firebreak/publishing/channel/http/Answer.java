package io.firebreak.publishing.channel.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpHeaders;

/** What a server answered, read in whole. */
public record Answer(int status, HttpHeaders headers, byte[] body) {

    private static final ObjectMapper JSON = new ObjectMapper();

    public boolean isSuccess() {
        return status >= 200 && status < 300;
    }

    /** The body as JSON; a missing node when it is none, whatever its content type claims. */
    public JsonNode json() {
        try {
            JsonNode node = JSON.readTree(body);
            return node == null ? MissingNode.getInstance() : node;
        } catch (JsonProcessingException noJson) {
            return MissingNode.getInstance();
        } catch (java.io.IOException impossible) {
            throw new IllegalStateException("Bytes in memory can be read", impossible);
        }
    }

    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** One short line of the body for a person; markup and line ends are taken out. */
    public String excerpt() {
        String line = text().replaceAll("<[^>]*>", " ")
                .replaceAll("[\\s\\p{Cntrl}]+", " ")
                .strip();
        return line.length() <= 200 ? line : line.substring(0, 199) + "…";
    }
}
