package io.firebreak.mention;

import io.firebreak.crisis.CaseReference;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A mention that was taken in. Its words are in the evidence of the same id.
 *
 * @param thread the external id of the thread's root; of the mention itself where it answers nobody
 * @param authorReach null where the source does not say
 * @param authorSince null where the source does not say
 * @param language null where the source tells none
 * @param publishedAt never later than when it was received
 * @param hostileWords how many of its words are on the list of hostile words of its language
 * @param caseReference null while it is unassigned
 * @param joinedBy null while it is unassigned
 * @param joinedAt null while it is unassigned
 */
record Mention(
        UUID id,
        String source,
        String externalId,
        String brand,
        String thread,
        Long authorReach,
        LocalDate authorSince,
        String language,
        Instant publishedAt,
        Instant receivedAt,
        int hostileWords,
        CaseReference caseReference,
        JoinedBy joinedBy,
        Instant joinedAt) {}
