package io.firebreak.webapp;

import io.firebreak.crisis.CaseReference;
import io.firebreak.crisis.Cases;
import io.firebreak.engine.VisibleTasks;
import io.firebreak.engine.VisibleTasks.Matter;
import io.firebreak.ledger.Ledger;
import io.firebreak.publishing.Publishing;
import io.firebreak.statement.PictureFile;
import io.firebreak.statement.Statements;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Puts together what a form shows of a case. */
@Service
class CaseBriefings {

    private final VisibleTasks tasks;
    private final Cases cases;
    private final Statements statements;
    private final Publishing publishing;
    private final Ledger ledger;
    private final KnowledgeOfCases knowledge;

    CaseBriefings(
            VisibleTasks tasks,
            Cases cases,
            Statements statements,
            Publishing publishing,
            Ledger ledger,
            KnowledgeOfCases knowledge) {
        this.tasks = tasks;
        this.cases = cases;
        this.statements = statements;
        this.publishing = publishing;
        this.ledger = ledger;
        this.knowledge = knowledge;
    }

    /** For the task's form; empty when the signed-in person may not see the task. */
    @Transactional(readOnly = true)
    Optional<CaseBriefing> forTask(String taskId) {
        return tasks.matterOf(taskId).map(this::of);
    }

    /** A picture that a version of the case's statement has; empty also when the person may not see the task. */
    @Transactional(readOnly = true)
    Optional<PictureFile> picture(String taskId, String sha256) {
        return tasks.matterOf(taskId).stream()
                .flatMap(matter -> statements.versionsOf(matter.caseReference()).stream())
                .filter(version -> version.text().pictures().stream()
                        .anyMatch(picture -> picture.sha256().equals(sha256)))
                .flatMap(version -> statements.picturesOf(version).stream())
                .filter(file -> file.picture().sha256().equals(sha256))
                .findFirst();
    }

    private CaseBriefing of(Matter matter) {
        String reference = matter.caseReference();
        return CaseBriefing.of(
                matter,
                cases.get(CaseReference.parse(reference)),
                statements.nextIsCorrection(reference),
                statements.versionsOf(reference),
                publishing.of(reference),
                ledger.of(reference),
                knowledge.of(CaseReference.parse(reference), matter.area()));
    }
}
