package io.firebreak.publishing.channel.bluesky;

import io.firebreak.publishing.channel.Graphemes;
import io.firebreak.publishing.channel.TextSpans;
import io.firebreak.publishing.channel.TextSpans.Span;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What makes links and hashtags of a text work: Bluesky shows as plain text whatever nobody marks. Places are counted in
 * bytes of UTF-8. Mentions stay plain text: to mark one, the server would have to be asked whose handle it is, and the
 * form that is approved must not depend on an answer.
 *
 * @see <a href="https://docs.bsky.app/docs/advanced-guides/post-richtext">Links, mentions, and rich text</a>
 */
final class Facets {

    private static final int LONGEST_TAG = 64;
    private static final int LONGEST_TAG_BYTES = 640;

    private Facets() {}

    static List<Map<String, Object>> of(String text) {
        return TextSpans.of(text).stream()
                .flatMap(span -> feature(span).map(feature -> facet(text, span, feature)).stream())
                .toList();
    }

    private static Map<String, Object> facet(String text, Span span, Map<String, String> feature) {
        return Map.of(
                "index",
                Map.of(
                        "byteStart",
                        bytes(text.substring(0, span.start())),
                        "byteEnd",
                        bytes(text.substring(0, span.end()))),
                "features",
                List.of(feature));
    }

    private static Optional<Map<String, String>> feature(Span span) {
        if (span.kind() == TextSpans.Kind.LINK && leadsSomewhere(span.text())) {
            return Optional.of(Map.of("$type", "app.bsky.richtext.facet#link", "uri", span.text()));
        }
        String tag = span.text().substring(1);
        boolean isTag = span.kind() == TextSpans.Kind.HASHTAG
                && Graphemes.count(tag) <= LONGEST_TAG
                && bytes(tag) <= LONGEST_TAG_BYTES;
        return isTag ? Optional.of(Map.of("$type", "app.bsky.richtext.facet#tag", "tag", tag)) : Optional.empty();
    }

    /** A name before the host is an old way to make an address look like another one's. */
    private static boolean leadsSomewhere(String link) {
        try {
            URI uri = new URI(link);
            return uri.getHost() != null && uri.getUserInfo() == null;
        } catch (URISyntaxException malformed) {
            return false;
        }
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
