package io.firebreak.engine.guard;

import io.firebreak.rule.Refusal;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings a refusal from deep inside the engine out as the sentence that it is. The engine would wrap it in its own
 * words and answer "500 Internal Server Error"; the exceptions thrown here are those that its REST API answers with
 * "400 Bad Request".
 */
class RefusalInterceptor extends CommandInterceptor {

    private static final Logger log = LoggerFactory.getLogger(RefusalInterceptor.class);

    @Override
    public <T> T execute(Command<T> command) {
        try {
            return next.execute(command);
        } catch (ProcessEngineException | Refusal failure) {
            Refusal refusal = Refusal.behind(failure);
            if (refusal == null || failure instanceof Reported) {
                throw failure;
            }
            throw FormCommands.isForm(command) ? new FormRefused(refusal) : new CommandRefused(refusal);
        }
    }

    /** Says that a refusal has been brought out by an inner command already. */
    private interface Reported {}

    private static final class FormRefused extends FormFieldValidationException implements Reported {
        FormRefused(Refusal refusal) {
            super(refusal.kind(), refusal.getMessage(), refusal);
            log.info("Refused: {}", refusal.getMessage());
        }
    }

    private static final class CommandRefused extends BadUserRequestException implements Reported {
        CommandRefused(Refusal refusal) {
            super(refusal.getMessage(), refusal);
            log.info("Refused: {}", refusal.getMessage());
        }
    }
}
