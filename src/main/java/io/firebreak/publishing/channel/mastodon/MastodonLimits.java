package io.firebreak.publishing.channel.mastodon;

import com.fasterxml.jackson.databind.JsonNode;
import io.firebreak.publishing.channel.Capabilities;
import io.firebreak.publishing.channel.Certainty;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a server takes, from {@code configuration} of its {@code /api/v2/instance} or {@code /api/v1/instance}. What it
 * does not tell is as in Mastodon's documentation.
 *
 * @param charactersOfLink what every link counts; 0 when links count as they are
 */
record MastodonLimits(
        int maximumCharacters,
        int charactersOfLink,
        int maximumPictures,
        long maximumPictureBytes,
        Set<String> pictureTypes,
        int maximumAltText) {

    static final MastodonLimits DOCUMENTED = new MastodonLimits(
            500, 23, 4, 16_777_216, Set.of("image/jpeg", "image/png", "image/gif", "image/webp"), 1500);

    static MastodonLimits of(JsonNode instance) {
        JsonNode statuses = instance.path("configuration").path("statuses");
        JsonNode media = instance.path("configuration").path("media_attachments");
        return new MastodonLimits(
                positive(
                        statuses.path("max_characters"),
                        positive(instance.path("max_toot_chars"), DOCUMENTED.maximumCharacters)),
                positive(statuses.path("characters_reserved_per_url"), 0),
                positive(statuses.path("max_media_attachments"), DOCUMENTED.maximumPictures),
                positive(media.path("image_size_limit"), (int) DOCUMENTED.maximumPictureBytes),
                pictureTypes(media.path("supported_mime_types")),
                positive(media.path("description_limit"), DOCUMENTED.maximumAltText));
    }

    Capabilities capabilities() {
        return new Capabilities(
                Certainty.KEY,
                maximumCharacters,
                true,
                maximumPictures,
                maximumPictureBytes,
                pictureTypes,
                maximumAltText);
    }

    private static int positive(JsonNode number, int otherwise) {
        return number.canConvertToInt() && number.intValue() > 0 ? number.intValue() : otherwise;
    }

    private static Set<String> pictureTypes(JsonNode list) {
        Set<String> types = new TreeSet<>();
        list.forEach(type -> {
            if (type.asText().startsWith("image/")) {
                types.add(type.asText());
            }
        });
        return types.isEmpty() ? DOCUMENTED.pictureTypes : types;
    }
}
