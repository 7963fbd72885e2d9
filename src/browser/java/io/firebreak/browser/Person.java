package io.firebreak.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.LoadState;
import io.firebreak.access.Role;
import io.firebreak.support.PackagedApplication;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;

/** Somebody who works in Tasklist, with a browser of their own. */
final class Person {

    /** A slow machine is no failure. */
    static final Duration PATIENCE = Duration.ofSeconds(90);

    /** In pixels. */
    static final int PICTURE_WIDTH = 400;

    /** What is ours in a page of Tasklist. */
    private static final List<String> OURS = List.of("form.firebreak", ".firebreak-case-tab", ".firebreak-outcome");

    private static final String LIST = "section.tasks-list";
    private static final String PASSWORD = "form input[type='password']";

    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final AtomicInteger SCREENSHOT = new AtomicInteger();

    /** What Tasklist puts above and below a form, in pixels. */
    private static final int AROUND_FORM = 420;

    private final Page page;
    private final Troubles troubles;
    private final String userId;
    private final String tasklist;

    /** Signs in, if nobody is. */
    Person(Workplace workplace) {
        tasklist = workplace.address() + "/camunda/app/tasklist/default/";
        userId = workplace.userId();
        troubles = workplace.troubles();
        page = workplace.openPage();
        page.navigate(tasklist);
        page.locator(LIST + ", " + PASSWORD).first().waitFor();
        if (page.locator(PASSWORD).isVisible()) {
            // on a busy machine Tasklist draws its sign-in a second time and forgets what was typed into the first
            page.waitForLoadState(LoadState.NETWORKIDLE);
            signIn();
        }
        page.locator(LIST).waitFor();
    }

    private Person(Person same, Page page) {
        this.page = page;
        this.tasklist = same.tasklist;
        this.troubles = same.troubles;
        this.userId = same.userId;
    }

    /** Fills in the page of Tasklist that asks who is there. */
    void signIn() {
        // until then there may be a form with fields of its own
        page.locator(PASSWORD).waitFor();
        page.locator("form input[type='text']").fill(userId);
        page.locator(PASSWORD).fill(PackagedApplication.DEMO_PASSWORD);
        page.locator("form button[type='submit']").click();
    }

    /** The same person with a second tab of the same browser, at the same place. */
    Person secondTab() {
        Person second = new Person(this, page.context().newPage());
        second.visit(page.url());
        second.form().waitFor();
        return second;
    }

    /** The server forgets who is signed in, as it does after a while; the browser is told nothing. */
    void loseSession() {
        page.context().clearCookies();
    }

    /** Opens one of the tabs beside the form. */
    void openTab(String name) {
        page.locator(".nav-tabs a", new Page.LocatorOptions().setHasText(name)).click();
    }

    /** The tab is looked at again, after the person was at another one. */
    void comeBack() {
        page.bringToFront();
        page.evaluate("window.dispatchEvent(new Event('focus'))");
    }

    Locator button() {
        return page.locator(".form-actions .btn-primary");
    }

    Page page() {
        return page;
    }

    /** Opens the form in which incidents are reported. */
    void beginReport() {
        begin("Social media crisis");
    }

    /** Opens the form with which a process is started. */
    void begin(String process) {
        page.locator(".start-process-action a").click();
        page.locator(".modal-body a", new Page.LocatorOptions().setHasText(process))
                .click();
        page.locator(".modal-body form.firebreak").waitFor();
    }

    void report() {
        page.locator(".modal-footer .btn-primary").click();
    }

    /** Opens the task of a case from the list of a role. */
    void open(String list, String task, String caseTitle) {
        openList(list);
        card(task, caseTitle).locator("a").first().click();
        page.locator(".firebreak-case").waitFor();
    }

    /**
     * @param list its name, or a role: the tasks of all roles of a person are in one list
     */
    void openList(String list) {
        boolean isRole = Role.staff().stream().map(Role::title).anyMatch(list::equals);
        String name = isRole ? "My group's" : list;
        page.locator("[cam-tasklist-filters] a")
                .filter(new Locator.FilterOptions().setHasText(Pattern.compile("^\\s*" + name + "(\\s|$)")))
                .first()
                .click();
    }

    /** The same where a case has several tasks of a kind, one for each channel. */
    void openTaskOf(String channel, String list, String task, String caseTitle) {
        openList(list);
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
        awaitNextTask();
    }

