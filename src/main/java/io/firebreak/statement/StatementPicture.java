package io.firebreak.statement;

/**
 * A picture of a statement, without its bytes.
 *
 * @param mediaType {@code image/png} or {@code image/jpeg}, read from the bytes
 * @param altText what it shows, for those who can't see it
 * @param width in pixels
 * @param height in pixels
 * @param sha256 of the bytes, hexadecimal
 */
public record StatementPicture(String name, String mediaType, String altText, int width, int height, String sha256) {}
