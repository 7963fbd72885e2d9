package io.firebreak.statement;

import io.firebreak.access.Actor;
import io.firebreak.crisis.CaseReference;
import io.firebreak.crisis.Cases;
import io.firebreak.crisis.CrisisCase;
import io.firebreak.ledger.Ledger;
import io.firebreak.rule.Listing;
import io.firebreak.rule.Refusal;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who has to agree to a version: decided when it is handed in, whichever way it comes, and again when the case changes.
 * The last answer counts; each is kept.
 */
@Service
public class ApprovalRounds {

    private final StatementStore statements;
    private final VersionStore versions;
    private final ApprovalStore approvals;
    private final Approvers approvers;
    private final Cases cases;
    private final Postures postures;
    private final Ledger ledger;
    private final Clock clock;

    ApprovalRounds(
            StatementStore statements,
            VersionStore versions,
            ApprovalStore approvals,
            Approvers approvers,
            Cases cases,
            Postures postures,
            Ledger ledger,
            Clock clock) {
        this.statements = statements;
        this.versions = versions;
        this.approvals = approvals;
        this.approvers = approvers;
        this.cases = cases;
        this.postures = postures;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * What is known of the version that was handed in last.
     *
     * @param statementId null for the case's own statement
     * @throws Refusal when there is no such text
     */
    @Transactional(readOnly = true)
    public ApproverFacts factsOf(String caseReference, UUID statementId) {
        return facts(caseReference, latest(statement(caseReference, statementId)));
    }

    /**
     * Keeps who has to agree to the version that was handed in last, as the table says that belongs to the process. Said
     * again, it changes nothing.
     *
     * @param statementId null for the case's own statement
     * @throws Refusal when the table names nobody
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void decide(String caseReference, UUID statementId, List<Required> rows) {
        Statement statement =
                statements.lock(statement(caseReference, statementId).id()).orElseThrow();
        keep(statement, latest(statement), rows);
    }

    /** The same as the newest table says, for a version that is new. */
    void decide(Statement statement, StatementVersion version) {
        keep(statement, version, approvers.of(facts(statement.caseReference(), version)));
    }

    /**
     * How far people agree by another list than the one that is kept: votes are the same.
     *
     * @param rows as the table answers now
     * @return empty where it is the same list
     */
    @Transactional(readOnly = true)
    public Optional<Agreement> otherwise(String caseReference, UUID statementId, List<Required> rows) {
        Agreement kept = latest(statement(caseReference, statementId)).agreement();
        List<Required> required = Agreement.tidied(rows);
        return kept.required().equals(required) ? Optional.empty() : Optional.of(new Agreement(required, kept.votes()));
    }

    private void keep(Statement statement, StatementVersion version, List<Required> rows) {
        List<Required> required = Agreement.tidied(rows);
        if (required.isEmpty()) {
            throw Refusal.conflict(
                    "The table Approvers names nobody for this text; please ask a process designer to repair it.");
        }
        if (required.equals(version.agreement().required())) {
            return;
        }
        String severity = severityOf(cases.get(CaseReference.parse(statement.caseReference())));
        approvals.addRound(version.id(), required, severity.isEmpty() ? null : severity, clock.instant());
        ledger.record(VersionAct.of(
                        statement,
                        version,
                        Actor.FIREBREAK,
                        "toApprove",
                        "Who has to agree to %2$s: %3$s.",
                        described(new Agreement(required, List.of())))
                .with("severity", severity));
    }

    /** As in "Crisis lead and Legal, then Management". */
    private static String described(Agreement agreement) {
        Map<Integer, List<Seat>> steps = agreement.seats().stream()
                .collect(Collectors.groupingBy(Seat::step, TreeMap::new, Collectors.toList()));
        return Listing.then(steps.values().stream().map(Seat::described).toList());
    }

    private ApproverFacts facts(String caseReference, StatementVersion version) {
        CrisisCase crisisCase = cases.get(CaseReference.parse(caseReference));
        return new ApproverFacts(
                version.kind().name(),
                severityOf(crisisCase),
                crisisCase.facts() == null ? "" : crisisCase.facts().category().name(),
                postures.of(caseReference).map(taken -> taken.posture().name()).orElse(""),
                version.text().apology());
    }

    private static String severityOf(CrisisCase crisisCase) {
        return crisisCase.severity() == null ? "" : crisisCase.severity().name();
    }

    private Statement statement(String caseReference, UUID statementId) {
        Optional<Statement> found = statementId == null
                ? statements.ownOf(caseReference)
                : statements
                        .find(statementId)
                        .filter(statement -> statement.caseReference().equals(caseReference));
        return found.orElseThrow(() -> Refusal.conflict("There is no statement of " + caseReference + " yet."));
    }

    private StatementVersion latest(Statement statement) {
        return versions.versionsOf(statement.id()).stream()
                .reduce((earlier, later) -> later)
                .orElseThrow(() -> Refusal.conflict("There is no statement of " + statement.caseReference() + " yet."));
    }
}
