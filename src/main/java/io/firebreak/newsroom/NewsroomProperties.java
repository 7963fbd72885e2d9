package io.firebreak.newsroom;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What an operator sets; checked and completed in {@link NewsroomSettings}.
 *
 * @param baseUrl the address under which the public reaches {@code /newsroom}, as in {@code https://brand.example/news};
 *     without it the newsroom's own port on localhost
 * @param name what stands above every page; without it the brand and the word for newsroom in the house language
 * @param language the house language, one of en, es, it, pl, with or without a region; English when not set
 * @param port a port of its own for readers, besides the main one; none when not set, any free one when 0
 */
@ConfigurationProperties("firebreak.newsroom")
record NewsroomProperties(String baseUrl, String name, String language, Integer port) {}
