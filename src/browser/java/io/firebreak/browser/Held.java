package io.firebreak.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.ArrayList;
import java.util.List;

/** Requests of a page that do not get to the server before a test lets them. */
final class Held {

    private final Page page;
    private final List<Route> requests = new ArrayList<>();
    private boolean released;

    private Held(Page page) {
        this.page = page;
    }

    /**
     * @param address a pattern, as Playwright takes it
     */
    static Held back(Person person, String method, String address) {
        Held held = new Held(person.page());
        person.page().route(address, route -> {
            if (held.released || !route.request().method().equals(method)) {
                route.resume();
            } else {
                held.requests.add(route);
            }
        });
        return held;
    }

    /** Waits until the page has asked. */
    void awaitRequest() {
        page.waitForCondition(() -> !requests.isEmpty());
    }

    void release() {
        released = true;
        requests.forEach(Route::resume);
    }
}
