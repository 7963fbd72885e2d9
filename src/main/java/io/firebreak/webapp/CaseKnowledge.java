package io.firebreak.webapp;

import io.firebreak.crisis.Cause;
import io.firebreak.crisis.CoolDowns.EarlyEnd;
import java.util.List;

/**
 * What people found out about a case, as forms take it.
 *
 * @param lead the user id; null before one is named
 * @param area the area of the house that the task asks; null where it asks none
 * @param question what that area is asked; null where it is asked nothing
 * @param facts all that is known, oldest first
 * @param gaps areas for which nobody could be found, oldest first
 * @param cause the newest finding; null before anybody looked
 * @param earlyEnd what waits for a second person; null when nobody asked to end the cool-down early
 * @param outside who else can help
 */
record CaseKnowledge(
        @ByName String lead,
        String area,
        String question,
        List<KnownFact> facts,
        List<KnownGap> gaps,
        CauseFound cause,
        Asked earlyEnd,
        PeopleOutside outside) {

    record KnownFact(String area, String text, @ByName String knownBy, String knownAt, String cameWith) {}

    record KnownGap(String area, String reason, @ByName String statedBy, String statedAt) {}

    record CauseFound(
            String beginning,
            String triggers,
            String people,
            String responsibility,
            String cluster,
            String claim,
            boolean claimShownFalse,
            boolean badReputation,
            @ByName String foundBy) {

        static CauseFound of(Cause cause) {
            return new CauseFound(
                    cause.beginning(),
                    cause.triggers(),
                    cause.people(),
                    cause.responsibility().name(),
                    cause.cluster().name(),
                    cause.claim().name(),
                    cause.claimShownFalse(),
                    cause.badReputation(),
                    cause.foundBy());
        }
    }

    record Asked(@ByName String askedBy, String askedAt, String reason) {

        static Asked of(EarlyEnd earlyEnd) {
            return new Asked(earlyEnd.askedBy(), earlyEnd.askedAt().toString(), earlyEnd.reason());
        }
    }
}
