package io.firebreak.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.firebreak.support.AuthorsWord;
import io.firebreak.support.PackagedApplication;
import io.firebreak.support.RealReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

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
    private static final String REPLY = "Su paquete sale hoy. " + HOSTILE;
    private static final Map<String, Object> ONE_COMPLAINT = Map.of(
            "category", "CUSTOMER_COMPLAINT", "spread", "STEADY", "negativeSharePercent", 10, "safetyRisk", false);
    private static final String AREA = "Producción";
    private static final String QUESTION = "¿Qué lotes tienen esta etiqueta? " + HOSTILE;
    private static final String FACT = "Solo el lote 4711, desde el martes. " + HOSTILE;
    private static final String HOLDING_TITLE = "Comprobamos una etiqueta";
    private static final String MEASURE = "Dos personas leen cada etiqueta";
    private static final String COMMENT = "¿Qué lote y qué tiendas? " + HOSTILE;

    private static PackagedApplication firebreak;

    private final Map<String, Person> people = new HashMap<>();

    @RegisterExtension
    private final Chromium chromium = Chromium.at(() -> firebreak.address());

    @BeforeAll
    static void start() throws IOException {
        Path folder = Files.createDirectories(Path.of("target", "browser-data"));
        firebreak = PackagedApplication.demo(Files.createTempDirectory(folder, "demo"));
    }

    @AfterAll
    static void stop() {
        firebreak.close();
    }

    @Test
    void shouldLeadACrisisFromReportToItsMeasureAsSevenPeople() {
        // when
        reportAsCommunityManager();
        String reference = assessAsAnotherCommunityManager();
        takeTheLead();
        tellWhatTheAreaKnows();
        findTheCause();
        holdWithAFirstWord();
        chooseThePosture();
        writeAsSpokesperson();
        sendBackAsLegal();
        writeAgainAsSpokesperson();
        approveAsAnotherOfLegal();
        // at S1 the crisis lead is asked at the same time, and management afterwards
        firebreak.agree(reference);
        person("areaowner").publishByHand(TITLE);
        translateIntoPolish();
        weighNewFacts(reference);
        countAndJudgeReactions(reference);
        lookAtItInCockpit(reference);
        String address = reviewAsManagement();
        carryOutTheMeasure(reference);

        // then
        readAsThePublic(address);
        assertThat(phase(reference)).isEqualTo("CLOSED");
        assertThat(chromium.troubles()).isEmpty();
    }

    private void reportAsCommunityManager() {
        Person reporter = person("communitymanager");
        reporter.beginReport();
        reporter.fill("What is happening?", TITLE);
        reporter.fill("What did you see?", DESCRIPTION);
        reporter.choose("Language of what you wrote above", "es");
        reporter.fill("Link to the post", "https://social.example/@ana/113");
        reporter.screenshot("report");
        reporter.report();
        assertThat(reporter.find(".modal-body form.firebreak")).hasCount(0);
    }

    private String assessAsAnotherCommunityManager() {
        Person assessor = person("communitymanager2");
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
        assessor.answer("What kind of trouble is it?", "A fault in a product or service");
        assessor.answer("Are people, their health or their data in danger?", "Yes, or it can't be ruled out");
        assessor.answer("How fast does it spread?", "Fast");
        assessor.fill("How many of a hundred mentions are against us?", "61");
        assessor.tick("A photo or video drives it");
        assertThat(assessor.find(".firebreak-advice"))
                .containsText("For your answers the table advises: S1 – critical");
        assessor.choose("How bad is it?", "S3");
        assertThat(assessor.mayComplete()).isFalse();
        assessor.screenshotOfWholeForm("assess-less-gravely");
        assessor.choose("How bad is it?", "");
        assessor.screenshotOfWholeForm("assess");
        String reference = assessor.reference();
        assessor.finish();
        return reference;
    }

    private void takeTheLead() {
        Person lead = person("crisislead");
        lead.open("Crisis lead", "Take the lead", TITLE);
        assertThat(lead.find(".firebreak-headline")).containsText("S1 – critical");
        lead.claim();
        lead.fill("Other areas", AREA);
        assertThat(lead.mayComplete()).isFalse();
        lead.fill("What are they asked?", QUESTION);
        lead.screenshotOfWholeForm("take-the-lead");
        lead.finish();
    }

    private void tellWhatTheAreaKnows() {
        Person owner = person("areaowner");
        owner.open("Area owner", "Provide the facts", TITLE);
        owner.claim();
        assertThat(owner.form()).containsText(AREA);
        assertThat(owner.form()).containsText(QUESTION);
        owner.fill("The facts", FACT);
        owner.screenshotOfWholeForm("provide-facts");
        owner.finish();
    }

    private void findTheCause() {
        Person investigator = person("communitymanager");
        investigator.open("Community manager", "Investigate the cause", TITLE);
        investigator.claim();
        assertThat(investigator.find(".firebreak-case")).containsText(FACT);
        investigator.fill("How and where did it begin?", "Una foto de la etiqueta en X. " + HOSTILE);
        investigator.fill("What set it off, and what feeds it?", "Nadie contesta.");
        investigator.answer("How far do we answer for it?", "Strongly");
        investigator.answer("What kind of crisis do people take it for?", "It could have been avoided");
        investigator.answer("What is said against us?", "A fact");
        investigator.screenshotOfWholeForm("investigate-cause");
        investigator.finish();
    }

    private void holdWithAFirstWord() {
        Person author = person("spokesperson");
        author.open("Spokesperson", "Write the holding statement", TITLE);
        author.claim();
        assertThat(author.find(".firebreak-case")).containsText(FACT);
        author.fill("Title", HOLDING_TITLE);
        author.fill("What is known?", "Una etiqueta dice «sin gluten» y no lo es.");
        author.fill("What is being checked?", "Comprobamos qué lotes son.");
        author.fill("When does the next word come?", inMadrid(Duration.ofHours(3), "yyyy-MM-dd'T'HH:mm"));
        author.explainWording(AuthorsWord.WORD);
        author.screenshotOfWholeForm("write-holding-statement");
        author.finish();
        Person approver = person("legal");
        approver.open("Legal", "Approve the holding statement", TITLE);
        approver.claim();
        assertThat(approver.find(".firebreak-statement")).containsText("Comprobamos qué lotes son.");
        assertThat(approver.find("[data-place=about]")).containsText("the next word by");
        approver.answer("What do you decide?", "Approve exactly this text");
        approver.screenshotOfWholeForm("approve-holding-statement");
        approver.finish();
        person("areaowner").publishByHand(TITLE);
    }

    private void chooseThePosture() {
        Person lead = person("crisislead");
        lead.open("Crisis lead", "Choose the posture", TITLE);
        lead.claim();
        assertThat(lead.find("[data-place=advice]")).containsText("Rebuild");
        lead.answer("Which posture do we take?", "Hold");
        assertThat(lead.mayComplete()).isFalse();
        lead.answer("Which posture do we take?", "Rebuild");
        lead.screenshotOfWholeForm("choose-posture");
        lead.finish();
    }

    private void writeAsSpokesperson() {
        Person author = person("spokesperson");
        author.open("Spokesperson", "Write the statement", TITLE);
        author.claim();
        assertThat(author.find(".firebreak-case")).containsText("Next word promised");
        assertThat(author.find("[data-place=posture]")).containsText("chosen by Giulia Ferri");
        assertThat(author.field("Language of the statement")).hasValue("es");
        author.fill("Title", STATEMENT_TITLE);
        author.fill("Text", FIRST_TEXT);
        author.field("Polish").check();
        author.choosePicture("Pictures, if they help", "etiqueta.png");
        assertThat(author.mayComplete()).isFalse();
        author.fill("What does it show?", PICTURE_TEXT);
        author.explainWording(AuthorsWord.WORD);
        author.screenshotOfWholeForm("write");
        author.finish();
    }

    private void sendBackAsLegal() {
        Person approver = person("legal");
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
        Person author = person("spokesperson");
        author.open("Spokesperson", "Write the statement", TITLE);
        author.claim();
        assertThat(author.find("[data-place=decision]")).containsText(COMMENT);
        assertThat(author.field("What does it show?")).hasValue(PICTURE_TEXT);
        assertThat(author.field("Title")).hasValue(STATEMENT_TITLE);
        assertThat(author.field("Text")).hasValue(FIRST_TEXT);
        author.fill("Text", SECOND_TEXT);
        author.tick("This statement apologises in public");
        author.explainWording(AuthorsWord.WORD);
        author.screenshotOfWholeForm("write-again");
        author.finish();
    }

    private void approveAsAnotherOfLegal() {
        Person approver = person("legal2");
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

    private void translateIntoPolish() {
        Person translator = person("spokesperson");
        translator.open("Spokesperson", "Translate the statement", TITLE);
        translator.claim();
        assertThat(translator.find("[data-place=language]")).hasText("Polish");
        assertThat(translator.find("[data-place=original]")).containsText(STATEMENT_TITLE);
        translator.fill("Title", "O etykiecie „bez glutenu”");
        translator.fill("Text", "Etykieta była błędna: produkt zawiera gluten.");
        translator.fill("What does it show?", "Etykieta z błędną datą.");
        translator.explainWording(AuthorsWord.WORD);
        translator.screenshotOfWholeForm("translate");
        translator.finish();
        Person approver = person("legal");
        approver.open("Legal", "Approve the translation", TITLE);
        approver.claim();
        assertThat(approver.find("[data-place=original]")).containsText(STATEMENT_TITLE);
        approver.answer("What do you decide?", "Approve exactly this text");
        approver.screenshotOfWholeForm("approve-translation");
        approver.finish();
        person("areaowner").publishByHand(TITLE);
    }

    private void weighNewFacts(String reference) {
        firebreak.act("areaowner", reference, "facts", Map.of("facts", "También el lote 4713. " + HOSTILE));
        Person lead = person("crisislead");
        lead.open("Crisis lead", "Weigh the new facts", TITLE);
        lead.claim();
        assertThat(lead.form()).containsText("También el lote 4713. " + HOSTILE);
        lead.answer("Do they?", "No, what we say stands");
        lead.fill("What do they change, or why nothing?", "El lote 4713 no se vendió.");
        lead.screenshotOfWholeForm("weigh-new-facts");
        lead.finish();
    }

    /** The next look is half an hour away: the administrator lets it come at once. */
    private void countAndJudgeReactions(String reference) {
        firebreak.awaitPhase(reference, "WATCH");
        firebreak.count(reference, Instant.now().minus(Duration.ofMinutes(90)).truncatedTo(ChronoUnit.MINUTES), 10);
        firebreak.runJob(reference, "CatchEvent_NextLookDue");
        Person counter = person("communitymanager2");
        counter.open("Community manager", "Count the reactions", TITLE);
        counter.claim();
        assertThat(counter.find("[data-place=reactions] tbody tr")).hasCount(1);
        assertThat(counter.field("Counted from")).hasValue(Pattern.compile("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d"));
        counter.fill("Counted from", inMadrid(Duration.ofMinutes(-20), "yyyy-MM-dd HH:mm"));
        counter.fill("How many mentions were there?", "900");
        counter.fill("How many of a hundred of them are against us?", "12");
        counter.screenshotOfWholeForm("count-reactions");
        counter.finish();
        Person judge = person("crisislead");
        judge.open("Crisis lead", "Judge the reactions", TITLE);
        judge.claim();
        assertThat(judge.find("[data-place=reactions] tbody tr")).hasCount(2);
        assertThat(judge.find("[data-place=verdict]")).containsText("most of it is not against us");
        judge.answer("How does it go on?", "It is calm");
        judge.fill("Why?", "La gente da las gracias.");
        judge.screenshotOfWholeForm("judge-reactions");
        judge.finish();
    }

    private void lookAtItInCockpit(String reference) {
        Person manager = chromium.person("crisislead2");
        manager.visit(firebreak.address() + "/camunda/app/cockpit/default/#/process-instance/" + instanceOf(reference)
                + "/runtime");
        assertThat(manager.find(".djs-container .badge, .djs-container .activity-bottom-left-position")
                        .first())
                .isVisible();
        manager.screenshot("cockpit-review");
    }

    private String reviewAsManagement() {
        Person reviewer = person("management");
        reviewer.open("Management", "Review the crisis", TITLE);
        reviewer.claim();
        String address = reviewer.find("[data-place=published] a").first().getAttribute("href");
        reviewer.answer("Does the published statement need a correction?", "No, it stands");
        reviewer.answer("What is it about?", "Message");
        reviewer.fill("What did we find?", "Dos personas leen cada etiqueta. " + HOSTILE);
        reviewer.answer("Is something done about it?", "Yes, a measure");
        reviewer.fill("What is done?", MEASURE);
        reviewer.choose("Who does it?", "Pilar Ortega (areaowner)");
        reviewer.fill("By which day?", inMadrid(Duration.ofDays(30), "yyyy-MM-dd"));
        reviewer.screenshotOfLink("Read the impact report", "impact-report");
        reviewer.unfold("What happened so far");
        assertThat(reviewer.find(".firebreak-history")).containsText(COMMENT);
        reviewer.screenshotOfWholeForm("review");
        reviewer.finish();
        return address;
    }

    private void carryOutTheMeasure(String reference) {
        firebreak.awaitPhase(reference, "CLOSED");
        Person owner = person("areaowner");
        owner.open("Mine", "Carry out the measure", TITLE);
        assertThat(owner.find("[data-place=measure]")).containsText(MEASURE);
        owner.answer("Is it done?", "Yes, it is done");
        owner.fill("What was done?", "La regla está en el manual.");
        owner.screenshotOfWholeForm("carry-out-measure");
        owner.finish();
    }

    private void readAsThePublic(String address) {
        Person reader = person("areaowner");
        reader.visit(address);
        assertThat(reader.find("h1")).containsText(STATEMENT_TITLE);
        assertThat(reader.find("body")).containsText("Retiramos el lote 4711 de las 12 tiendas de Sevilla. " + HOSTILE);
        assertThat(reader.find("body")).not().containsText(FIRST_TEXT);
        reader.screenshot("newsroom");
    }

    @Test
    void shouldAnswerOneCommentWithoutWaitingForTheCoolDown() {
        // given
        String title = "Mi paquete";
        String reference = reportedCase(title);
        firebreak.complete("communitymanager", reference, "UserTask_AssessIncident", ONE_COMPLAINT);

        // when
        verifyTheAuthor(title);
        planTheReply(title);
        writeTheReply(title);
        agreeToTheReply(title);
        endTheCoolDown(reference, title);
        sendTheReply(title);
        settleTheComment(title);

        // then
        firebreak.awaitPhase(reference, "CLOSED");
        assertThat(chromium.troubles()).isEmpty();
    }

    private void verifyTheAuthor(String title) {
        Person checker = person("communitymanager");
        checker.open("Community manager", "Verify the author", title);
        checker.claim();
        checker.fill("What does the author call themselves?", "@ana " + HOSTILE);
        checker.fill("Where do they write?", "X");
        checker.answer("Is there an order or a ticket of theirs?", "No, or nobody can tell");
        checker.answer("Is the account younger than 30 days?", "Yes");
        checker.answer("Did five or more accounts write nearly the same within ten minutes?", "Yes");
        checker.answer("Do several accounts spread the same link in a burst?", "Yes");
        checker.answer("Does the account write about nothing else?", "Not known");
        checker.answer("Are several accounts active at the same moments?", "Not known");
        checker.screenshotOfWholeForm("verify-author");
        checker.finish();
        Person investigator = person("crisislead");
        investigator.open("Crisis lead", "Investigate the suspicion", title);
        investigator.claim();
        assertThat(investigator.find("[data-place=replies]")).containsText("that is no verdict");
        investigator.answer("Do accounts act together?", "Yes, and a competitor is behind them");
        investigator.fill("How did you come to this?", "Las cinco cuentas enlazan la misma tienda. " + HOSTILE);
        investigator.fill("Evidence", "https://shop.example/1\nhttps://shop.example/2");
        investigator.screenshotOfWholeForm("investigate-suspicion");
        investigator.finish();
        Person manager = person("management");
        manager.open("Management", "Countersign the competitor", title);
        manager.claim();
        assertThat(manager.find("[data-place=replies]")).containsText("https://shop.example/2");
        manager.answer("Do you agree that a competitor is behind it?", "No");
        manager.fill("Why not?", "Una tienda no es una prueba.");
        manager.screenshotOfWholeForm("countersign-competitor");
        manager.finish();
    }

    private void planTheReply(String title) {
        Person planner = person("communitymanager");
        planner.open("Community manager", "Plan the reply", title);
        planner.claim();
        planner.answer("What does it need?", "The word of an area first");
        planner.fill("Which area?", AREA);
        planner.fill("What do you want to know?", QUESTION);
        planner.screenshotOfWholeForm("plan-reply");
        planner.finish();
        Person owner = person("areaowner");
        owner.open("Area owner", "Give the area's word", title);
        owner.claim();
        assertThat(owner.find("[data-place=question]")).containsText(QUESTION);
        owner.fill("Your answer", FACT);
        owner.screenshotOfWholeForm("ask-area-owner");
        owner.finish();
    }

    private void writeTheReply(String title) {
        Person author = person("spokesperson");
        author.open("Spokesperson", "Write the reply", title);
        author.claim();
        assertThat(author.find(".firebreak-case")).containsText(FACT);
        author.answer("How does it get there?", "In the thread");
        author.fill("The reply", REPLY);
        author.tick("It apologises");
        author.explainWording(AuthorsWord.WORD);
        author.screenshotOfWholeForm("write-reply");
        author.finish();
    }

    private void agreeToTheReply(String title) {
        Person second = person("legal");
        second.open("Legal", "Agree to the reply", title);
        second.claim();
        assertThat(second.find("[data-place=reply]")).containsText(REPLY);
        second.answer("What do you decide?", "Agree to exactly this text");
        second.screenshotOfWholeForm("agree-to-reply");
        second.finish();
    }

    private void endTheCoolDown(String reference, String title) {
        firebreak.act("crisislead", reference, "cool-down/end", Map.of("reason", "Espera en la tienda. " + HOSTILE));
        Person second = person("management");
        second.open("Management", "Agree to end the cool-down early", title);
        second.claim();
        assertThat(second.form()).containsText("Espera en la tienda. " + HOSTILE);
        second.answer("Your decision", "End it now");
        second.screenshotOfWholeForm("agree-to-end-cool-down");
        second.finish();
    }

    private void sendTheReply(String title) {
        Person sender = person("communitymanager");
        sender.open("Community manager", "Send the reply", title);
        sender.claim();
        assertThat(sender.find("[data-place=reply]")).containsText(REPLY);
        sender.find("button:text('Copy the text')").click();
        assertThat(sender.find("button:text('Copied')")).isVisible();
        sender.answer("What did you do?", "It is sent");
        sender.fill("Link to it", "https://social.example/@marca/115");
        sender.screenshotOfWholeForm("send-reply");
        sender.finish();
    }

    private void settleTheComment(String title) {
        Person sender = person("communitymanager");
        sender.open("Community manager", "Settle the comment", title);
        sender.claim();
        sender.answer("How did they take it?", "Answered and calm");
        sender.tick("I propose to offer them something in private");
        assertThat(sender.find("[data-place=budget]")).containsText("50");
        sender.answer("How is it to reach them?", "By mail");
        sender.fill("The amount", "25.50");
        sender.fill("The currency", "EUR");
        sender.fill("Why?", "Dos semanas de retraso.");
        sender.screenshotOfWholeForm("settle-comment");
        // whoever is under suspicion is offered nothing
        sender.untick("I propose to offer them something in private");
        sender.finish();
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
        assertThat(author.field("Text"))
                .hasValue(Pattern.compile("Hoy no enfrían\\.\\s+.*https://social.example/@ana/114.*"));
        assertThat(author.find("[data-place=wrongPost]")).containsText("https://social.example/@ana/114");
        assertThat(author.mayComplete()).isFalse();
        author.fill("Text", "Hoy no enfría el lote 4712.");
        author.fill("What is corrected?", "Solo falla el lote 4712.");
        author.explainWording(AuthorsWord.WORD);
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
        firebreak.calm(reference);

        reviewer.open("Management", "Review the crisis", "Frigoríficos");
        reviewer.claim();
        reviewer.answer("Does the published statement need a correction?", "No, it stands");
        reviewer.answer("What is it about?", "Content");
        reviewer.fill("What did we find?", "Primero el lote, luego la nota.");
        reviewer.answer("Is something done about it?", "No, for a reason");
        reviewer.fill("Why is nothing done?", "Ya se hace.");
        reviewer.screenshotOfWholeForm("review-after-correction");
        String address = reviewer.find("[data-place=published] a").first().getAttribute("href");
        reviewer.finish();
        firebreak.awaitPhase(reference, "CLOSED");

        // then
        reviewer.visit(address);
        assertThat(reviewer.find("body")).containsText("Hoy no enfría el lote 4712.");
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
        Person manager = chromium.person("crisislead");

        // when
        manager.visit(firebreak.address() + "/camunda/app/cockpit/default/#/process-instance/" + instanceOf(reference)
                + "/runtime");

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
        firebreak.complete("communitymanager", reference, "UserTask_AssessIncident", RealReport.OWN_SLIP);
        firebreak.complete(
                "spokesperson",
                reference,
                "UserTask_WriteStatement",
                Map.of("language", "es", "title", "Una nota", "body", "Lo estamos comprobando."));
        Person lead = chromium.personWithPhone("crisislead");
        lead.troublesToCome().expect("[45]\\d\\d POST .*/submit-form");
        lead.troublesToCome().expect("console: Failed to load resource: .* [45]\\d\\d .*/submit-form.*");
        // a draft of a task that is gone by then
        lead.troublesToCome().expect("404 PUT .*/draft");
        lead.troublesToCome().expect("console: Failed to load resource: .* 404 .*/draft.*");
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
        assertThat(lead.find(".firebreak-refusal"))
                .containsText("Giulia Ferri has finished this task in the meantime, at 20");
        assertThat(lead.field("What has to change, and why?")).hasValue("Falta el lote");
        assertThat(chromium.troubles()).isEmpty();
    }

    private static String publishedCase(String title) {
        String reference = reportedCase(title);
        firebreak.complete("communitymanager", reference, "UserTask_AssessIncident", RealReport.OWN_SLIP);
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
        firebreak.calm(reference);
        return reference;
    }

    private static String reportedCase(String title) {
        return firebreak
                .post(
                        "communitymanager",
                        "/api/incidents",
                        Map.of(
                                "title",
                                title,
                                "description",
                                "Visto en la red",
                                "language",
                                "es",
                                "sourceUrl",
                                "https://social.example/@ana/114",
                                "brand",
                                title.length() > 20 ? "Otra marca" : title))
                .get("reference")
                .asText();
    }

    private static String instanceOf(String reference) {
        String cases = "/engine-rest/process-instance?processDefinitionKey=SocialMediaCrisis&businessKey=" + reference;
        return firebreak.get("crisislead", cases).get(0).get("id").asText();
    }

    /** The moment so far from now, as somebody in Madrid types it. */
    private static String inMadrid(Duration fromNow, String pattern) {
        return DateTimeFormatter.ofPattern(pattern)
                .format(ZonedDateTime.now(ZoneId.of("Europe/Madrid")).plus(fromNow));
    }

    private Person person(String userId) {
        return people.computeIfAbsent(userId, chromium::person);
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
