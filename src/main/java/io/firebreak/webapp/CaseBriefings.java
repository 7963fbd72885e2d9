package io.firebreak.webapp;

import io.firebreak.crisis.CaseReference;
import io.firebreak.crisis.Cases;
import io.firebreak.engine.Caller;
import io.firebreak.engine.VisibleTasks;
import io.firebreak.engine.VisibleTasks.Matter;
import io.firebreak.ledger.Ledger;
import io.firebreak.roster.Languages;
import io.firebreak.statement.LoneApprovals;
import io.firebreak.statement.PictureFile;
import io.firebreak.statement.Postures;
import io.firebreak.statement.Promises;
import io.firebreak.statement.Statement;
import io.firebreak.statement.StatementKind;
import io.firebreak.statement.StatementVersion;
import io.firebreak.statement.Statements;
import io.firebreak.statement.TextReview;
import io.firebreak.webapp.CaseBriefing.Stance;
import io.firebreak.webapp.CaseBriefing.Text;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Puts together what a form shows of a case. */
@Service
class CaseBriefings {

    private final VisibleTasks tasks;
    private final Cases cases;
    private final Statements statements;
    private final Caller caller;
    private final Promises promises;
    private final Postures postures;
    private final Languages languages;
    private final PublishedTexts published;
    private final LoneApprovals approvals;
    private final Ledger ledger;
    private final KnowledgeOfCases knowledge;
    private final TextReview review;

    CaseBriefings(
            VisibleTasks tasks,
            Caller caller,
            Cases cases,
            Statements statements,
            Promises promises,
            Postures postures,
            Languages languages,
            PublishedTexts published,
            LoneApprovals approvals,
            Ledger ledger,
            KnowledgeOfCases knowledge,
            TextReview review) {
        this.approvals = approvals;
        this.caller = caller;
        this.promises = promises;
        this.postures = postures;
        this.languages = languages;
        this.tasks = tasks;
        this.cases = cases;
        this.statements = statements;
        this.published = published;
        this.ledger = ledger;
        this.knowledge = knowledge;
        this.review = review;
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
                .flatMap(matter -> statements.allVersionsOf(matter.caseReference()).stream())
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
                textOf(matter),
                promises.owed(reference).map(Promises.Owed::dueAt),
                postures.of(reference).map(taken -> Stance.of(taken, statements.approvedApologies(reference))),
                published.of(CaseReference.parse(reference)),
                ledger.of(reference),
                knowledge.of(CaseReference.parse(reference), matter.area(), matter.channel()),
                version -> review.of(version).orElse(null));
    }

    private Text textOf(Matter matter) {
        String reference = matter.caseReference();
        Optional<Statement> statement = matter.language() == null
                ? statements.find(reference, matter.statement())
                : statements.translationInto(reference, matter.language());
        boolean translated = matter.language() != null
                || statement
                        .map(found -> found.kind() == StatementKind.TRANSLATION)
                        .orElse(false);
        return new Text(
                statement.orElse(null),
                statement.map(found -> statements.versionsOf(found.id())).orElse(List.of()),
                translated ? originalOf(reference) : null,
                statement.map(found -> statements.nextIsCorrection(found.id())).orElse(false),
                statement
                        .flatMap(found -> statements.latestOf(found.id()))
                        .map(version -> languages.speaks(
                                caller.actor().id(), version.text().language()))
                        .orElse(true),
                approvals.mayApprove(reference, caller.actor()));
    }

    private StatementVersion originalOf(String reference) {
        return statements
                .find(reference, null)
                .flatMap(own -> statements.latestApprovedOf(own.id()))
                .orElse(null);
    }
}
