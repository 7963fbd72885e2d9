package io.firebreak.newsroom;

import java.time.Instant;
import java.util.UUID;

/**
 * Why a post of a statement is no longer there, as the newsroom says it.
 *
 * @param channel where it stood, as people call the place; null when it stood in the newsroom, whose text the explanation
 *     replaces
 * @param language of title and explanation, BCP 47
 */
public record NewsroomTakeDown(
        UUID statementId, String channel, String language, String title, String explanation, Instant takenDownAt) {}
