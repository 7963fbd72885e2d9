package io.firebreak.statement.process;

import static java.util.stream.Collectors.toMap;

import io.firebreak.engine.FormInputs;
import io.firebreak.engine.ReservedVariables;
import io.firebreak.engine.TaskAct;
import io.firebreak.engine.TaskRule;
import io.firebreak.engine.TaskSubject;
import io.firebreak.rule.Refusal;
import io.firebreak.statement.StatementKind;
import io.firebreak.statement.StatementVersion;
import io.firebreak.statement.Statements;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** <em>Approve the statement</em>: somebody who wrote none of it approves exactly this text, or sends it back. */
@Component
class ApproveStatement implements TaskRule, ReservedVariables {

    private static final String STATEMENT_APPROVED = "statementApproved";

    private enum Decision {
        APPROVE,
        SEND_BACK
    }

    private final Statements statements;
    private final Speakers speakers;
    private final ConsultationGaps gaps;

    ApproveStatement(Statements statements, Speakers speakers, ConsultationGaps gaps) {
        this.statements = statements;
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
                .map(StatementVersion::authors)
                .map(authors -> authors.stream().collect(toMap(author -> author, author -> "wrote in this text")))
                .orElse(Map.of());
    }

    @Override
    public void complete(TaskAct act) {
        FormInputs inputs = act.inputs();
        Decision decision = inputs.choice("decision", "The decision", Decision.class);
        String seen = inputs.text("sha256");
        if (decision == Decision.APPROVE) {
            requireReader(act);
            gaps.require(act);
            statements.approve(act.caseReference(), act.statement(), seen, inputs.text("comments"), act.actor());
        } else {
            statements.sendBack(act.caseReference(), act.statement(), seen, inputs.text("comments"), act.actor());
        }
        act.result(STATEMENT_APPROVED, decision == Decision.APPROVE);
    }

    /** Whoever can't read a translation can't say that it is right. */
    private void requireReader(TaskAct act) {
        try {
            statements
                    .find(act.caseReference(), act.statement())
                    .filter(statement -> statement.kind() == StatementKind.TRANSLATION)
                    .flatMap(statement -> statements.latestOf(statement.id()))
                    .ifPresent(version -> speakers.require(version.text().language(), act, version.authors()));
        } catch (Refusal refusal) {
            statements.recordRefusedApproval(act.caseReference(), refusal, act.actor());
            throw refusal;
        }
    }
}
