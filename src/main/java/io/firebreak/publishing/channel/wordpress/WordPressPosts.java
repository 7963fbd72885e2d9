package io.firebreak.publishing.channel.wordpress;

import com.fasterxml.jackson.databind.JsonNode;
import io.firebreak.publishing.channel.http.FailedCall;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The posts of a site. */
class WordPressPosts {

    private static final String ANY_STATUS = "publish,future,draft,pending,private";

    /** One that is public first, and then always the same: whoever asks twice gets the same post. */
    private static final Comparator<WordPressPost> PUBLIC_THEN_OLDEST =
            Comparator.comparing(WordPressPost::isPublic).reversed().thenComparing(WordPressPost::id);

    private final WordPressApi api;

    WordPressPosts(WordPressApi api) {
        this.api = api;
    }

    Optional<WordPressPost> bySlug(String slug) throws FailedCall {
        return found(Map.of("slug", slug, "status", ANY_STATUS)).stream()
                .filter(post -> post.slug().equals(slug))
                .min(PUBLIC_THEN_OLDEST);
    }

    /** A public post that holds these words anywhere in its HTML. */
    Optional<WordPressPost> publicWith(String mark) throws FailedCall {
        return found(Map.of("search", mark, "status", "publish")).stream()
                .filter(post -> post.isPublic() && post.content().contains(mark))
                .min(PUBLIC_THEN_OLDEST);
    }

    WordPressPost get(String id) throws FailedCall {
        return WordPressPost.of(api.get("posts/" + id, Map.of("context", "edit", "_fields", WordPressPost.FIELDS)));
    }

    WordPressPost create(Map<String, String> fields) throws FailedCall {
        return WordPressPost.of(api.post("posts", fields));
    }

    WordPressPost update(long id, Map<String, String> fields) throws FailedCall {
        return WordPressPost.of(api.post("posts/" + id, fields));
    }

    private List<WordPressPost> found(Map<String, String> filter) throws FailedCall {
        Map<String, String> query = new HashMap<>(filter);
        query.put("context", "edit");
        query.put("_fields", WordPressPost.FIELDS);
        List<WordPressPost> posts = new ArrayList<>();
        JsonNode answer = api.get("posts", query);
        answer.forEach(post -> posts.add(WordPressPost.of(post)));
        return posts;
    }
}
