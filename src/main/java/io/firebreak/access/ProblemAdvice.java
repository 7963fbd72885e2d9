package io.firebreak.access;

import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import io.firebreak.ledger.OneLine;
import io.firebreak.rule.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** What the API answers when it does not do what it was asked: problems of RFC 9457, each with a sentence. */
@RestControllerAdvice
class ProblemAdvice extends ResponseEntityExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);

    /** The engine may have wrapped the refusal; whatever else went wrong is ours, and stays in our log. */
    @ExceptionHandler(RuntimeException.class)
    ProblemDetail failed(RuntimeException failure, HttpServletRequest request) {
        Refusal refusal = Refusal.behind(failure);
        return refusal == null ? unexpected(failure, request) : refused(refusal, request);
    }

    @Override
    protected ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException failure, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        ProblemDetail problem = bodyLimitBehind(failure);
        if (problem == null) {
            problem = ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, sentenceFor(failure));
        }
        return handleExceptionInternal(failure, problem, headers, HttpStatusCode.valueOf(problem.getStatus()), request);
    }

    private static String sentenceFor(HttpMessageNotReadableException failure) {
        return failure.getCause() instanceof InvalidFormatException wrong
                        && wrong.getTargetType() != null
                        && wrong.getTargetType().isEnum()
                ? "The field %s must be %s.".formatted(fieldOf(wrong), oneOf(wrong.getTargetType()))
                : "The request's body is no JSON of the expected form.";
    }

    /** Its way from the outermost object, without the positions in lists. */
    private static String fieldOf(InvalidFormatException wrong) {
        return wrong.getPath().stream()
                .map(Reference::getFieldName)
                .filter(Objects::nonNull)
                .collect(Collectors.joining("."));
    }

    private static String oneOf(Class<?> type) {
        return "one of "
                + Arrays.stream(type.getEnumConstants()).map(String::valueOf).collect(Collectors.joining(", "));
    }

    @Override
    protected ResponseEntity<Object> handleTypeMismatch(
            TypeMismatchException failure, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        String name = failure instanceof MethodArgumentTypeMismatchException argument ? argument.getName() : "value";
        Class<?> type = failure.getRequiredType();
        String expected = type != null && type.isEnum()
                ? oneOf(type)
                : type == boolean.class ? "true or false" : "a whole number";
        ProblemDetail problem =
                ProblemDetail.forStatusAndDetail(status, "The parameter %s must be %s.".formatted(name, expected));
        return handleExceptionInternal(failure, problem, headers, status, request);
    }

    /** Without the line of its own that Spring would write into the log. */
    @Override
    protected ResponseEntity<Object> handleHttpRequestMethodNotSupported(
            HttpRequestMethodNotSupportedException failure,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        return handleExceptionInternal(failure, null, headers, status, request);
    }

    @Override
    protected ResponseEntity<Object> handleNoResourceFoundException(
            NoResourceFoundException failure, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, "There is nothing at this address.");
        return handleExceptionInternal(failure, problem, headers, status, request);
    }

    /** All that Spring itself refuses comes by here. */
    @Override
    protected ResponseEntity<Object> createResponseEntity(
            Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        if (body instanceof ProblemDetail problem && request instanceof ServletWebRequest served) {
            logRefused(served.getRequest(), problem.getDetail());
        }
        return super.createResponseEntity(body, headers, status, request);
    }

    private static void logRefused(HttpServletRequest request, String reason) {
        log.info("Refused {} {}: {}", request.getMethod(), OneLine.of(request.getRequestURI()), OneLine.of(reason));
    }

    private static ProblemDetail bodyLimitBehind(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof BodyLimitException limit) {
                return ProblemDetail.forStatusAndDetail(limit.status(), limit.getMessage());
            }
        }
        return null;
    }

    private static ProblemDetail refused(Refusal refusal, HttpServletRequest request) {
        HttpStatus status =
                switch (refusal.kind()) {
                    case INVALID -> HttpStatus.UNPROCESSABLE_ENTITY;
                    case NOT_ALLOWED -> HttpStatus.FORBIDDEN;
                    case NOT_FOUND -> HttpStatus.NOT_FOUND;
                    case CONFLICT -> HttpStatus.CONFLICT;
                };
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, refusal.getMessage());
        if (!refusal.problems().isEmpty()) {
            problem.setProperty("problems", refusal.problems());
        }
        logRefused(request, refusal.getMessage());
        return problem;
    }

    private static ProblemDetail unexpected(RuntimeException failure, HttpServletRequest request) {
        String id = UUID.randomUUID().toString();
        log.error("{} {} failed ({})", request.getMethod(), request.getRequestURI(), id, failure);
        return ProblemDetail.forStatusAndDetail(
                HttpStatus.INTERNAL_SERVER_ERROR,
                "Something went wrong on our side; the log tells more under %s.".formatted(id));
    }
}
