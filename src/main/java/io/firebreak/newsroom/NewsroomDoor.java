package io.firebreak.newsroom;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;

/**
 * Stands before everything else. On the newsroom's own port nothing of Firebreak can be reached but the newsroom;
 * which port a request came in by is read from its connection, never from what the request says. And it gives each
 * answer of the newsroom the headers that keep browsers from doing more than to show it.
 */
class NewsroomDoor implements Filter {

    /** Plain words between single slashes, as all addresses of the newsroom are made; no dots before a slash. */
    private static final Pattern NEWSROOM_PATH = Pattern.compile("/newsroom(/[a-z0-9-]+(\\.[a-z]+)?)*/?");

    private static final String ONLY_ITS_OWN_STYLE = "default-src 'none'; style-src 'self'; img-src 'self';"
            + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private final Integer newsroomPort;
    private final NewsroomSite site;

    /**
     * @param newsroomPort null when the newsroom has no port of its own
     */
    NewsroomDoor(Integer newsroomPort, NewsroomSite site) {
        this.newsroomPort = newsroomPort;
        this.site = site;
    }

    @Override
    public void doFilter(ServletRequest incoming, ServletResponse outgoing, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest request = (HttpServletRequest) incoming;
        HttpServletResponse response = (HttpServletResponse) outgoing;
        String path = request.getRequestURI();
        boolean own = newsroomPort != null && request.getLocalPort() == newsroomPort;
        if (own || isOfTheNewsroom(path)) {
            setHeaders(response);
        }
        if (!own || NEWSROOM_PATH.matcher(path).matches()) {
            chain.doFilter(request, response);
        } else if (path.equals("/")) {
            response.setStatus(HttpServletResponse.SC_FOUND);
            response.setHeader(HttpHeaders.LOCATION, Paths.ROOT);
        } else {
            NewsroomServlet.sendNotFound(site.snapshot(), request, response);
        }
    }

    private static boolean isOfTheNewsroom(String path) {
        return path.equals(Paths.ROOT) || path.startsWith(Paths.ROOT + "/");
    }

    private static void setHeaders(HttpServletResponse response) {
        response.setHeader("Content-Security-Policy", ONLY_ITS_OWN_STYLE);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "strict-origin-when-cross-origin");
    }
}
