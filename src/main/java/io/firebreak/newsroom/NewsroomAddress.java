package io.firebreak.newsroom;

import java.net.URI;

/**
 * Where the public reads a statement.
 *
 * @param path the page on Firebreak's own ports, as in {@code /newsroom/2026-11-21-our-apology}; never changes
 * @param url the same page as the public reaches it, below {@code firebreak.newsroom.base-url}
 * @param version the number of the public version that was asked for, from 1; the page always shows the newest
 */
public record NewsroomAddress(String path, URI url, int version) {}
