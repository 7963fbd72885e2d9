package io.firebreak.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.firebreak.support.AuthorsWord;
import io.firebreak.support.PackagedApplication;
import io.firebreak.support.RealReport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The main job on real input: four reports in four languages, each carried by hand in Tasklist to a published
 * statement. A designer has shortened the cool-down in the table {@code Timing}, so that nobody waits for 20 minutes.
 */
@Tag("browser")
class FourReportsBrowserIT {

    private static final String COOL_DOWN = "PT8S";

    private static final List<String> WITH_AN_AUTHOR = List.of("A hostile dispute", "A competitor or a troll");

    private static final Map<String, Object> UNKNOWN_AUTHOR = Map.of(
            "handle", "@ana",
            "place", "X",
            "orderMatched", false,
            "youngAccount", "YES",
            "nearDuplicates", "UNKNOWN",
            "sharedLinkBurst", "UNKNOWN",
            "noOtherTopics", "UNKNOWN",
            "synchronousActivity", "UNKNOWN");

    private static PackagedApplication firebreak;

    @RegisterExtension
    private final Chromium chromium = Chromium.at(() -> firebreak.address());

    @BeforeAll
    static void start() throws IOException {
        Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target", "browser-data")), "four");
        firebreak = PackagedApplication.start(
                folder,
                Map.of(
                        "SPRING_PROFILES_ACTIVE",
                        "demo",
                        "FIREBREAK_PROCESSES_DIRECTORY",
                        processesWithShortCoolDown(folder).toAbsolutePath().toString()));
        firebreak.awaitReady();
    }

    @AfterAll
    static void stop() {
        firebreak.close();
    }

    static List<RealReport> reports() {
        return RealReport.FOUR;
    }

    @ParameterizedTest
    @MethodSource("reports")
    void shouldCarryAReportToAPublishedStatement(RealReport report) {
        // when
        report(report);
        String reference = assess(report);
        contain(reference, report);
        write(report);
        approve(report);
        // in a grave case others are asked as well
        firebreak.agree(reference);
        chromium.person("areaowner").publishByHand(report.title());
        firebreak.calm(reference);

        // then
        String address = addressShownToTheReviewer(report);
        Person reader = chromium.person("areaowner");
        reader.visit(address);
        assertThat(reader.find("html")).hasAttribute("lang", report.language());
        assertThat(reader.find("h1")).containsText(report.title());
        assertThat(reader.find("article")).containsText(report.words());
        reader.screenshot("four-" + report.language() + "-newsroom");
        assertThat(chromium.troubles()).isEmpty();
    }

    private void report(RealReport report) {
        Person reporter = chromium.person("communitymanager");
        reporter.beginReport();
        reporter.fill("What is happening?", report.title());
        reporter.fill("What did you see?", report.description());
        reporter.choose("Language of what you wrote above", report.language());
        reporter.report();
        assertThat(reporter.find(".modal-body form.firebreak")).hasCount(0);
        assertThat(reporter.find("[notifications-panel]")).containsText(Pattern.compile("CR-\\d{4}-\\d{4} is open\\."));
    }

    private String assess(RealReport report) {
        Person assessor = chromium.person("communitymanager2");
        assessor.open("Community manager", "Assess the incident", report.title());
        assessor.claim();
        assessor.answer("What kind of trouble is it?", report.category());
        assessor.answer("Are people, their health or their data in danger?", "No");
        assessor.answer("How fast does it spread?", "Fast");
        assessor.fill("How many of a hundred mentions are against us?", "55");
        String reference = assessor.reference();
        assessor.finish();
        return reference;
    }

    /** The steps between are led over HTTP; a grave case must not hold back the others of this test. */
    private void contain(String reference, RealReport report) {
        firebreak.contain(reference);
        if (WITH_AN_AUTHOR.contains(report.category())) {
            firebreak.complete("communitymanager", reference, "UserTask_VerifyAuthor", UNKNOWN_AUTHOR);
        }
        firebreak.complete(
                "crisislead",
                reference,
                "UserTask_ChoosePosture",
                Map.of("posture", "REBUILD", "reason", "Es culpa nuestra."));
        if (firebreak
                        .get("crisislead", "/api/cases/" + reference)
                        .at("/severity")
                        .asText()
                        .compareTo("S3")
                < 0) {
            firebreak.act("crisislead", reference, "freeze/lift", Map.of("reason", "Solo afecta a este caso."));
        }
    }

    private void write(RealReport report) {
        Person author = chromium.person("spokesperson");
        author.open("Spokesperson", "Write the statement", report.title());
        author.claim();
        author.fill("Title", report.title());
        author.fill("Text", report.answer());
        author.explainWording(AuthorsWord.WORD);
        author.finish();
    }

    private void approve(RealReport report) {
        Person approver = chromium.person("legal");
        approver.open("Legal", "Approve the statement", report.title());
        approver.claim();
        approver.answer("What do you decide?", "Approve exactly this text");
        approver.screenshotOfWholeForm("four-" + report.language() + "-approve");
        approver.finish();
    }

    private String addressShownToTheReviewer(RealReport report) {
        Person reviewer = chromium.person("management");
        reviewer.open("Management", "Review the crisis", report.title());
        return reviewer.find("[data-place=published] a").first().getAttribute("href");
    }

    private static Path processesWithShortCoolDown(Path folder) throws IOException {
        Path processes = Path.of("processes");
        Path copy = folder.resolve("processes");
        try (Stream<Path> files = Files.walk(processes)) {
            files.filter(Files::isRegularFile).forEach(file -> copy(file, copy.resolve(processes.relativize(file))));
        }
        Path timing = copy.resolve("decisions").resolve("Timing.dmn");
        Files.writeString(timing, Files.readString(timing).replaceAll("\"PT(15|20)M\"", "\"" + COOL_DOWN + "\""));
        return copy;
    }

    private static void copy(Path from, Path to) {
        try {
            Files.createDirectories(to.getParent());
            Files.copy(from, to);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
