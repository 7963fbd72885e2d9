package io.firebreak.statement.process;

import io.firebreak.access.Actor;
import io.firebreak.access.Role;
import io.firebreak.engine.FormInputs;
import io.firebreak.engine.ReservedVariables;
import io.firebreak.engine.TaskAct;
import io.firebreak.engine.TaskRule;
import io.firebreak.engine.TaskSubject;
import io.firebreak.rule.Refusal;
import io.firebreak.statement.Approvals;
import io.firebreak.statement.Ballot;
import io.firebreak.statement.ConsultationGaps;
import io.firebreak.statement.ConsultationGaps.GoingOn;
import io.firebreak.statement.LoneApprovals;
import io.firebreak.statement.LoneBallot;
import io.firebreak.statement.Seen;
import io.firebreak.statement.Speakers;
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

    static final String TASK = "UserTask_ApproveStatement";

    /** What diagrams read that were deployed before votes were kept by role. */
    private static final String STATEMENT_APPROVED = "statementApproved";

    enum Decision {
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
        return TASK;
    }

    @Override
    public Set<String> inputs() {
        return Set.of("decision", "comments", "sha256", "factSheetVersion", "goOnWithGaps", "gapReason");
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

    /** One of management may approve alone in an emergency, also where others are asked. */
    @Override
    public Set<String> furtherGroups() {
        return Set.of(Role.MANAGEMENT.groupId());
    }

    @Override
    public boolean admits(String person, TaskSubject subject) {
        return alone.mayApprove(subject.caseReference(), new Actor(person));
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
            case APPROVE_ALONE ->
                alone.approve(
                        act.caseReference(),
                        act.statement(),
                        new LoneBallot(seen(act), act.inputs().text("comments"), goingOn(act)),
                        act.actor());
            case SEND_BACK -> approvals.sendBack(act.caseReference(), act.statement(), ballot(act), act.actor());
        }
        act.result(STATEMENT_APPROVED, decision != Decision.SEND_BACK);
    }

    private static Ballot ballot(TaskAct act) {
        return new Ballot(
                act.asked().groups(),
                act.asked().byName(),
                seen(act),
                act.inputs().text("comments"));
    }

    private void requireReady(TaskAct act) {
        StatementVersion version = latest(act).orElse(null);
        if (version == null) {
            return;
        }
        try {
            requireReader(version, act);
        } catch (Refusal refusal) {
            approvals.recordRefused(act.caseReference(), refusal, act.actor());
            throw refusal;
        }
        gaps.require(act.caseReference(), version.kind(), goingOn(act), act.actor());
    }

    /** Whoever can't read a translation can't say that it is right. */
    private void requireReader(StatementVersion version, TaskAct act) {
        if (version.kind() == StatementKind.TRANSLATION) {
            speakers.require(
                    version.text().language(),
                    person -> act.isFor(person) && !version.authors().contains(person),
                    act.actor());
        }
    }

    private Optional<StatementVersion> latest(TaskAct act) {
        return statements
                .find(act.caseReference(), act.statement())
                .map(Statement::id)
                .flatMap(statements::latestOf);
    }

    private static Seen seen(TaskAct act) {
        FormInputs inputs = act.inputs();
        int factSheet = inputs.has("factSheetVersion")
                ? inputs.number("factSheetVersion", "The version of the fact sheet", 0, Integer.MAX_VALUE)
                : 0;
        return new Seen(inputs.text("sha256"), factSheet);
    }

    private static GoingOn goingOn(TaskAct act) {
        return new GoingOn(act.inputs().ticked("goOnWithGaps"), act.inputs().text("gapReason"));
    }
}
