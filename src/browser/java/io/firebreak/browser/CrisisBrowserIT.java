package io.firebreak.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.firebreak.support.PackagedApplication;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What people see: cases led in Tasklist in a real browser, against the packed jar. */
@Tag("browser")
class CrisisBrowserIT {

    private static final String HOSTILE = "<img src=x onerror=alert(1)>{{constructor.constructor('alert(1)')()}}";
    private static final String TITLE = "La etiqueta dice «sin gluten» y no lo es 😡 " + HOSTILE;
    private static final String DESCRIPTION =
            "Varias personas avisan en X desde las 07:30.\n\n" + HOSTILE + "\n\n\u200fتعليق غاضب\u200f – już 312 osób";
    private static final String PICTURE_TEXT = "La etiqueta con la fecha equivocada. <b>x</b>";
    private static final String STATEMENT_TITLE = "Sobre la etiqueta «sin gluten» " + HOSTILE;
    private static final String FIRST_TEXT =
            "Ayer publicamos una etiqueta equivocada.\n\nRetiramos el lote. " + HOSTILE;
    private static final String SECOND_TEXT =
            "Ayer publicamos una etiqueta equivocada: el producto contiene gluten.\n\n"
                    + "Retiramos el lote 4711 de las 12 tiendas de Sevilla. " + HOSTILE
                    + "\n\nVolvemos a informar a las 18:00 🙏";
    private static final String COMMENT = "¿Qué lote y qué tiendas? " + HOSTILE;

    private static PackagedApplication firebreak;

    private Chromium chromium;

    @BeforeAll
    static void start() throws IOException {
        Path folder = Files.createDirectories(Path.of("target", "browser-data"));
        firebreak = PackagedApplication.demo(Files.createTempDirectory(folder, "demo"));
    }

    @AfterAll
    static void stop() {
        firebreak.close();
    }

    @BeforeEach
    void openBrowser() {
        chromium = new Chromium(firebreak.address());
    }

    @AfterEach
    void closeBrowser() {
        chromium.close();
    }

    @Test
    void shouldLeadACaseFromReportToReviewAsSevenPeople() {
        // when
        reportAsCommunityManager();
        assessAsAnotherCommunityManager();
        writeAsSpokesperson();
        sendBackAsLegal();
        writeAgainAsSpokesperson();
        approveAsAnotherOfLegal();
        chromium.person("areaowner").publishByHand(TITLE);
        String address = reviewAsManagement();

        // then
        readAsThePublic(address);
        assertThat(chromium.troubles()).isEmpty();
    }

    private void reportAsCommunityManager() {
        Person reporter = chromium.person("communitymanager");
        reporter.beginReport();
        reporter.fill("What is happening?", TITLE);
        reporter.fill("What did you see?", DESCRIPTION);
        reporter.choose("Language of what you wrote above", "es");
        reporter.fill("Link to the post", "https://social.example/@ana/113");
        reporter.screenshot("report");
        reporter.report();
        assertThat(reporter.find(".modal-body form.firebreak")).hasCount(0);
    }

    private void assessAsAnotherCommunityManager() {
        Person assessor = chromium.person("communitymanager2");
        assessor.open("Community manager", "Assess the incident", TITLE);
        assertThat(assessor.card("Assess the incident", TITLE)).containsText(TITLE);
        assessor.card("Assess the incident", TITLE)
                .locator(".variable-value")
                .last()
                .hover();
        assertThat(assessor.find(".tooltip")).containsText(HOSTILE);
        assertThat(assessor.find(".firebreak-title")).hasText(TITLE);
        assertThat(assessor.find(".firebreak-report")).containsText(HOSTILE);
        assertThat(assessor.find(".firebreak-claim")).isVisible();
        assessor.screenshot("assess-before-claim");
        assessor.claim();
        assertThat(assessor.mayComplete()).isFalse();
        assessor.answer("What kind of trouble is it?", "Our own slip");
        assessor.answer("Are people, their health or their data in danger?", "No");
        assessor.answer("How fast does it spread?", "As usual");
        assessor.fill("How many of a hundred mentions are against us?", "12");
        assessor.tick("A photo or video drives it");
        assessor.screenshotOfWholeForm("assess");
        assessor.finish();
    }

