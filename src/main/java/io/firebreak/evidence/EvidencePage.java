package io.firebreak.evidence;

import java.util.List;

/**
 * A part of a case's evidence, newest first.
 *
 * @param page counted from 0
 * @param size how many pieces a full page holds
 * @param total how many pieces the case has
 */
record EvidencePage(List<EvidenceItem> evidence, int page, int size, long total) {}
