package io.firebreak.webapp;

import io.firebreak.crisis.CaseReference;
import io.firebreak.crisis.Cases;
import io.firebreak.crisis.CrisisCase;
import io.firebreak.engine.VisibleTasks;
import io.firebreak.statement.Posture;
import io.firebreak.statement.Postures;
import io.firebreak.statement.template.StatementTemplate;
import io.firebreak.statement.template.StatementTemplates;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The templates that fit the case of a task; empty for who may not see the task. */
@Service
class TemplateBriefings {

    private final VisibleTasks tasks;
    private final Cases cases;
    private final Postures postures;
    private final StatementTemplates templates;

    TemplateBriefings(VisibleTasks tasks, Cases cases, Postures postures, StatementTemplates templates) {
        this.tasks = tasks;
        this.cases = cases;
        this.postures = postures;
        this.templates = templates;
    }

    /**
     * A template as forms take it.
     *
     * @param advised whether its posture is the case's
     * @param known null unless it is for holding, as is {@code checked}
     * @param hints by the blank's words
     */
    record Offered(
            String name,
            String posture,
            boolean advised,
            String language,
            String title,
            String body,
            String known,
            String checked,
            Map<String, String> hints) {

        static Offered of(StatementTemplate template, Posture posture) {
            return new Offered(
                    template.name(),
                    template.posture().name(),
                    template.posture() == posture,
                    template.language(),
                    template.title(),
                    template.body(),
                    template.known(),
                    template.checked(),
                    template.hints());
        }
    }

    /** Those of the case's posture first. */
    @Transactional(readOnly = true)
    Optional<List<Offered>> forTask(String taskId) {
        return tasks.matterOf(taskId).map(matter -> of(CaseReference.parse(matter.caseReference())));
    }

    private List<Offered> of(CaseReference reference) {
        CrisisCase crisisCase = cases.get(reference);
        if (crisisCase.facts() == null) {
            return List.of();
        }
        Posture posture =
                postures.of(reference.toString()).map(Postures.Taken::posture).orElse(Posture.HOLD);
        return templates.of(crisisCase.facts().category()).stream()
                .map(template -> Offered.of(template, posture))
                .sorted(Comparator.comparing(template -> !template.advised()))
                .toList();
    }
}
