package io.firebreak.publishing.channel;

/**
 * A post as its server knows it.
 *
 * @param id the server's own, not to be read anything into
 * @param url where people find it; null where there is no such place
 * @param version which state of the post, where the server tells; else null
 */
public record RemotePost(String id, String url, String version) {

    public RemotePost(String id, String url) {
        this(id, url, null);
    }
}
