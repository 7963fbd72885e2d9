package io.firebreak.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.LoadState;
import io.firebreak.support.PackagedApplication;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/** Somebody who works in Tasklist, with a browser of their own. */
final class Person {

    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final AtomicInteger SCREENSHOT = new AtomicInteger();

    /** What Tasklist puts above and below a form, in pixels. */
    private static final int AROUND_FORM = 420;

    private final Page page;
    private final Troubles troubles;

    Person(Browser browser, String address, String userId, int width, int height) {
        BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setLocale("en-GB")
                .setTimezoneId("Europe/Madrid"));
        troubles = new Troubles(userId, context);
        page = context.newPage();
        page.navigate(address + "/camunda/app/tasklist/default/");
        // on a busy machine Tasklist draws its sign-in a second time and forgets what was typed into the first
        page.waitForLoadState(LoadState.NETWORKIDLE);
        page.getByPlaceholder("Username").fill(userId);
        page.getByPlaceholder("Password").fill(PackagedApplication.DEMO_PASSWORD);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Log in"))
                .click();
        page.locator(".tasks-list").waitFor();
    }

    /** Opens the form in which incidents are reported. */
    void beginReport() {
        page.locator(".start-process-action a").click();
        page.locator(".modal-body a", new Page.LocatorOptions().setHasText("Social media crisis"))
                .click();
        page.locator(".modal-body form.firebreak").waitFor();
    }

    void report() {
        page.locator(".modal-footer .btn-primary").click();
    }

    /** Opens the task of a case from the list of a role. */
    void open(String list, String task, String caseTitle) {
        page.locator("[cam-tasklist-filters] a")
                .filter(new Locator.FilterOptions().setHasText(Pattern.compile("^\\s*" + list + "(\\s|$)")))
                .first()
                .click();
        card(task, caseTitle).locator("a").first().click();
        page.locator(".firebreak-case").waitFor();
    }

    /** The same where a case has several tasks of a kind, one for each channel. */
    void openTaskOf(String channel, String list, String task, String caseTitle) {
        page.locator("[cam-tasklist-filters] a")
                .filter(new Locator.FilterOptions().setHasText(Pattern.compile("^\\s*" + list + "(\\s|$)")))
                .first()
                .click();
        card(task, caseTitle)
                .filter(new Locator.FilterOptions().setHasText(channel))
                .locator("a")
                .first()
                .click();
        page.locator(".firebreak-case").waitFor();
    }

    /** Says of the text that it hangs where nobody but a person can bring it. */
    void publishByHand(String caseTitle) {
        open("Area owner", "Publish by hand", caseTitle);
        claim();
        answer("What did you do?", "It is there now");
        fill("How can it be seen that it is there?", "It hangs at the till.");
        finish();
    }

    void claim() {
        page.getByText("Claim", new Page.GetByTextOptions().setExact(true)).click();
        page.locator(".disabled-form")
                .waitFor(new Locator.WaitForOptions()
                        .setState(com.microsoft.playwright.options.WaitForSelectorState.DETACHED));
    }

    void complete() {
        page.locator(".form-actions .btn-primary").click();
    }

    /** Completes the task and waits until Tasklist has nothing more to show of it. */
    void finish() {
        complete();
        page.getByText("Select a task in the list.").waitFor();
    }

    void fill(String label, String text) {
        field(label).fill(text);
    }

    Locator field(String label) {
        return form().getByLabel(label, new Locator.GetByLabelOptions().setExact(true));
    }

    void choose(String label, String option) {
        field(label).selectOption(option);
    }

    /** Takes one answer of a question, or ticks a box, by the words that stand beside it. */
    void tick(String words) {
        form().getByLabel(words).check();
    }

    void answer(String question, String words) {
        form().getByRole(AriaRole.GROUP, new Locator.GetByRoleOptions().setName(question))
                .getByLabel(words)
                .check();
    }

    void unfold(String summary) {
        form().locator("summary", new Locator.LocatorOptions().setHasText(summary))
                .click();
    }

    Locator form() {
        return page.locator("form.firebreak");
    }

    Locator card(String task, String caseTitle) {
        return page.locator(".tasks-list .task")
                .filter(new Locator.FilterOptions().setHasText(task))
                .filter(new Locator.FilterOptions().setHasText(caseTitle));
    }

    Locator find(String selector) {
        return page.locator(selector);
    }

    boolean mayComplete() {
        return page.locator(".form-actions .btn-primary").isEnabled();
    }

    /** The page as it is after it was loaded anew. */
    void reload() {
        page.reload();
        page.locator(".firebreak-case").waitFor();
    }

    void visit(String address) {
        page.navigate(address);
    }

    Troubles troublesToCome() {
        return troubles;
    }

    List<String> troubles() {
        return troubles.found();
    }

    /** Keeps what is on the screen as {@code target/screenshots/NN-name.png}. */
    void screenshot(String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(SCREENSHOTS.resolve("%02d-%s.png".formatted(SCREENSHOT.incrementAndGet(), name))));
    }

    /** The same with the whole form on it, as on a very high screen. */
    void screenshotOfWholeForm(String name) {
        int width = page.viewportSize().width;
        int height = page.viewportSize().height;
        int needed = (int) form().last().boundingBox().height + AROUND_FORM;
        page.setViewportSize(width, Math.max(height, needed));
        screenshot(name);
        page.setViewportSize(width, height);
    }
}
