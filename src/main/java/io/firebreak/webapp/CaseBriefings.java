package io.firebreak.webapp;

import io.firebreak.crisis.CaseReference;
import io.firebreak.crisis.Cases;
import io.firebreak.engine.VisibleTasks;
import io.firebreak.engine.VisibleTasks.Matter;
import io.firebreak.ledger.Ledger;
import io.firebreak.publishing.Publishing;
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

    CaseBriefings(VisibleTasks tasks, Cases cases, Statements statements, Publishing publishing, Ledger ledger) {
        this.tasks = tasks;
        this.cases = cases;
        this.statements = statements;
        this.publishing = publishing;
        this.ledger = ledger;
    }

    /** For the task's form; empty when the signed-in person may not see the task. */
    @Transactional(readOnly = true)
    Optional<CaseBriefing> forTask(String taskId) {
        return tasks.matterOf(taskId).map(this::of);
    }

    private CaseBriefing of(Matter matter) {
        String reference = matter.caseReference();
        return CaseBriefing.of(
                matter,
                cases.get(CaseReference.parse(reference)),
                statements.nextIsCorrection(reference),
                statements.versionsOf(reference),
                publishing.of(reference),
                ledger.of(reference));
    }
}
