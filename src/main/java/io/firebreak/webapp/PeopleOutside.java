package io.firebreak.webapp;

import io.firebreak.roster.CrisisPlan;
import io.firebreak.roster.CrisisPlan.Ally;
import io.firebreak.roster.CrisisPlan.Expert;
import java.util.List;

/**
 * Whom the crisis plan names besides those who work on cases, as forms take it.
 *
 * @param experts who can be asked for advice, agencies among them
 * @param allies who carry a statement further
 * @param touchPoints places where the public meets the brand: all that the task's channel serves; none where the task is
 *     about no channel
 */
record PeopleOutside(List<Expert> experts, List<Ally> allies, List<Place> touchPoints) {

    record Place(String name, @ByName String owner) {}

    /**
     * @param channel the name of the account that the task is about; null where it is about none
     */
    static PeopleOutside of(CrisisPlan plan, String channel) {
        return new PeopleOutside(
                plan.experts(),
                plan.allies(),
                plan.touchPoints().stream()
                        .filter(point -> channel != null && channel.equals(point.channel()))
                        .map(point -> new Place(point.name(), point.owner()))
                        .toList());
    }
}
