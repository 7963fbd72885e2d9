package io.firebreak.publishing.channel;

/**
 * A picture of a statement.
 *
 * @param mediaType for example {@code image/png}
 * @param altText what it shows, for those who can't see it, in the statement's language
 * @param width in pixels
 * @param height in pixels
 */
public record Picture(String name, String mediaType, byte[] bytes, String altText, int width, int height) {}
