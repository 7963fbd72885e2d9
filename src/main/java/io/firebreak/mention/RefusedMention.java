package io.firebreak.mention;

import io.swagger.v3.oas.annotations.media.Schema;

/** A mention that was not taken in, and why. */
record RefusedMention(
        @Schema(description = "Its place in the list, counted from 0") int index,
        @Schema(description = "Missing where it could not be read") String source,
        @Schema(description = "Missing where it could not be read") String externalId,
        @Schema(description = "The first field that is wrong; missing where the whole item is") String field,
        @Schema(description = "What is wrong with it, all of it, and what would be right") String sentence) {}
