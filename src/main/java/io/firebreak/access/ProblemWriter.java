package io.firebreak.access;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.firebreak.ledger.OneLine;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;

/** Writes a problem of RFC 9457 where no controller can, and one line about it into the log. */
@Component
class ProblemWriter {

    private static final Logger log = LoggerFactory.getLogger(ProblemWriter.class);

    private final ObjectMapper json;

    ProblemWriter(ObjectMapper json) {
        this.json = json;
    }

    void write(HttpServletRequest request, HttpServletResponse response, HttpStatus status, String detail)
            throws IOException {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        instance(request).ifPresent(problem::setInstance);
        log.info("Refused {} {}: {}", request.getMethod(), OneLine.of(request.getRequestURI()), detail);
        response.setStatus(status.value());
        // some problems are written before the filter that sets these for all other answers
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Content-Security-Policy", SecurityConfiguration.NOTHING_IS_LOADED);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        byte[] body = json.writeValueAsBytes(problem);
        // so that the answer is whole as soon as it is there, whatever becomes of the connection then
        response.setContentLength(body.length);
        // not by a writer that closes the stream: the server takes in no more of a request whose answer is closed, and
        // a caller who is still sending would find the connection broken instead of reading why
        response.getOutputStream().write(body);
        response.flushBuffer();
    }

    /** Empty for a path that is no address, which is why it was refused. */
    private static Optional<URI> instance(HttpServletRequest request) {
        try {
            return Optional.of(new URI(request.getRequestURI()));
        } catch (URISyntaxException strange) {
            return Optional.empty();
        }
    }
}
