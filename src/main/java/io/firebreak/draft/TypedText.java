package io.firebreak.draft;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.firebreak.rule.Refusal;
import java.nio.charset.StandardCharsets;
import org.springframework.stereotype.Component;

/** What a draft must be like to be kept. It is stored and given back, and nothing here reads it. */
@Component
class TypedText {

    /** Twelve times the longest statement; pictures are no part of a draft. */
    static final int MAXIMUM_BYTES = 256 * 1024;

    private final ObjectMapper json;

    TypedText(ObjectMapper json) {
        this.json = json;
    }

    /**
     * @throws Refusal when it is no JSON object or too large
     */
    String require(String typed) {
        int bytes = typed == null ? 0 : typed.getBytes(StandardCharsets.UTF_8).length;
        if (bytes > MAXIMUM_BYTES) {
            throw Refusal.invalid(
                    "typed",
                    "The draft is too large to be kept: %,d bytes, at most %,d are taken."
                            .formatted(bytes, MAXIMUM_BYTES));
        }
        if (!isObject(typed)) {
            throw Refusal.invalid("typed", "What was typed must be handed in as a JSON object.");
        }
        return typed;
    }

    private boolean isObject(String typed) {
        try {
            JsonNode read = typed == null ? null : json.readTree(typed);
            return read != null && read.isObject() && typed.indexOf(0) < 0;
        } catch (JsonProcessingException malformed) {
            return false;
        }
    }
}
