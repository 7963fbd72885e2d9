package io.firebreak.newsroom;

/**
 * A picture that the public sees.
 *
 * @param mediaType {@code image/png} or {@code image/jpeg}
 * @param altText what it shows, for those who can't see it
 * @param width in pixels
 * @param height in pixels
 */
public record NewsroomPicture(String mediaType, String altText, int width, int height, byte[] bytes) {}
