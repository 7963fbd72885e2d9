package io.firebreak.engine;

import java.util.UUID;

/**
 * What an open task is about.
 *
 * @param caseReference null where it belongs to no case
 * @param statement the text that it is about; null for the case's own statement
 */
public record TaskSubject(String caseReference, UUID statement) {}
