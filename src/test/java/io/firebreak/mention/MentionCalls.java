package io.firebreak.mention;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.firebreak.support.Web;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Delivers mentions as a tool does, each test about a brand of its own so that none sees the others'. */
final class MentionCalls {

    static final String USER = "communitymanager";

    /** Escapes keep half characters on their way to the server. */
    private static final ObjectMapper JSON =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private final Web web;
    private final Instant now;
    private final String brand = "Brand " + UUID.randomUUID();

    MentionCalls(int port, Instant now) {
        this.web = new Web(port);
        this.now = now;
    }

    String brand() {
        return brand;
    }

    /** An address that nobody else uses. */
    String link() {
        return "https://social.example/" + brand.substring(brand.indexOf(' ') + 1);
    }

    Web web() {
        return web;
    }

    /** A mention that calls for nothing, published just now. */
    Map<String, Object> mention(String text) {
        Map<String, Object> mention = new LinkedHashMap<>();
        mention.put("source", "mastodon");
        mention.put("externalId", UUID.randomUUID().toString());
        mention.put("brand", brand);
        mention.put("author", Map.of("handle", "@anna", "name", "Anna", "reach", 120, "since", "2019-05-31"));
        mention.put("language", "en");
        mention.put("publishedAt", now.toString());
        mention.put("text", text);
        return mention;
    }

    Map<String, Object> with(Map<String, Object> mention, Object... namesAndValues) {
        Map<String, Object> changed = new LinkedHashMap<>(mention);
        for (int index = 0; index < namesAndValues.length; index += 2) {
            changed.put((String) namesAndValues[index], namesAndValues[index + 1]);
        }
        return changed;
    }

    Map<String, Object> from(Map<String, Object> mention, long reach) {
        return with(mention, "author", Map.of("handle", "@loud", "reach", reach));
    }

    Map<String, Object> before(Map<String, Object> mention, Duration age) {
        return with(mention, "publishedAt", now.minus(age).toString());
    }

    List<Map<String, Object>> many(int count, String text) {
        List<Map<String, Object>> mentions = new ArrayList<>();
        for (int index = 0; index < count; index++) {
            mentions.add(mention(text + " " + index));
        }
        return mentions;
    }

    @SafeVarargs
    final JsonNode deliver(Map<String, Object>... mentions) {
        return deliver(Arrays.asList(mentions));
    }

    JsonNode deliver(List<Map<String, Object>> mentions) {
        return answered(web.post(USER, "/api/mentions", json(Map.of("mentions", mentions))));
    }

    JsonNode get(String path) {
        return answered(web.get(USER, path));
    }

    /** How many mentions of the brand wait. */
    int waiting() {
        return get("/api/mentions?unassigned=true&size=1&brand=" + encodedBrand())
                .path("total")
                .asInt();
    }

    /** The references of all cases of the brand. */
    List<String> cases() {
        List<String> references = new ArrayList<>();
        for (JsonNode one : get("/api/cases?size=200").path("cases")) {
            if (brand.equals(one.path("brand").asText())) {
                references.add(one.path("reference").asText());
            }
        }
        return references;
    }

    JsonNode ofCase(String reference) {
        return get("/api/cases/" + reference + "/mentions?size=200");
    }

    List<String> texts(String reference) {
        return ofCase(reference).path("mentions").findValuesAsText("text");
    }

    /** The mention with this external id, as it is now. */
    JsonNode find(Map<String, Object> mention) {
        for (JsonNode one :
                get("/api/mentions?size=200&brand=" + encodedBrand()).path("mentions")) {
            if (one.path("externalId").asText().equals(mention.get("externalId"))) {
                return one;
            }
        }
        throw new AssertionError("Nobody knows the mention " + mention);
    }

    /** Reports an incident about the brand. */
    String report(String title, String sourceUrl) {
        Map<String, Object> incident = new LinkedHashMap<>();
        incident.put("title", title);
        incident.put("description", "It happened.");
        incident.put("language", "en");
        incident.put("brand", brand);
        if (sourceUrl != null) {
            incident.put("sourceUrl", sourceUrl);
        }
        return answered(web.post(USER, "/api/incidents", json(incident)))
                .path("reference")
                .asText();
    }

    HttpResponse<String> setTerms(String user, String reference, String... terms) {
        return web.send(
                user,
                "PUT",
                "/api/cases/" + reference + "/search-terms",
                json(Map.of("terms", terms)),
                "Content-Type",
                "application/json");
    }

    HttpResponse<String> move(String user, JsonNode mention, String reference) {
        return web.post(user, "/api/mentions/" + mention.path("id").asText() + "/move", json(Map.of("to", reference)));
    }

    static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(json, e);
        }
    }

    private String encodedBrand() {
        return brand.replace(" ", "%20");
    }

    private static JsonNode answered(HttpResponse<String> answer) {
        if (answer.statusCode() / 100 != 2) {
            throw new AssertionError(answer.statusCode() + " " + answer.body());
        }
        return tree(answer.body());
    }
}
