package io.firebreak.wording.comparison;

/**
 * A text that is compared.
 *
 * @param language a BCP 47 tag: how numbers and dates are written
 * @param title null where it has none
 */
public record Passage(String language, String title, String body) {}
