package io.firebreak.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;

/** Everything that a browser complains about, and every piece of foreign text that ran as a script. */
final class Troubles {

    /** What Tasklist 7.24.0 does by itself, and what a browser says when somebody leaves a page. */
    private static final Set<Pattern> STOCK = Set.of(
            // it asks who is signed in before anybody is
            Pattern.compile("404 GET \\S+/api/admin/auth/user/default"),
            Pattern.compile("console: Failed to load resource: .* 404 .*/api/admin/auth/user/default.*"),
            // it looks for a page with advertisements at the first visit
            Pattern.compile("404 GET \\S+/camunda-welcome"),
            Pattern.compile("console: Failed to load resource: .* 404 .*/camunda-welcome.*"),
            // a browser asks for an icon wherever it goes
            Pattern.compile("404 GET \\S+/favicon.ico"),
            Pattern.compile("console: Failed to load resource: .* 404 .*/favicon.ico.*"),
            // it reads a task once more while the engine completes it, or after that
            Pattern.compile("(404|500) GET \\S+/engine/engine/default/task/[0-9a-f-]+"),
            Pattern.compile("console: Failed to load resource: .* (404|500) .*/engine/default/task/[0-9a-f-]+:.*"),
            // requests under way when a page is left
            Pattern.compile("net::ERR_ABORTED GET .*"),
            Pattern.compile("net::ERR_ABORTED PUT .*/draft"),
            // questions about a text that is no longer typed
            Pattern.compile("net::ERR_ABORTED POST .*/(wording|forms)"));

    private final List<String> found = new CopyOnWriteArrayList<>();
    private final List<Pattern> expected = new CopyOnWriteArrayList<>();
    private final String who;

    Troubles(String who, BrowserContext context) {
        this.who = who;
        // the pages may not open dialogs, so a script that got in would go unseen: this sees it
        context.exposeFunction("alert", arguments -> {
            add("a foreign text ran as a script");
            return null;
        });
        context.onDialog(dialog -> {
            add("a dialog opened: " + dialog.message());
            dialog.dismiss();
        });
        context.onWebError(error -> add("script error: " + error.error()));
        context.onConsoleMessage(this::look);
        context.onResponse(this::look);
        context.onRequestFailed(this::look);
    }

    /** From now on this is no trouble: the test itself brings it about. */
    void expect(String pattern) {
        expected.add(Pattern.compile(pattern));
    }

    /** What keeps people from using a form. */
    void barriers(String where, List<String> problems) {
        problems.forEach(problem -> add(where + ": " + problem));
    }

    /** For the next test. */
    void forget() {
        found.clear();
        expected.clear();
    }

    List<String> found() {
        return List.copyOf(found);
    }

    private void look(ConsoleMessage message) {
        if (message.type().equals("error")) {
            add("console: " + message.text() + " " + message.location());
        }
    }

    private void look(Response response) {
        if (response.status() >= 400) {
            add(response.status() + " " + response.request().method() + " " + response.url());
        }
    }

    private void look(Request request) {
        add(request.failure() + " " + request.method() + " " + request.url());
    }

    private void add(String trouble) {
        if (STOCK.stream().noneMatch(stock -> stock.matcher(trouble).matches())
                && expected.stream().noneMatch(known -> known.matcher(trouble).matches())) {
            found.add(who + ": " + trouble);
        }
    }
}
