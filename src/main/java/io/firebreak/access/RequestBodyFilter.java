package io.firebreak.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/** Takes no more of a request than its limit, and waits no longer than its patience: a body may be without an end. */
class RequestBodyFilter extends OncePerRequestFilter {

    private final long maximumBytes;
    private final ProblemWriter problems;

    RequestBodyFilter(long maximumBytes, ProblemWriter problems) {
        this.maximumBytes = maximumBytes;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getContentLengthLong() > maximumBytes) {
            problems.write(
                    request,
                    response,
                    HttpStatus.PAYLOAD_TOO_LARGE,
                    "The request is too large; at most %,d bytes are taken.".formatted(maximumBytes));
            return;
        }
        chain.doFilter(new LimitedRequest(request, maximumBytes), response);
    }
}
