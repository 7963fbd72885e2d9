package io.firebreak.draft;

import java.time.Instant;

/**
 * What somebody typed into a form and has not handed in yet.
 *
 * @param version counts how often the draft of the form was kept, whoever typed; 0 when it never was
 * @param person who typed, by their user id
 * @param typed what stands in the fields, as the form reads it again: a JSON object
 * @param savedAt when it was kept
 */
public record Draft(long version, String person, String typed, Instant savedAt) {}
