package io.firebreak.publishing.channel.wordpress;

import com.fasterxml.jackson.databind.JsonNode;
import io.firebreak.publishing.channel.RemotePost;

/**
 * A post as WordPress tells of it.
 *
 * @param status {@code publish} when everybody can read it
 * @param changedAt in the server's own writing
 * @param title as HTML, as it was written
 * @param content as HTML, as it was written
 */
record WordPressPost(long id, String status, String slug, String link, String changedAt, String title, String content) {

    /** What is asked for, so that an answer is no longer than it has to be. */
    static final String FIELDS = "id,status,slug,link,modified_gmt,title,content";

    static WordPressPost of(JsonNode post) {
        return new WordPressPost(
                post.path("id").asLong(),
                post.path("status").asText(),
                post.path("slug").asText(),
                post.path("link").asText(null),
                post.path("modified_gmt").asText(null),
                post.path("title").path("raw").asText(),
                post.path("content").path("raw").asText());
    }

    boolean isPublic() {
        return status.equals("publish");
    }

    RemotePost asRemote() {
        return new RemotePost(Long.toString(id), link, changedAt);
    }
}