    private void writeAsSpokesperson() {
        Person author = chromium.person("spokesperson");
        author.open("Spokesperson", "Write the statement", TITLE);
        author.claim();
        assertThat(author.find(".firebreak-headline")).containsText("S4 – routine");
        assertThat(author.field("Language of the statement")).hasValue("es");
        author.fill("Title", STATEMENT_TITLE);
        author.fill("Text", FIRST_TEXT);
        author.choosePicture("Pictures, if they help", "etiqueta.png");
        assertThat(author.mayComplete()).isFalse();
        author.fill("What does it show?", PICTURE_TEXT);
        author.screenshotOfWholeForm("write");
        author.finish();
    }

    private void sendBackAsLegal() {
        Person approver = chromium.person("legal");
        approver.open("Legal", "Approve the statement", TITLE);
        approver.claim();
        assertThat(approver.find(".firebreak-statement h3")).hasText(STATEMENT_TITLE);
        assertThat(approver.find(".firebreak-statement > p").last()).hasText("Retiramos el lote. " + HOSTILE);
        approver.answer("What do you decide?", "Send it back");
        assertThat(approver.mayComplete()).isFalse();
        approver.fill("What has to change, and why?", COMMENT);
        approver.screenshotOfWholeForm("send-back");
        approver.finish();
    }

    private void writeAgainAsSpokesperson() {
        Person author = chromium.person("spokesperson");
        author.open("Spokesperson", "Write the statement", TITLE);
        author.claim();
        assertThat(author.find("[data-place=decision]")).containsText(COMMENT);
        assertThat(author.field("What does it show?")).hasValue(PICTURE_TEXT);
        assertThat(author.field("Title")).hasValue(STATEMENT_TITLE);
        assertThat(author.field("Text")).hasValue(FIRST_TEXT);
        author.fill("Text", SECOND_TEXT);
        author.tick("This statement apologises in public");
        author.screenshotOfWholeForm("write-again");
        author.finish();
    }

    private void approveAsAnotherOfLegal() {
        Person approver = chromium.person("legal2");
        approver.open("Legal", "Approve the statement", TITLE);
        approver.claim();
        assertThat(approver.find(".firebreak-changes ins").first()).containsText("Yes");
        assertThat(approver.find("[data-place=about]")).containsText("Yes, it apologises in public");
        assertThat(approver.find(".firebreak-pictures img")).hasAttribute("alt", PICTURE_TEXT);
        assertThat(approver.find(".firebreak-pictures img").evaluate("picture => picture.naturalWidth"))
                .isEqualTo(Person.PICTURE_WIDTH);
        approver.answer("What do you decide?", "Approve exactly this text");
        approver.screenshotOfWholeForm("approve");
        approver.finish();
    }

    private String reviewAsManagement() {
        Person reviewer = chromium.person("management");
        reviewer.open("Management", "Review the crisis", TITLE);
        reviewer.claim();
        String address = reviewer.find("[data-place=published] a").getAttribute("href");
        reviewer.answer("Does the published statement need a correction?", "No, it stands");
        reviewer.answer("What is it about?", "Message");
        reviewer.fill("What did we find?", "Dos personas leen cada etiqueta. " + HOSTILE);
        reviewer.answer("Is something done about it?", "No, for a reason");
        reviewer.fill("Why is nothing done?", "Ya se hace.");
        reviewer.unfold("What happened so far");
        assertThat(reviewer.find(".firebreak-history")).containsText(COMMENT);
        reviewer.screenshotOfWholeForm("review");
        String reference = reviewer.find(".firebreak-headline strong").first().innerText();
        reviewer.finish();
        assertThat(phase(reference)).isEqualTo("CLOSED");
        return address;
    }

