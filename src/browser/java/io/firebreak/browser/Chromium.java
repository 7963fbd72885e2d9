package io.firebreak.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import io.firebreak.support.PackagedApplication;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** The browser of this machine, without a window; its people share nothing with each other. */
final class Chromium implements AutoCloseable {

    private static final String PROGRAM = System.getProperty("firebreak.chromium", "/usr/bin/chromium");

    /** It is a test's browser: it must run as root in CI and must not call home. */
    private static final List<String> ARGUMENTS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private final Playwright playwright =
            Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    private final Browser browser = playwright
            .chromium()
            .launch(new BrowserType.LaunchOptions()
                    .setExecutablePath(Path.of(PROGRAM))
                    .setArgs(ARGUMENTS));
    private final String address;
    private final List<Person> people = new ArrayList<>();

    Chromium(String address) {
        PlaywrightAssertions.setDefaultAssertionTimeout(Person.PATIENCE.toMillis());
        this.address = address;
    }

    /** Somebody sits down at a desk and signs in to Tasklist. */
    Person person(String userId) {
        Person person = new Person(browser, address, userId, 1280, 900);
        people.add(person);
        return person;
    }

    /** The same with a browser that asks for another language first. */
    Person personSpeaking(String locale, String userId) {
        Person person = new Person(browser, address, userId, 1280, 900, locale);
        people.add(person);
        return person;
    }

    /** Somebody takes out a phone and signs in to Tasklist. */
    Person personWithPhone(String userId) {
        Person person = new Person(browser, address, userId, 390, 844);
        people.add(person);
        return person;
    }

    /** Somebody reads pages outside of Tasklist and Cockpit, which ask for name and password at each request. */
    Page reader(String userId) {
        String secret = userId + ":" + PackagedApplication.DEMO_PASSWORD;
        BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(1280, 900)
                .setExtraHTTPHeaders(Map.of(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(secret.getBytes(StandardCharsets.UTF_8)))));
        context.setDefaultTimeout(Person.PATIENCE.toMillis());
        return context.newPage();
    }

    /** What went wrong in anybody's browser so far, in words. */
    List<String> troubles() {
        return people.stream().flatMap(person -> person.troubles().stream()).toList();
    }

    @Override
    public void close() {
        playwright.close();
    }
}
