package io.firebreak.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** A person in Tasklist or Cockpit, as the browser sees it: a session, its cookies and the token against forgery. */
public class WebappSession {

    private final CookieManager cookies = new CookieManager();
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(cookies)
            .build();
    private final String home;
    private String languages;

    private WebappSession(int port) {
        this.home = "http://localhost:" + port + "/camunda";
    }

    /**
     * @param application {@code tasklist} or {@code cockpit}
     */
    public static WebappSession signIn(int port, String user, String application) {
        WebappSession session = new WebappSession(port);
        session.get("/app/" + application + "/default/");
        HttpResponse<String> answer = session.send(
                "POST",
                "/api/admin/auth/user/default/login/" + application,
                "application/x-www-form-urlencoded",
                "username=" + user + "&password=Firebreak-demo-1");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        session.get("/app/" + application + "/default/");
        return session;
    }

    /** From now on the browser asks for these languages, as in the header {@code Accept-Language}. */
    public WebappSession speaking(String languages) {
        this.languages = languages;
        return this;
    }

    public HttpResponse<String> get(String path) {
        return send("GET", path, null, null);
    }

    public HttpResponse<String> post(String path, String json) {
        return send("POST", path, "application/json", json);
    }

    public HttpResponse<String> put(String path, String json) {
        return send("PUT", path, "application/json", json);
    }

    /** The same without the token, as the page of somebody else would do it in this person's browser. */
    public HttpResponse<String> putForged(String path, String json) {
        return send("PUT", path, "application/json", HttpRequest.BodyPublishers.ofString(json), false);
    }

    /** Hands a file in as the forms do: it is the whole body. */
    public HttpResponse<String> upload(String path, byte[] file) {
        return send("POST", path, "application/octet-stream", HttpRequest.BodyPublishers.ofByteArray(file), true);
    }

    /** The same without the token, as the page of somebody else would do it in this person's browser. */
    public HttpResponse<String> uploadForged(String path, byte[] file) {
        return send("POST", path, "application/octet-stream", HttpRequest.BodyPublishers.ofByteArray(file), false);
    }

    private HttpResponse<String> send(String method, String path, String contentType, String body) {
        return send(
                method,
                path,
                contentType,
                body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body),
                true);
    }

    private HttpResponse<String> send(
            String method, String path, String contentType, HttpRequest.BodyPublisher body, boolean withToken) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(home + path)).method(method, body);
        if (contentType != null) {
            request.header("Content-Type", contentType);
        }
        if (languages != null) {
            request.header("Accept-Language", languages);
        }
        cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> withToken && cookie.getName().equals("XSRF-TOKEN"))
                .map(HttpCookie::getValue)
                .findFirst()
                .ifPresent(token -> request.header("X-XSRF-TOKEN", token));
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
