package io.firebreak.engine;

import io.firebreak.ledger.OneLine;
import io.firebreak.rule.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Two people moved the same case at the same moment: the first was heard, the second is asked to do it again. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
public class ChangedMeanwhile {

    private static final Logger log = LoggerFactory.getLogger(ChangedMeanwhile.class);

    /** What the second of the two is told; nothing of what they asked for has happened. */
    public static Refusal refusal() {
        return Refusal.conflict("The case changed at this very moment; please do it again, what you entered is kept.");
    }

    /** Our API calls the engine as Firebreak, so its guard lets the engine's own exception through. */
    @ExceptionHandler(OptimisticLockingException.class)
    ProblemDetail changedMeanwhile(HttpServletRequest request) {
        String sentence = refusal().getMessage();
        log.info("Refused {} {}: {}", request.getMethod(), OneLine.of(request.getRequestURI()), sentence);
        return ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, sentence);
    }
}
