/**
 * Compares what texts say: with the fact sheet of their case, with the text that they render or translate. Numbers,
 * dates, names, promises and contacts; whatever else a text says is for people to compare.
 */
@org.springframework.modulith.NamedInterface("comparison")
package io.firebreak.wording.comparison;