    /** Tasklist has nothing more to show of the task that was open. */
    void awaitNextTask() {
        try {
            page.getByText("Select a task in the list.").waitFor();
        } catch (TimeoutError stuck) {
            screenshot("stuck");
            throw new AssertionError("Tasklist does not go on. " + troubles.found(), stuck);
        }
    }

    void fill(String label, String text) {
        field(label).fill(text);
    }

    /** A picture with the words "Lote 4712" on it. */
    void choosePicture(String label, String name) {
        form().getByLabel(label).setInputFiles(pictureNamed(name));
    }

    static FilePayload pictureNamed(String name) {
        return new FilePayload(name, "image/png", picture());
    }

    /** A file that holds these words. */
    void chooseText(String label, String name, String words) {
        form().getByLabel(label)
                .setInputFiles(new FilePayload(name, "text/plain", words.getBytes(StandardCharsets.UTF_8)));
    }

    private static byte[] picture() {
        BufferedImage picture = new BufferedImage(PICTURE_WIDTH, PICTURE_WIDTH / 2, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = picture.createGraphics();
        pen.setColor(Color.ORANGE);
        pen.fillRect(0, 0, picture.getWidth(), picture.getHeight());
        pen.setColor(Color.BLACK);
        pen.setFont(pen.getFont().deriveFont(48f));
        pen.drawString("Lote 4712", 100, 120);
        pen.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, "png", bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    /** Waits for what the house rules say to the text as it is, and gives a word to what they warn of. */
    void explainWording(String word) {
        awaitAnswer("wording");
        Locator reason = find("textarea[id$='-wording-reason']");
        if (reason.isVisible()) {
            reason.fill(word);
        }
    }

    /** Waits until what a place of the form shows is about what stands in the form now. */
    void awaitAnswer(String place) {
        find("[data-place=" + place + "][aria-busy=false]").waitFor();
    }

    Locator field(String label) {
        return form().getByLabel(label, new Locator.GetByLabelOptions().setExact(true));
    }

    void choose(String label, String option) {
        field(label).selectOption(option);
    }

    /** Ticks a box by the words that stand beside it. */
    void tick(String words) {
        form().getByLabel(words).check();
    }

    void untick(String words) {
        form().getByLabel(words).uncheck();
    }

    /** Takes one answer of a question by the words that it begins with. */
    void answer(String question, String words) {
        form().getByRole(AriaRole.GROUP, new Locator.GetByRoleOptions().setName(question))
                .getByLabel(Pattern.compile("^\\s*" + words.replaceAll("[^\\w\\s,']", "\\\\$0") + "(\\W|$)"))
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

    /** The same where a form that starts something is open: Tasklist opens it again. */
    void reloadStartForm() {
        page.reload();
        page.locator(".modal-body form.firebreak").waitFor();
    }

    /** The reference of the case whose task is open. */
    String reference() {
        return find(".firebreak-headline strong").first().innerText();
    }

    /** Follows a link that opens a window of its own, and keeps what is in it. */
    void screenshotOfLink(String words, String name) {
        Page opened = page.waitForPopup(() -> form().getByText(words).click());
        opened.waitForLoadState();
        opened.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(fileFor(name)));
        opened.close();
    }

    void visit(String address) {
        page.navigate(address);
    }

    /** Tasklist as it is when somebody begins to work. */
    void visitTasklist() {
        visit(tasklist);
    }

    /** Follows a link to a task, such as mails bring; what it shows may take a moment. */
    void visitTask(String id) {
        visit(tasklist + "#/?task=" + id);
    }

    Troubles troublesToCome() {
        return troubles;
    }

    List<String> troubles() {
        return troubles.found();
    }

    /** Keeps what is on the screen as {@code target/screenshots/NN-name.png}, and has what is ours in it checked for barriers. */
    void screenshot(String name) {
        OURS.stream()
                .filter(part -> page.locator(part).count() > 0)
                .forEach(part -> troubles.barriers(name, Accessibility.problemsOf(page, part)));
        page.screenshot(new Page.ScreenshotOptions().setPath(fileFor(name)));
    }

    private static Path fileFor(String name) {
        return SCREENSHOTS.resolve("%02d-%s.png".formatted(SCREENSHOT.incrementAndGet(), name));
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
