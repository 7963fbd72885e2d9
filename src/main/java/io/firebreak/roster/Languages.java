package io.firebreak.roster;

import io.firebreak.access.Actor;
import io.firebreak.ledger.Act;
import io.firebreak.ledger.Ledger;
import io.firebreak.roster.CrisisPlan.PlannedPerson;
import io.firebreak.rule.LanguageTag;
import io.firebreak.rule.Problems;
import io.firebreak.rule.Refusal;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who speaks what. What counts is the language alone: whoever speaks Portuguese speaks that of Brazil, for the question
 * who can translate or check a text. For people whom the crisis plan names the plan says it; for others an administrator.
 */
@Service
public class Languages {

    /** More than anybody speaks. */
    public static final int MAXIMUM = 20;

    private final LanguageStore store;
    private final CrisisPlans plans;
    private final Ledger ledger;

    Languages(LanguageStore store, CrisisPlans plans, Ledger ledger) {
        this.store = store;
        this.plans = plans;
        this.ledger = ledger;
    }

    /**
     * @param tag BCP 47
     */
    @Transactional(readOnly = true)
    public boolean speaks(String userId, String tag) {
        return of(userId).contains(LanguageTag.primary(tag));
    }

    /** The languages of a person, in the order of their codes. */
    @Transactional(readOnly = true)
    public List<String> of(String userId) {
        return planned(userId)
                .map(person -> person.languages().stream().sorted().toList())
                .orElseGet(() -> store.of(userId));
    }

    /** The ids of those who speak a language. */
    @Transactional(readOnly = true)
    public List<String> speakersOf(String tag) {
        String language = LanguageTag.primary(tag);
        Optional<CrisisPlan> plan = plans.imported();
        TreeSet<String> speakers = new TreeSet<>(store.speakersOf(language));
        plan.ifPresent(said -> said.people().forEach((id, person) -> {
            if (person.languages().contains(language)) {
                speakers.add(id);
            } else {
                speakers.remove(id);
            }
        }));
        return List.copyOf(speakers);
    }

    /** The primary codes of all languages that somebody speaks, in their order. */
    @Transactional(readOnly = true)
    public List<String> spoken() {
        Map<String, Collection<String>> byPerson = new HashMap<>(store.all());
        plans.imported().ifPresent(said -> said.people().forEach((id, person) -> byPerson.put(id, person.languages())));
        return byPerson.values().stream()
                .flatMap(Collection::stream)
                .distinct()
                .sorted()
                .toList();
    }

    /**
     * Says which languages a person speaks; what was said before no longer counts.
     *
     * @param tags BCP 47
     * @throws Refusal when one is no language, there are too many, or the crisis plan names the person
     */
    @Transactional
    public void set(String userId, List<String> tags, Actor actor) {
        if (planned(userId).isPresent()) {
            throw Refusal.conflict(
                    "The crisis plan says which languages %s speaks; please change it there.".formatted(userId));
        }
        if (tags.size() > MAXIMUM) {
            throw Refusal.invalid(
                    "languages", "At most %d languages are taken; please leave some out.".formatted(MAXIMUM));
        }
        Problems problems = new Problems();
        TreeSet<String> languages = new TreeSet<>();
        tags.forEach(tag -> {
            String known = problems.collect(() -> LanguageTag.require("languages", tag));
            if (known != null) {
                languages.add(LanguageTag.primary(known));
            }
        });
        problems.refuseIfAny();
        List<String> before = store.of(userId);
        if (before.equals(List.copyOf(languages))) {
            return;
        }
        store.replace(userId, languages);
        ledger.record(new Act(
                        null,
                        actor.id(),
                        "person.languages",
                        "%s speaks %s."
                                .formatted(userId, languages.isEmpty() ? "no language" : String.join(", ", languages)))
                .with("person", userId)
                .with("before", before));
    }

    private Optional<PlannedPerson> planned(String userId) {
        return plans.imported().flatMap(plan -> plan.person(userId));
    }
}
