package io.firebreak.notification.means;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.firebreak.notification.Webhook;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

/** What those forms have in common whose posts are JSON. */
final class JsonPost {

    /** Our own, so that the bytes on the wire don't depend on how the API writes its answers. */
    private static final ObjectMapper JSON = JsonMapper.builder()
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
            .build();

    private JsonPost() {}

    static byte[] bytes(Object value) {
        try {
            return JSON.writeValueAsBytes(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalArgumentException("Only plain values can be posted", impossible);
        }
    }

    static WebhookForm.Post to(String url, Object value) {
        HttpHeaders headers = new HttpHeaders();
        headers.setContentType(MediaType.APPLICATION_JSON);
        return new WebhookForm.Post(url, headers, bytes(value));
    }

    /** Where the secret is the address itself, unless the plan gives one. */
    static String secretAddress(Webhook webhook, String secret) throws WebhookForm.Unusable {
        String url = webhook.url() == null ? secret : webhook.url();
        if (url == null) {
            throw new WebhookForm.Unusable(
                    "The webhook %s has no address; please let the plan name the secret that holds it."
                            .formatted(webhook.name()));
        }
        return url;
    }

    /** The beginning of a text that a limit leaves room for. */
    static String cut(String text, int most) {
        if (text.codePointCount(0, text.length()) <= most) {
            return text;
        }
        return text.substring(0, text.offsetByCodePoints(0, most - 1)) + "…";
    }
}
