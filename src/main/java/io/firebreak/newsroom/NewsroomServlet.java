package io.firebreak.newsroom;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.web.context.request.ServletWebRequest;

/** Sends the documents of the newsroom, and nothing else: no session, no database, no template. */
class NewsroomServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    /** Short, so that a correction arrives soon; and readers keep what they have while we are in trouble. */
    private static final String KEEP = "public, max-age=30, stale-while-revalidate=60, stale-if-error=86400";

    private final transient NewsroomSite site;

    NewsroomServlet(NewsroomSite site) {
        this.site = site;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean head = HttpMethod.HEAD.matches(request.getMethod());
        if (!head && !HttpMethod.GET.matches(request.getMethod())) {
            response.setHeader(HttpHeaders.ALLOW, "GET, HEAD");
            response.setStatus(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
            return;
        }
        String path = request.getRequestURI();
        if (path.length() > Paths.ROOT.length() && path.endsWith("/")) {
            redirect(withoutSlashes(path), response);
            return;
        }
        Snapshot snapshot = site.snapshot();
        Optional<Document> document = snapshot.at(path);
        if (document.isPresent()) {
            sendUnlessKnown(document.get(), request, response, head);
        } else {
            sendNotFound(snapshot, request, response);
        }
    }

    /** Says in the newsroom's own look that there is nothing. */
    static void sendNotFound(Snapshot snapshot, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.setStatus(HttpServletResponse.SC_NOT_FOUND);
        // short, because what does not exist yet may be published in a moment
        response.setHeader(HttpHeaders.CACHE_CONTROL, "public, max-age=5");
        send(snapshot.notFound().document(), response, HttpMethod.HEAD.matches(request.getMethod()));
    }

    private static String withoutSlashes(String path) {
        return path.replaceAll("/+$", "");
    }

    private static void redirect(String path, HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_MOVED_PERMANENTLY);
        response.setHeader(HttpHeaders.LOCATION, path);
    }

    private static void sendUnlessKnown(
            Document document, HttpServletRequest request, HttpServletResponse response, boolean head)
            throws IOException {
        response.setHeader(HttpHeaders.CACHE_CONTROL, KEEP);
        boolean known = new ServletWebRequest(request, response)
                .checkNotModified(document.etag(), document.lastModified().toEpochMilli());
        if (!known) {
            send(document, response, head);
        }
    }

    private static void send(Document document, HttpServletResponse response, boolean head) throws IOException {
        response.setContentType(document.contentType());
        response.setContentLength(document.bytes().length);
        if (!head) {
            response.getOutputStream().write(document.bytes());
        }
    }
}
