package io.firebreak.publishing.process;

import io.firebreak.crisis.CrisisCase;
import io.firebreak.engine.CaseVariables;
import io.firebreak.publishing.Publication;
import io.firebreak.publishing.Publishing;
import io.firebreak.statement.StatementKind;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Doubts that no step of a process asks a person about any more. New facts end the publication of a text, a merge ends
 * all of a case; whether what was sent before is public has to be found out all the same.
 */
@Component
class OpenDoubts {

    static final String PUBLISH_ON_CHANNEL = "PublishOnChannel";

    private final RuntimeService runtimeService;
    private final Publishing publishing;

    OpenDoubts(@Lazy RuntimeService runtimeService, Publishing publishing) {
        this.runtimeService = runtimeService;
        this.publishing = publishing;
    }

    /** The references of the cases that have any doubt, whether it is asked about or not. */
    List<String> cases() {
        return publishing.casesInDoubt();
    }

    /** One text on one channel. */
    private record Place(UUID statement, String channel) {

        static Place of(Publication publication) {
            return new Place(publication.statementId(), publication.channel());
        }
    }

    /** Starts the step for each place in doubt that has none. In the caller's transaction, which has locked the case. */
    void ask(CrisisCase crisisCase) {
        List<Publication> doubts = publishing.uncertain(crisisCase.reference());
        if (doubts.isEmpty()) {
            return;
        }
        Set<Place> inDoubt = doubts.stream().map(Place::of).collect(Collectors.toCollection(HashSet::new));
        inDoubt.removeAll(placesWithStep(crisisCase.reference().toString(), ownStatement(doubts)));
        inDoubt.forEach(place -> start(crisisCase, place));
    }

    /** The case's own statement, which a process need not name; null where nothing of it is in doubt. */
    private static UUID ownStatement(List<Publication> doubts) {
        return doubts.stream()
                .filter(publication -> publication.kind() == StatementKind.STATEMENT)
                .map(Publication::statementId)
                .findFirst()
                .orElse(null);
    }

    private Set<Place> placesWithStep(String reference, UUID ownStatement) {
        return runtimeService
                .createProcessInstanceQuery()
                .processDefinitionKey(PUBLISH_ON_CHANNEL)
                .processInstanceBusinessKey(reference)
                .list()
                .stream()
                .map(instance -> placeOf(instance.getId(), ownStatement))
                .collect(Collectors.toSet());
    }

    private Place placeOf(String instance, UUID ownStatement) {
        UUID statement = CaseVariables.statementIn(runtimeService.getVariable(instance, CaseVariables.STATEMENT));
        return new Place(statement == null ? ownStatement : statement, (String)
                runtimeService.getVariable(instance, CaseVariables.CHANNEL));
    }

    private void start(CrisisCase crisisCase, Place place) {
        Map<String, Object> variables = variables(crisisCase, place.channel());
        variables.put(CaseVariables.STATEMENT, place.statement().toString());
        runtimeService.startProcessInstanceByKey(
                PUBLISH_ON_CHANNEL, crisisCase.reference().toString(), variables);
    }

    /** What each process about one channel of a case is given. */
    static Map<String, Object> variables(CrisisCase crisisCase, String channel) {
        Map<String, Object> variables = new HashMap<>();
        variables.put(CaseVariables.CASE_REFERENCE, crisisCase.reference().toString());
        variables.put(CaseVariables.CASE_TITLE, crisisCase.report().title());
        variables.put(
                CaseVariables.SEVERITY,
                crisisCase.severity() == null ? null : crisisCase.severity().name());
        variables.put(CaseVariables.CHANNEL, channel);
        return variables;
    }
}
