package io.firebreak.publishing.channel.wordpress;

import com.fasterxml.jackson.databind.JsonNode;
import io.firebreak.publishing.channel.Delivery;
import io.firebreak.publishing.channel.HtmlText;
import io.firebreak.publishing.channel.Picture;
import io.firebreak.publishing.channel.http.FailedCall;
import java.util.List;
import java.util.Map;

/** Puts the pictures of a text into the site's media library, once each however often it is tried. */
class WordPressPictures {

    /** What WordPress takes without a plugin, and how it calls the files. */
    static final Map<String, String> ENDINGS =
            Map.of("image/jpeg", "jpg", "image/png", "png", "image/gif", "gif", "image/webp", "webp");

    private final WordPressApi api;

    WordPressPictures(WordPressApi api) {
        this.api = api;
    }

    /** The pictures as figures for the end of a post; empty when there are none. */
    String figures(Delivery delivery) throws FailedCall {
        StringBuilder figures = new StringBuilder();
        List<Picture> pictures = delivery.pictures();
        for (int number = 1; number <= pictures.size(); number++) {
            Picture picture = pictures.get(number - 1);
            String name = "picture-%s-%d".formatted(delivery.key().substring(0, 16), number);
            figures.append("\n<figure><img src=\"%s\" alt=\"%s\" width=\"%d\" height=\"%d\"></figure>"
                    .formatted(
                            HtmlText.attribute(address(name, picture)),
                            HtmlText.attribute(picture.altText()),
                            picture.width(),
                            picture.height()));
        }
        return figures.toString();
    }

    private String address(String name, Picture picture) throws FailedCall {
        JsonNode known = api.get("media", Map.of("slug", name)).path(0);
        JsonNode media = known.isObject() ? known : api.upload(name + "." + ENDINGS.get(picture.mediaType()), picture);
        if (!media.path("alt_text").asText().equals(picture.altText())) {
            api.post("media/" + media.path("id").asLong(), Map.of("alt_text", picture.altText()));
        }
        return media.path("source_url").asText();
    }
}
