package io.firebreak.engine.guard;

import io.firebreak.access.Actor;
import io.firebreak.engine.Caller;
import io.firebreak.engine.ChangedMeanwhile;
import io.firebreak.language.StaffWords;
import io.firebreak.ledger.OneLine;
import io.firebreak.rule.Refusal;
import jakarta.ws.rs.core.Response;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.cmd.ExecuteJobsCmd;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.rest.exception.InvalidRequestException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings a refusal from deep inside the engine out as the sentence that it is, in the language of whoever asked. The
 * engine would wrap it in its own words and answer "500 Internal Server Error"; the exceptions thrown here are those
 * that its REST API answers with "400 Bad Request".
 */
class RefusalInterceptor extends CommandInterceptor {

    private static final Logger log = LoggerFactory.getLogger(RefusalInterceptor.class);

    private final Caller caller;
    private final StaffWords words;

    RefusalInterceptor(Caller caller, StaffWords words) {
        this.caller = caller;
        this.words = words;
    }

    @Override
    public <T> T execute(Command<T> command) {
        try {
            return next.execute(command);
        } catch (ProcessEngineException | Refusal failure) {
            Refusal refusal = refusalBehind(failure, command);
            if (refusal == null || failure instanceof Reported) {
                throw failure;
            }
            throw reported(command, refusal);
        }
    }

    /** The engine itself repeats a job that came too late, so it has to see its own exception. */
    private Refusal refusalBehind(RuntimeException failure, Command<?> command) {
        boolean tooLate = failure instanceof OptimisticLockingException
                && !(command instanceof ExecuteJobsCmd)
                && !caller.actor().equals(Actor.FIREBREAK);
        return tooLate ? ChangedMeanwhile.refusal() : Refusal.behind(failure);
    }

    private RuntimeException reported(Command<?> command, Refusal refusal) {
        // what Firebreak itself asked the engine for is written to the log by who asked
        if (!caller.actor().equals(Actor.FIREBREAK)) {
            log.info("Refused: {}", OneLine.of(refusal.getMessage()));
        }
        String sentence = words.forViewer(refusal.getMessage());
        if (FormCommands.startsProcessWithoutForm(command)) {
            return new StartRefused(refusal, sentence);
        }
        return FormCommands.isForm(command)
                ? new FormRefused(refusal, sentence)
                : new CommandRefused(refusal, sentence);
    }

    /** Says that a refusal has been brought out by an inner command already. */
    private interface Reported {}

    private static final class FormRefused extends FormFieldValidationException implements Reported {
        FormRefused(Refusal refusal, String sentence) {
            super(refusal.kind(), sentence, refusal);
        }
    }

    /** The REST API answers any other exception of the engine at a start with "500 Internal Server Error". */
    private static final class StartRefused extends InvalidRequestException implements Reported {
        StartRefused(Refusal refusal, String sentence) {
            super(Response.Status.BAD_REQUEST, refusal, sentence);
        }
    }

    private static final class CommandRefused extends BadUserRequestException implements Reported {
        CommandRefused(Refusal refusal, String sentence) {
            super(sentence, refusal);
        }
    }
}
