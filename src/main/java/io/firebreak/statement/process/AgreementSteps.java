package io.firebreak.statement.process;

import io.firebreak.engine.CaseVariables;
import io.firebreak.engine.ProcessBean;
import io.firebreak.rule.Refusal;
import io.firebreak.statement.Agreement;
import io.firebreak.statement.ApprovalRounds;
import io.firebreak.statement.Seat;
import io.firebreak.statement.Statement;
import io.firebreak.statement.Statements;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** Where the agreement to a text stands, for diagrams: from the votes as they are kept, not from variables. */
@ProcessBean("agreement")
public class AgreementSteps {

    private final Statements statements;
    private final ApprovalRounds rounds;
    private final TableOfApprovers table;

    AgreementSteps(Statements statements, ApprovalRounds rounds, TableOfApprovers table) {
        this.statements = statements;
        this.rounds = rounds;
        this.table = table;
    }

    /**
     * Of whom the present step is asked: for each missing agreement the ids of the groups of which one has to agree, with
     * commas between them. Empty when none is missing.
     */
    public List<String> asked(DelegateExecution execution) {
        Agreement agreement = of(execution);
        if (isOver(agreement)) {
            return List.of();
        }
        return agreement.openSeats().stream()
                .map(Seat::roles)
                .map(roles -> String.join(",", roles))
                .toList();
    }

    /** Whether nobody else has to be asked: everybody agrees whom it needs, or somebody sent the text back. */
    public boolean isOver(DelegateExecution execution) {
        return isOver(of(execution));
    }

    /** Whether everybody agrees whom it needs. */
    public boolean isReached(DelegateExecution execution) {
        return of(execution).isReached();
    }

    /** Whether somebody sent the text back. */
    public boolean isSentBack(DelegateExecution execution) {
        return of(execution).against().isPresent();
    }

    /**
     * Whether the case has become another one, so that others have to agree than are asked. Cases that run on a former
     * diagram ask it; the present one asks whether somebody is missing.
     */
    public boolean isOutdated(DelegateExecution execution) {
        return byTheTableNow(execution).isPresent();
    }

    /** Whether others have to agree by now than are asked, and not all of them have. */
    public boolean wantsOthers(DelegateExecution execution) {
        return byTheTableNow(execution).filter(agreement -> !isOver(agreement)).isPresent();
    }

    /** Whether others have to agree by now than are asked, and all of them have. */
    public boolean isReachedAnyway(DelegateExecution execution) {
        return byTheTableNow(execution).filter(AgreementSteps::isOver).isPresent();
    }

    private Optional<Agreement> byTheTableNow(DelegateExecution execution) {
        String reference = execution.getProcessBusinessKey();
        UUID text = text(execution);
        return rounds.otherwise(
                reference, text, table.of(rounds.factsOf(reference, text), execution.getProcessDefinitionId()));
    }

    /** Keeps whom the table names by now. */
    void decideAnew(DelegateExecution execution) {
        String reference = execution.getProcessBusinessKey();
        UUID text = text(execution);
        rounds.decide(reference, text, table.of(rounds.factsOf(reference, text), execution.getProcessDefinitionId()));
    }

    private static boolean isOver(Agreement agreement) {
        return agreement.isReached() || agreement.against().isPresent();
    }

    private Agreement of(DelegateExecution execution) {
        String reference = execution.getProcessBusinessKey();
        return statements
                .find(reference, text(execution))
                .map(Statement::id)
                .flatMap(statements::latestOf)
                .orElseThrow(() -> Refusal.conflict("There is no statement of %s yet.".formatted(reference)))
                .agreement();
    }

    private static UUID text(DelegateExecution execution) {
        return CaseVariables.statementIn(execution.getVariable(CaseVariables.STATEMENT));
    }
}