    private void readAsThePublic(String address) {
        Person reader = chromium.person("areaowner");
        reader.visit(address);
        assertThat(reader.find("h1")).containsText(STATEMENT_TITLE);
        assertThat(reader.find("body")).containsText("Retiramos el lote 4711 de las 12 tiendas de Sevilla. " + HOSTILE);
        assertThat(reader.find("body")).not().containsText(FIRST_TEXT);
        reader.screenshot("newsroom");
    }

    @Test
    void shouldCorrectAPublishedStatement() {
        // given
        String reference = publishedCase("Frigoríficos");

        // when
        Person reviewer = chromium.person("management");
        reviewer.open("Management", "Review the crisis", "Frigoríficos");
        reviewer.claim();
        reviewer.answer("Does the published statement need a correction?", "Yes");
        reviewer.fill("What has to be corrected?", "Es el lote 4712");
        reviewer.finish();

        Person author = chromium.person("spokesperson");
        author.open("Spokesperson", "Write the statement", "Frigoríficos");
        author.claim();
        assertThat(author.find("[data-place=decision]")).containsText("Es el lote 4712");
        assertThat(author.field("Text")).hasValue("Hoy no enfrían.");
        assertThat(author.mayComplete()).isFalse();
        author.fill("Text", "Hoy no enfría el lote 4712.");
        author.fill("What is corrected?", "Solo falla el lote 4712.");
        author.screenshotOfWholeForm("write-correction");
        author.finish();

        Person approver = chromium.person("legal");
        approver.open("Legal", "Approve the statement", "Frigoríficos");
        approver.claim();
        assertThat(approver.find(".firebreak-correction")).containsText("Solo falla el lote 4712.");
        approver.answer("What do you decide?", "Approve exactly this text");
        approver.screenshotOfWholeForm("approve-correction");
        approver.finish();
        chromium.person("areaowner").publishByHand("Frigoríficos");

        reviewer.open("Management", "Review the crisis", "Frigoríficos");
        reviewer.claim();
        reviewer.answer("Does the published statement need a correction?", "No, it stands");
        reviewer.fill("What did we learn?", "Primero el lote, luego la nota.");
        reviewer.screenshotOfWholeForm("review-after-correction");
        String address = reviewer.find("[data-place=published] a").getAttribute("href");
        reviewer.finish();

        // then
        reviewer.visit(address);
        assertThat(reviewer.find("body")).containsText("Hoy no enfría el lote 4712.");
        assertThat(phase(reference)).isEqualTo("CLOSED");
        assertThat(chromium.troubles()).isEmpty();
    }

    @Test
    void shouldShowWhyAReportIsRefusedAndLoseNothing() {
        // given
        Person reporter = chromium.person("communitymanager");
        reporter.troublesToCome().expect("400 POST .*/submit-form");
        reporter.troublesToCome().expect("console: Failed to load resource: .* 400 .*/submit-form.*");
        reporter.beginReport();
        reporter.fill("What is happening?", "Prueba de rechazo");
        reporter.fill("What did you see?", "Una campana \u0007 entre las palabras");
        reporter.choose("Language of what you wrote above", "other");
        reporter.fill("The code of the other language", "pt-br");

        // when
        reporter.report();

        // then
        assertThat(reporter.find(".firebreak-refusal"))
                .hasText("Not done. The description holds a character that is no text (U+0007 at position 13);"
                        + " please remove it.");
        assertThat(reporter.field("What is happening?")).hasValue("Prueba de rechazo");
        reporter.screenshot("report-refused");

        // when
        reporter.fill("What did you see?", "Sin campana");
        reporter.report();

        // then
        assertThat(reporter.find(".modal-body form.firebreak")).hasCount(0);
        assertThat(chromium.troubles()).isEmpty();
    }

    @Test
    void shouldKeepADraftWhenThePageIsLoadedAnew() {
        // given
        String reference = reportedCase("Borrador");
        Person assessor = chromium.person("communitymanager2");
        assessor.open("Community manager", "Assess the incident", "Borrador");
        assessor.claim();

        // when
        assessor.answer("How fast does it spread?", "Explosively");
        assessor.fill("How many of a hundred mentions are against us?", "61");
        assessor.find(".firebreak-draft").waitFor();
        assessor.reload();

        // then
        assertThat(assessor.find(".firebreak-headline")).containsText(reference);
        assertThat(assessor.field("How many of a hundred mentions are against us?"))
                .hasValue("61");
        assertThat(assessor.form().getByLabel("Explosively")).isChecked();
        assertThat(chromium.troubles()).isEmpty();
    }

