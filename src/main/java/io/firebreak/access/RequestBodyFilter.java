package io.firebreak.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.springframework.http.server.PathContainer;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.pattern.PathPattern;

/** Takes no more of a request than its limit, and waits no longer than its patience: a body may be without an end. */
class RequestBodyFilter extends OncePerRequestFilter {

    private final long usualBytes;
    private final Map<PathPattern, Long> bytesByPath;
    private final Duration patience;
    private final ProblemWriter problems;

    /**
     * @param usualBytes how much is taken
     * @param bytesByPath how much is taken at single addresses, as patterns of which no two mean the same address
     */
    RequestBodyFilter(long usualBytes, Map<PathPattern, Long> bytesByPath, Duration patience, ProblemWriter problems) {
        this.usualBytes = usualBytes;
        this.bytesByPath = Map.copyOf(bytesByPath);
        this.patience = patience;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        long maximumBytes = maximumOf(request);
        LimitedRequest limited = new LimitedRequest(request, maximumBytes, patience);
        if (request.getContentLengthLong() > maximumBytes) {
            BodyLimitException tooLarge = BodyLimitException.tooLarge(maximumBytes);
            problems.write(request, response, tooLarge.status(), tooLarge.getMessage());
        } else {
            chain.doFilter(limited, response);
        }
        if (!request.isAsyncStarted()) {
            limited.drain();
        }
    }

    private long maximumOf(HttpServletRequest request) {
        PathContainer path = PathContainer.parsePath(request.getRequestURI());
        return bytesByPath.entrySet().stream()
                .filter(place -> place.getKey().matches(path))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(usualBytes);
    }
}
