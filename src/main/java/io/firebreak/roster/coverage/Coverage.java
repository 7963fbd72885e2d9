package io.firebreak.roster.coverage;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/**
 * How the chains of command are covered in the days to come, and by whom.
 *
 * @param at from when on, the quarter of an hour in which it was looked
 * @param to exclusive
 * @param zone in which the house thinks of days and nights
 * @param planVersion 0 for the plan that is made of groups
 */
public record Coverage(
        Instant at,
        Instant to,
        ZoneId zone,
        int planVersion,
        List<ChainCoverage> chains,
        List<PersonCoverage> people) {}
