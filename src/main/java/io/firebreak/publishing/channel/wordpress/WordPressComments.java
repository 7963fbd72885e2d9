package io.firebreak.publishing.channel.wordpress;

import com.fasterxml.jackson.databind.JsonNode;
import io.firebreak.publishing.channel.RemotePost;
import io.firebreak.publishing.channel.http.FailedCall;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The comments of a site. Their ids begin with "comment-", as the anchors do that lead to them. */
class WordPressComments {

    private static final Pattern ID = Pattern.compile("(comment-)?(\\d{1,18})");

    private final WordPressApi api;

    WordPressComments(WordPressApi api) {
        this.api = api;
    }

    /**
     * @param post the number of the post below which it stands
     * @param content as HTML, as readers get it; nobody but moderators can see how it was written
     */
    record Comment(String id, String post, String link, String status, String content) {

        static Comment of(JsonNode comment) {
            return new Comment(
                    "comment-" + comment.path("id").asLong(),
                    comment.path("post").asText(),
                    comment.path("link").asText(null),
                    comment.path("status").asText(),
                    comment.path("content").path("rendered").asText());
        }

        boolean isPublic() {
            return status.equals("approved");
        }

        RemotePost asRemote() {
            return new RemotePost(id, link);
        }
    }

    static boolean isId(String id) {
        return id.startsWith("comment-");
    }

    /** The number in the id of a post or comment; empty when it is neither's. */
    static Optional<String> number(String id) {
        Matcher matcher = ID.matcher(id);
        return matcher.matches() ? Optional.of(matcher.group(2)) : Optional.empty();
    }

    Optional<Comment> publicWith(String mark) throws FailedCall {
        for (JsonNode found : api.get("comments", Map.of("search", mark))) {
            Comment comment = Comment.of(found);
            if (comment.isPublic() && comment.content().contains(mark)) {
                return Optional.of(comment);
            }
        }
        return Optional.empty();
    }

    /** As readers get it; empty where it is held back, in the bin or gone. */
    Optional<Comment> shown(String number) throws FailedCall {
        // the list holds what is public, while the comment itself is refused or given by who asks
        for (JsonNode found : api.get("comments", Map.of("include", number))) {
            Comment comment = Comment.of(found);
            if (comment.isPublic() && comment.id().equals("comment-" + number)) {
                return Optional.of(comment);
            }
        }
        return Optional.empty();
    }

    /** What has to be said of a comment that answers this post or comment; empty where that is no longer shown. */
    Optional<Map<String, String>> below(String id, String number) throws FailedCall {
        if (isId(id)) {
            return shown(number).map(comment -> new HashMap<>(Map.of("parent", number, "post", comment.post())));
        }
        return Optional.of(new HashMap<>(Map.of("post", number)));
    }

    Comment create(Map<String, String> fields) throws FailedCall {
        return Comment.of(api.post("comments", fields));
    }
}
