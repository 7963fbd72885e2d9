package io.firebreak.statement.process;

import io.firebreak.engine.FormInputs;
import io.firebreak.engine.ReservedVariables;
import io.firebreak.engine.TaskAct;
import io.firebreak.engine.TaskRule;
import io.firebreak.engine.TaskSubject;
import io.firebreak.rule.Refusal;
import io.firebreak.statement.Approvals;
import io.firebreak.statement.Ballot;
import io.firebreak.statement.LoneApprovals;
import io.firebreak.statement.Statement;
import io.firebreak.statement.StatementKind;
import io.firebreak.statement.StatementVersion;
import io.firebreak.statement.Statements;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** <em>Approve the statement</em>: somebody who wrote none of it agrees to exactly this text, or sends it back. */
@Component
class ApproveStatement implements TaskRule, ReservedVariables {

    /** What diagrams read that were deployed before votes were kept by role. */
    private static final String STATEMENT_APPROVED = "statementApproved";

    private enum Decision {
        APPROVE,
        /** In place of everybody, in an emergency. */
        APPROVE_ALONE,
        SEND_BACK
    }

    private final Statements statements;
    private final Approvals approvals;
    private final LoneApprovals alone;
    private final Speakers speakers;
    private final ConsultationGaps gaps;

    ApproveStatement(
            Statements statements, Approvals approvals, LoneApprovals alone, Speakers speakers, ConsultationGaps gaps) {
        this.statements = statements;
        this.approvals = approvals;
        this.alone = alone;
        this.speakers = speakers;
        this.gaps = gaps;
    }

    @Override
    public String task() {
        return "UserTask_ApproveStatement";
    }

    @Override
    public Set<String> inputs() {
        return Set.of("decision", "comments", "sha256", "goOnWithGaps", "gapReason");
    }

    @Override
    public Set<String> names() {
        return Set.of(STATEMENT_APPROVED);
    }

    @Override
    public Map<String, String> barred(TaskSubject subject) {
        return statements
                .find(subject.caseReference(), subject.statement())
                .flatMap(statement -> statements.latestOf(statement.id()))
                .map(ApproveStatement::barred)
                .orElse(Map.of());
    }

    private static Map<String, String> barred(StatementVersion version) {
        Map<String, String> why = new HashMap<>();
        version.agreement().votes().forEach(vote -> why.put(vote.votedBy(), "has voted about this text already"));
        version.authors().forEach(author -> why.put(author, "wrote in this text"));
        return why;
    }

    @Override
    public boolean isOneByOne() {
        return true;
    }

    @Override
    public void complete(TaskAct act) {
        Decision decision = act.inputs().choice("decision", "The decision", Decision.class);
        switch (decision) {
            case APPROVE -> {
                requireReady(act);
                approvals.agree(act.caseReference(), act.statement(), ballot(act), act.actor());
            }
            case APPROVE_ALONE -> {
                requireReady(act);
                FormInputs inputs = act.inputs();
                alone.approve(
                        act.caseReference(),
                        act.statement(),
                        inputs.text("sha256"),
                        inputs.text("comments"),
                        act.actor());
            }
            case SEND_BACK -> approvals.sendBack(act.caseReference(), act.statement(), ballot(act), act.actor());
        }
        act.result(STATEMENT_APPROVED, decision != Decision.SEND_BACK);
    }

    private static Ballot ballot(TaskAct act) {
        return new Ballot(
                act.asked().groups(),
                act.asked().byName(),
                act.inputs().text("sha256"),
                act.inputs().text("comments"));
    }

    private void requireReady(TaskAct act) {
        try {
            requireReader(act);
        } catch (Refusal refusal) {
            approvals.recordRefused(act.caseReference(), refusal, act.actor());
            throw refusal;
        }
        gaps.require(act);
    }

    /** Whoever can't read a translation can't say that it is right. */
    private void requireReader(TaskAct act) {
        latest(act)
                .filter(version -> version.kind() == StatementKind.TRANSLATION)
                .ifPresent(version -> speakers.require(version.text().language(), act, version.authors()));
    }

    private Optional<StatementVersion> latest(TaskAct act) {
        return statements
                .find(act.caseReference(), act.statement())
                .map(Statement::id)
                .flatMap(statements::latestOf);
    }
}
