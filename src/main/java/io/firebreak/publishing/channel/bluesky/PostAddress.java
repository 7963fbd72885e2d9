package io.firebreak.publishing.channel.bluesky;

import io.firebreak.publishing.channel.RemotePost;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a post is: {@code at://did:plc:abc/app.bsky.feed.post/3kabc}. */
record PostAddress(String did, String collection, String recordKey) {

    static final String POSTS = "app.bsky.feed.post";

    private static final Pattern FORM =
            Pattern.compile("at://(did:[a-z0-9:._%-]+)/([a-zA-Z0-9.-]+)/([A-Za-z0-9._:~-]+)");

    private static final Pattern PAGE =
            Pattern.compile("https://bsky\\.app/profile/(did:[a-z0-9:._%-]+)/post/([A-Za-z0-9._:~-]+)");

    static PostAddress ofPost(String did, String recordKey) {
        return new PostAddress(did, POSTS, recordKey);
    }

    /** Empty when it is no address of a record. */
    static Optional<PostAddress> parse(String uri) {
        Matcher form = FORM.matcher(uri);
        return form.matches()
                ? Optional.of(new PostAddress(form.group(1), form.group(2), form.group(3)))
                : Optional.empty();
    }

    /** By its name in the network, else by the address at which readers see it, where that names the account's lasting id. */
    static Optional<PostAddress> of(RemotePost post) {
        Optional<PostAddress> named = post.id() == null ? Optional.empty() : parse(post.id());
        if (named.isPresent() || post.url() == null) {
            return named;
        }
        Matcher page = PAGE.matcher(post.url());
        return page.matches() ? Optional.of(ofPost(page.group(1), page.group(2))) : Optional.empty();
    }

    String uri() {
        return "at://" + did + "/" + collection + "/" + recordKey;
    }

    /** For readers. It names the account by its lasting id, so that it goes on to work when the account is renamed. */
    String url() {
        return "https://bsky.app/profile/" + did + "/post/" + recordKey;
    }

    Map<String, String> parameters() {
        return Map.of("repo", did, "collection", collection, "rkey", recordKey);
    }
}
