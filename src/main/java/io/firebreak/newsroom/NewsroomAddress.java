package io.firebreak.newsroom;

import java.net.URI;

/**
 * Where a statement stands.
 *
 * @param path its page on this server, beginning with {@code /newsroom/}
 * @param url the same as the public reaches it
 * @param version which public version it is, counted from 1
 */
public record NewsroomAddress(String path, URI url, int version) {}
