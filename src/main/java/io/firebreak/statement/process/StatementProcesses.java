package io.firebreak.statement.process;

import io.firebreak.engine.StaffProcesses;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The processes in which texts are written, translated and approved. */
@Component
class StatementProcesses implements StaffProcesses {

    @Override
    public Set<String> processes() {
        return Set.of(
                "RespondInPublic",
                "StatementApproval",
                "HoldingStatement",
                "TranslateStatement",
                LoneApprovalTokens.REVIEW);
    }
}
