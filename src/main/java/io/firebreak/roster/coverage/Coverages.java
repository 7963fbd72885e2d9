package io.firebreak.roster.coverage;

import io.firebreak.notification.MeansView;
import io.firebreak.notification.PersonalMeans;
import io.firebreak.roster.CrisisPlan;
import io.firebreak.roster.CrisisPlan.Chain;
import io.firebreak.roster.CrisisPlans;
import io.firebreak.roster.Presence;
import io.firebreak.roster.Roster;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How the chains of command are covered, by the plan in force and what people have entered until now. */
@Service
public class Coverages {

    private final CrisisPlans plans;
    private final Roster roster;
    private final PromisedTime times;
    private final PersonalMeans means;
    private final Clock clock;
    private final ZoneId zone;

    private volatile Looked last;

    Coverages(
            CrisisPlans plans,
            Roster roster,
            PromisedTime times,
            PersonalMeans means,
            Clock clock,
            @Value("${firebreak.time-zone}") ZoneId zone) {
        this.plans = plans;
        this.roster = roster;
        this.times = times;
        this.means = means;
        this.clock = clock;
        this.zone = zone;
    }

    /** What a look depends on. */
    private record Question(
            Instant quarter,
            CrisisPlan plan,
            List<Line> lines,
            Presence presence,
            Map<String, List<MeansView>> means) {}

    private record Looked(Question question, Coverage answer) {}

    /** For the 14 days to come. It is worked out once for each quarter of an hour, unless something changes. */
    @Transactional(readOnly = true)
    public Coverage now() {
        Instant now = clock.instant();
        CrisisPlan plan = plans.current();
        Question question =
                new Question(LookAhead.quarter(now), plan, lines(plan), roster.presence(now), meansOf(plan));
        Looked before = last;
        if (before == null || !before.question().equals(question)) {
            before = new Looked(question, answer(question));
            last = before;
        }
        return before.answer();
    }

    private Coverage answer(Question question) {
        Instant from = question.quarter();
        Instant to = from.plus(LookAhead.AHEAD);
        List<ChainCoverage> chains = new LookAhead(
                        question.plan(), question.lines(), question.presence(), MeansDoubts.asTried(question.means()))
                .from(from);
        List<PersonCoverage> people =
                new PeopleAhead(question.plan(), question.presence(), question.means()).between(from, to);
        return new Coverage(from, to, zone, plans.version(), chains, people);
    }

    private Map<String, List<MeansView>> meansOf(CrisisPlan plan) {
        return plan.people().keySet().stream()
                .collect(Collectors.toUnmodifiableMap(Function.identity(), means::ofAnybody));
    }

    private List<Line> lines(CrisisPlan plan) {
        Set<String> roles = new LinkedHashSet<>();
        plan.chains().stream().map(Chain::role).forEach(roles::add);
        roles.addAll(times.rolesAsked());
        return Line.of(roles, roster::chain, times);
    }
}