    @Test
    void shouldShowForeignTextAsTextInCockpit() {
        // given
        String reference = reportedCase("Hostil " + HOSTILE);
        String instance = firebreak
                .get("crisislead", "/engine-rest/process-instance?businessKey=" + reference)
                .get(0)
                .get("id")
                .asText();
        Person manager = chromium.person("crisislead");

        // when
        manager.visit(firebreak.address() + "/camunda/app/cockpit/default/#/process-instance/" + instance + "/runtime");

        // then
        assertThat(manager.find("body")).containsText("caseTitle");
        assertThat(manager.find("body")).containsText("Hostil " + HOSTILE);
        manager.screenshot("cockpit");
        assertThat(chromium.troubles()).isEmpty();
    }

    @Test
    void shouldSayThatTheTaskWasFinishedElsewhere() {
        // given
        String reference = reportedCase("Entretanto");
        firebreak.complete(
                "communitymanager",
                reference,
                "UserTask_AssessIncident",
                Map.of(
                        "category",
                        "PRODUCT_QUALITY",
                        "spread",
                        "HIGH",
                        "negativeSharePercent",
                        61,
                        "safetyRisk",
                        false));
        firebreak.complete(
                "spokesperson",
                reference,
                "UserTask_WriteStatement",
                Map.of("language", "es", "title", "Una nota", "body", "Lo estamos comprobando."));
        Person lead = chromium.personWithPhone("crisislead");
        lead.troublesToCome().expect("[45]\\d\\d POST .*/submit-form");
        lead.troublesToCome().expect("console: Failed to load resource: .* [45]\\d\\d .*/submit-form.*");
        lead.open("Crisis lead", "Approve the statement", "Entretanto");
        lead.claim();
        lead.answer("What do you decide?", "Send it back");
        lead.fill("What has to change, and why?", "Falta el lote");
        lead.screenshotOfWholeForm("approve-on-a-phone");

        // when
        firebreak.complete(
                "crisislead",
                reference,
                "UserTask_ApproveStatement",
                Map.of("decision", "SEND_BACK", "comments", "Demasiado breve", "sha256", sha256(reference)));
        lead.complete();

        // then
        assertThat(lead.find(".firebreak-refusal")).containsText("Somebody has finished this task in the meantime");
        assertThat(lead.field("What has to change, and why?")).hasValue("Falta el lote");
        assertThat(chromium.troubles()).isEmpty();
    }

    private static String publishedCase(String title) {
        String reference = reportedCase(title);
        firebreak.complete(
                "communitymanager",
                reference,
                "UserTask_AssessIncident",
                Map.of("category", "OWN_SLIP", "spread", "STEADY", "negativeSharePercent", 20, "safetyRisk", false));
        firebreak.complete(
                "spokesperson",
                reference,
                "UserTask_WriteStatement",
                Map.of("language", "es", "title", title, "body", "Hoy no enfrían."));
        firebreak.complete(
                "legal",
                reference,
                "UserTask_ApproveStatement",
                Map.of("decision", "APPROVE", "sha256", sha256(reference)));
        firebreak.publishByHand(reference);
        return reference;
    }

    private static String reportedCase(String title) {
        return firebreak
                .post(
                        "communitymanager",
                        "/api/incidents",
                        Map.of("title", title, "description", "Visto en la red", "language", "es"))
                .get("reference")
                .asText();
    }

    private static String phase(String reference) {
        return firebreak
                .get("crisislead", "/api/cases/" + reference)
                .get("phase")
                .asText();
    }

    private static String sha256(String reference) {
        return firebreak.get("crisislead", "/api/cases/" + reference).get("ledger").findValues("sha256").stream()
                .reduce((first, last) -> last)
                .orElseThrow()
                .asText();
    }
}
