package io.firebreak.webapp;

import io.firebreak.crisis.CaseFacts;
import io.firebreak.crisis.CaseFacts.AskedArea;
import io.firebreak.crisis.CaseFacts.Fact;
import io.firebreak.crisis.CaseFacts.Gap;
import io.firebreak.crisis.CaseReference;
import io.firebreak.crisis.Causes;
import io.firebreak.crisis.CoolDowns;
import io.firebreak.crisis.Leads;
import io.firebreak.roster.CrisisPlans;
import io.firebreak.webapp.CaseKnowledge.Asked;
import io.firebreak.webapp.CaseKnowledge.CauseFound;
import io.firebreak.webapp.CaseKnowledge.KnownFact;
import io.firebreak.webapp.CaseKnowledge.KnownGap;
import org.springframework.stereotype.Component;

/** Puts together what people found out about a case. */
@Component
class KnowledgeOfCases {

    private final CaseFacts facts;
    private final Causes causes;
    private final Leads leads;
    private final CoolDowns coolDowns;
    private final CrisisPlans plans;

    KnowledgeOfCases(CaseFacts facts, Causes causes, Leads leads, CoolDowns coolDowns, CrisisPlans plans) {
        this.facts = facts;
        this.causes = causes;
        this.leads = leads;
        this.coolDowns = coolDowns;
        this.plans = plans;
    }

    /**
     * @param area the area of the house that the task asks; null where it asks none
     * @param channel the account that the task is about; null where it is about none
     */
    CaseKnowledge of(CaseReference reference, String area, String channel) {
        return new CaseKnowledge(
                leads.of(reference).orElse(null),
                area,
                questionTo(reference, area),
                facts.of(reference).stream().map(KnowledgeOfCases::known).toList(),
                facts.gaps(reference).stream().map(KnowledgeOfCases::known).toList(),
                causes.of(reference).map(CauseFound::of).orElse(null),
                coolDowns.asked(reference).map(Asked::of).orElse(null),
                PeopleOutside.of(plans.current(), channel));
    }

    private String questionTo(CaseReference reference, String area) {
        return facts.asked(reference).stream()
                .filter(asked -> asked.area().equals(area))
                .map(AskedArea::question)
                .findFirst()
                .orElse(null);
    }

    private static KnownFact known(Fact fact) {
        return new KnownFact(
                fact.area(), fact.text(), fact.knownBy(), fact.knownAt().toString(), fact.cameWith());
    }

    private static KnownGap known(Gap gap) {
        return new KnownGap(
                gap.area(), gap.reason(), gap.statedBy(), gap.statedAt().toString());
    }
}
