package io.firebreak.roster;

import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The plan in force: the newest version that was imported, or, without any, one made of the engine's groups. */
@Service
public class CrisisPlans {

    private static final int MADE_OF_GROUPS = 0;

    private final ImportedPlans imported;
    private final PlanOfGroups groups;
    private volatile InForce known;

    /**
     * A version as it was read last.
     *
     * @param newest the number of the newest version when it was read
     * @param version the number of what is in force: a smaller one where the newest can't be read; 0 for none
     * @param plan null for none
     */
    private record InForce(int newest, int version, CrisisPlan plan) {}

    CrisisPlans(ImportedPlans imported, PlanOfGroups groups) {
        this.imported = imported;
        this.groups = groups;
    }

    /** The plan by which people are asked now. What other nodes import counts here at once. */
    @Transactional(readOnly = true)
    public CrisisPlan current() {
        return imported().orElseGet(groups::plan);
    }

    /** The number of the version in force; 0 for the plan made of groups. */
    @Transactional(readOnly = true)
    public int version() {
        return inForce().version();
    }

    /** The plan in force if it was imported; empty while there is only the one made of groups. */
    @Transactional(readOnly = true)
    public Optional<CrisisPlan> imported() {
        return Optional.ofNullable(inForce().plan());
    }

    private InForce inForce() {
        int newest = imported.newest();
        InForce last = known;
        if (last == null || last.newest() != newest) {
            last = read(newest);
            known = last;
        }
        return last;
    }

    private InForce read(int newest) {
        for (int version = newest; version > MADE_OF_GROUPS; version--) {
            Optional<CrisisPlan> plan = imported.plan(version);
            if (plan.isPresent()) {
                return new InForce(newest, version, plan.get());
            }
        }
        return new InForce(newest, MADE_OF_GROUPS, null);
    }
}
