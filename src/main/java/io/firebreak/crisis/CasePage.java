package io.firebreak.crisis;

import java.util.List;

/**
 * A part of a list of cases, newest first.
 *
 * @param page counted from 0
 * @param size how many cases a full page holds
 * @param total how many cases the whole list has
 */
public record CasePage(List<CrisisCase> cases, int page, int size, long total) {}
