package io.firebreak.publishing;

import java.time.Instant;
import java.util.UUID;

/**
 * One version of a statement on one channel.
 *
 * @param channel the channel's name
 * @param sha256 the fingerprint of the text that went out
 * @param apology whether the text apologises
 * @param url where the public finds it
 */
public record Publication(
        UUID id, UUID versionId, String channel, String sha256, boolean apology, String url, Instant sentAt) {}
