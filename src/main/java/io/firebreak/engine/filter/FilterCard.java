package io.firebreak.engine.filter;

import io.firebreak.engine.CaseVariables;
import io.firebreak.language.HouseLanguage;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What a list shows of each task beside its name, its holder and when it is due; what a task lacks is left out. */
@Component
class FilterCard {

    private final HouseLanguage language;

    FilterCard(HouseLanguage language) {
        this.language = language;
    }

    /** The properties of a filter with this card. */
    Map<String, Object> properties(String description, int priority) {
        return Map.of(
                "description",
                language.say(description),
                "priority",
                priority,
                "refresh",
                true,
                "showUndefinedVariable",
                false,
                "variables",
                variables());
    }

    private List<Map<String, String>> variables() {
        return List.of(
                shown(CaseVariables.CASE_REFERENCE, "Case"),
                shown(CaseVariables.SEVERITY, "Severity"),
                shown(CaseVariables.CASE_TITLE, "What happened"),
                shown(CaseVariables.CHANNEL, "Channel"),
                shown(CaseVariables.LANGUAGE, "Language"),
                shown(CaseVariables.AREA, "Area"));
    }

    private Map<String, String> shown(String variable, String label) {
        return Map.of("name", variable, "label", language.say(label));
    }
}
