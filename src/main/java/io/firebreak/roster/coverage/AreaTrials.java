package io.firebreak.roster.coverage;

import io.firebreak.roster.CrisisPlan;
import io.firebreak.roster.CrisisPlan.Chain;
import io.firebreak.roster.CrisisPlan.Party.AreaOwners;
import io.firebreak.roster.Matter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** A chain that asks the owners of an area, tried for each area of the plan. The worst of them counts. */
final class AreaTrials implements Trial {

    private final Map<String, Trial> byArea = new LinkedHashMap<>();

    /**
     * @param trial of the chain for a matter
     */
    private AreaTrials(Collection<String> areas, Function<Matter, Trial> trial) {
        areas.stream().sorted().forEach(area -> byArea.put(area, trial.apply(new Matter(area, null))));
    }

    /** The trial of a chain: for each area where it asks an area's owners, else for anything. */
    static Trial of(Chain chain, CrisisPlan plan, Function<Matter, Trial> trial) {
        boolean asksOwners = chain.levels().stream()
                .flatMap(level -> level.parties().stream())
                .anyMatch(AreaOwners.class::isInstance);
        return asksOwners && !plan.areas().isEmpty()
                ? new AreaTrials(plan.areas().keySet(), trial)
                : trial.apply(Matter.ANY);
    }

    @Override
    public Finding at(Instant moment) {
        Map<Verdict, List<String>> reasons = new LinkedHashMap<>();
        byArea.forEach((area, trial) -> {
            Finding finding = trial.at(moment);
            reasons.computeIfAbsent(finding.verdict(), unused -> new ArrayList<>())
                    .add("Area %s: %s".formatted(area, finding.reason()));
        });
        Verdict worst = reasons.keySet().stream().max(Verdict::compareTo).orElse(Verdict.GREEN);
        return worst == Verdict.GREEN ? Finding.GREEN : new Finding(worst, String.join(" ", reasons.get(worst)));
    }
}
