package io.firebreak.mention;

import com.fasterxml.jackson.databind.JsonNode;
import io.firebreak.evidence.MediaLink;
import io.firebreak.rule.Refusal;
import io.firebreak.rule.TextRule;
import io.firebreak.rule.WebAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Reads what a source tells of the pictures, films and sounds of a mention. */
final class MediaReader {

    /** More than any network takes in one post. */
    private static final int MOST = 20;

    private static final TextRule URL = TextRule.line("media.url", "The link of a picture, film or sound", 2_000);
    private static final TextRule SHA256 =
            TextRule.line("media.sha256", "The hash", 64).optional();
    private static final TextRule DESCRIPTION =
            TextRule.text("media.description", "The description", 2_000).optional();
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    private MediaReader() {}

    /**
     * @param media missing or null where the source tells of none
     * @throws Refusal when it is no list of media, or too long
     */
    static List<MediaLink> read(JsonNode media) {
        if (media.isMissingNode() || media.isNull()) {
            return List.of();
        }
        if (!media.isArray() || media.size() > MOST) {
            throw Refusal.invalid(
                    "media",
                    "The media must be a list of at most %d objects with url, and sha256 and description where they are known."
                            .formatted(MOST));
        }
        List<MediaLink> read = new ArrayList<>();
        media.forEach(item -> read.add(link(item)));
        return read;
    }

    private static MediaLink link(JsonNode item) {
        if (!item.isObject()) {
            throw Refusal.invalid("media", "Each of the media must be an object with url.");
        }
        return new MediaLink(
                WebAddress.require("media.url", MentionReader.text(item, "url", URL)),
                hash(MentionReader.text(item, "sha256", SHA256)),
                MentionReader.text(item, "description", DESCRIPTION));
    }

    private static String hash(String text) {
        String hash = text == null ? null : text.toLowerCase(Locale.ROOT);
        if (hash != null && !HASH.matcher(hash).matches()) {
            throw Refusal.invalid("media.sha256", "The hash is no SHA-256; please write it as 64 hexadecimal digits.");
        }
        return hash;
    }
}
