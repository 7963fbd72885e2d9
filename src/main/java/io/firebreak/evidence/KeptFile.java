package io.firebreak.evidence;

/**
 * What became of a file that was handed in.
 *
 * @param isNew false when the case had the same bytes already
 */
public record KeptFile(EvidenceItem item, boolean isNew) {}
