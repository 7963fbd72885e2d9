package io.firebreak.engine.guard;

import io.firebreak.rule.Refusal;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.cmd.AbstractExecuteFilterCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;

/**
 * Refuses expressions in ad-hoc task queries. The engine's own check (7.24.0) looks only at the top of a query; an
 * expression in one of its or-parts would be executed for any user who is signed in, which is to run code.
 */
class AdhocExpressionInterceptor extends CommandInterceptor {

    @Override
    public <T> T execute(Command<T> command) {
        if (command instanceof TaskQueryImpl query) {
            refuseExpressions(query);
        } else if (command instanceof AbstractExecuteFilterCmd
                && CommandField.read(command, "extendingQuery") instanceof TaskQueryImpl query) {
            refuseExpressions(query);
        }
        return next.execute(command);
    }

    private void refuseExpressions(TaskQueryImpl query) {
        for (TaskQueryImpl part : query.getQueries()) {
            if (!part.getExpressions().isEmpty()) {
                throw Refusal.notAllowed("Expressions are not allowed in task queries; please give plain values.");
            }
        }
    }
}
