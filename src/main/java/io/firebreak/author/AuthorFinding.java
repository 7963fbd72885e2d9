package io.firebreak.author;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * What is known of an author after the newest look at them.
 *
 * @param finding what the table says
 * @param advice what to do, in words
 * @param investigation null until somebody looked into a suspicion
 */
public record AuthorFinding(
        AuthorCheck check,
        String checkedBy,
        Instant checkedAt,
        Finding finding,
        String advice,
        Investigation investigation) {

    /** How an author is to be treated. */
    public enum Standing {
        GENUINE,
        /** Nobody knows; to be treated as genuine. */
        UNCLEAR,
        /** The signals raise a suspicion that nobody has confirmed. */
        SUSPICION,
        /** A person found that several accounts act together. */
        COORDINATED,
        /** A person with evidence and one of management found that a competitor is behind it. */
        COMPETITOR
    }

    /**
     * What a person found out about a suspicion.
     *
     * @param evidence texts or links
     * @param authors all who wrote in it, by their user ids: none of them countersigns
     * @param countersignature null where none was asked for, or none given yet
     */
    public record Investigation(
            Conclusion conclusion,
            String reason,
            List<String> evidence,
            String concludedBy,
            Instant concludedAt,
            Set<String> authors,
            Countersignature countersignature) {}

    /**
     * What management says about a competitor's name.
     *
     * @param reason null where they agreed without one
     */
    public record Countersignature(boolean agreed, String reason, String signedBy, Instant signedAt) {}

    /** How the author is to be treated, all findings taken together. */
    public Standing standing() {
        if (finding == Finding.GENUINE) {
            return Standing.GENUINE;
        }
        if (finding == Finding.UNCLEAR) {
            return Standing.UNCLEAR;
        }
        return investigation == null ? Standing.SUSPICION : concluded();
    }

    private Standing concluded() {
        return switch (investigation.conclusion()) {
            case COORDINATED -> Standing.COORDINATED;
            case NOT_COORDINATED -> Standing.UNCLEAR;
            case COMPETITOR -> isCountersigned() ? Standing.COMPETITOR : Standing.SUSPICION;
        };
    }

    private boolean isCountersigned() {
        return investigation.countersignature() != null
                && investigation.countersignature().agreed();
    }
}
