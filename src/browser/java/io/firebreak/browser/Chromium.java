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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * The browser of this machine, without a window, for the people of a test, who share nothing with each other. All tests
 * have one browser, and who comes back finds their workplace: to start and to load everything anew takes seconds.
 */
final class Chromium implements BeforeEachCallback, AfterEachCallback {

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

    private static final String ENGLISH = "en-GB";

    private static final Map<String, Workplace> WORKPLACES = new HashMap<>();

    private static Browser running;

    private final Supplier<String> givenAddress;
    private final List<Person> people = new ArrayList<>();
    private final List<Workplace> taken = new ArrayList<>();
    private final List<BrowserContext> brought = new ArrayList<>();
    private String address;

    private Chromium(Supplier<String> givenAddress) {
        this.givenAddress = givenAddress;
    }

    /** For a test that has Spring start the application. */
    static Chromium ofTheTest() {
        return new Chromium(null);
    }

    /**
     * For a test that starts an application itself.
     *
     * @param address where it answers; asked before each test
     */
    static Chromium at(Supplier<String> address) {
        return new Chromium(address);
    }

    @Override
    public void beforeEach(ExtensionContext test) {
        PlaywrightAssertions.setDefaultAssertionTimeout(Person.PATIENCE.toMillis());
        address = givenAddress == null
                ? "http://127.0.0.1:"
                        + SpringExtension.getApplicationContext(test)
                                .getEnvironment()
                                .getRequiredProperty("local.server.port")
                : givenAddress.get();
        leaveApplicationsThatEnded();
    }

    @Override
    public void afterEach(ExtensionContext test) {
        taken.forEach(Workplace::tidy);
        taken.clear();
        brought.forEach(BrowserContext::close);
        brought.clear();
        people.clear();
    }

    /** Where the application answers, without a slash at the end. */
    String address() {
        return address;
    }

    /** Somebody sits down at their desk, where they may be signed in to Tasklist; the second time in a test it is another one. */
    Person person(String userId) {
        Workplace own = WORKPLACES.get(userId);
        if (taken.contains(own)) {
            return personSpeaking(ENGLISH, userId);
        }
        if (own == null) {
            own = new Workplace(userId, address, context(desk(ENGLISH)));
            WORKPLACES.put(userId, own);
        }
        taken.add(own);
        return arrive(own);
    }

    /** The same with a browser that asks for another language first. */
    Person personSpeaking(String locale, String userId) {
        return arrive(new Workplace(userId, address, bring(desk(locale))));
    }

    /** Somebody takes out a phone and signs in to Tasklist. */
    Person personWithPhone(String userId) {
        return arrive(new Workplace(userId, address, bring(sized(390, 844).setLocale(ENGLISH))));
    }

    /** Somebody reads pages outside of Tasklist and Cockpit, which ask for name and password at each request. */
    Page reader(String userId) {
        String secret = userId + ":" + PackagedApplication.DEMO_PASSWORD;
        BrowserContext context = bring(desk(ENGLISH)
                .setExtraHTTPHeaders(Map.of(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(secret.getBytes(StandardCharsets.UTF_8)))));
        return context.newPage();
    }

    /** What went wrong in anybody's browser so far, in words. */
    List<String> troubles() {
        return people.stream().flatMap(person -> person.troubles().stream()).toList();
    }

    private Person arrive(Workplace workplace) {
        Person person = new Person(workplace);
        people.add(person);
        return person;
    }

    private void leaveApplicationsThatEnded() {
        List<Workplace> elsewhere = WORKPLACES.values().stream()
                .filter(workplace -> !workplace.address().equals(address))
                .toList();
        elsewhere.forEach(Workplace::close);
        WORKPLACES.values().removeAll(elsewhere);
    }

    /** A browser that is closed when the test ends. */
    private BrowserContext bring(Browser.NewContextOptions options) {
        BrowserContext context = context(options);
        brought.add(context);
        return context;
    }

    private static BrowserContext context(Browser.NewContextOptions options) {
        BrowserContext context = browser().newContext(options);
        context.setDefaultTimeout(Person.PATIENCE.toMillis());
        return context;
    }

    private static Browser.NewContextOptions desk(String locale) {
        return sized(1280, 900).setLocale(locale);
    }

    private static Browser.NewContextOptions sized(int width, int height) {
        return new Browser.NewContextOptions().setViewportSize(width, height).setTimezoneId("Europe/Madrid");
    }

    private static synchronized Browser browser() {
        if (running == null) {
            Playwright playwright = Playwright.create(
                    new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
            running = playwright
                    .chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setExecutablePath(Path.of(PROGRAM))
                            .setArgs(ARGUMENTS));
        }
        return running;
    }
}
