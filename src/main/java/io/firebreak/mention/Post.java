package io.firebreak.mention;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A mention with its words, as it is kept.
 *
 * @param id the mention's
 * @param source the network or tool
 * @param handle the name of the account; null where the source tells none
 * @param authorSince the account's first day; null where the source does not say
 * @param url where it can be seen; null where nobody said
 */
public record Post(
        UUID id,
        String source,
        String externalId,
        String thread,
        String handle,
        LocalDate authorSince,
        Instant publishedAt,
        String text,
        String url) {}
