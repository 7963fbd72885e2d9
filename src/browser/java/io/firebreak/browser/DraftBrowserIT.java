package io.firebreak.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import io.firebreak.draft.Drafts;
import io.firebreak.support.CaseDriver;
import io.firebreak.support.TestClock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;

/** Whatever somebody typed or chose stands there again when the page is loaded anew, in every kind of field. */
@BrowserTest
class DraftBrowserIT {

    @Autowired
    private CrisisTasks crises;

    @Autowired
    private TakeDownTasks takeDowns;

    @Autowired
    private TaskDesk desk;

    @Autowired
    private CaseDriver driver;

    @Autowired
    private Drafts drafts;

    @Autowired
    private TestClock clock;

    @RegisterExtension
    private final Chromium chromium = Chromium.ofTheTest();

    @AfterEach
    void nothingElseWentWrong() {
        assertThat(chromium.troubles()).isEmpty();
    }

    @Test
    void shouldBringBackFromWhenToWhenWasCounted() {
        // given
        Person counter = desk.open(chromium, crises.countReactions(), "UserTask_CountReactions");
        // what the form proposes comes with the counts
        counter.find("[data-place=reactions] table").waitFor();
        counter.fill("Counted from", "2026-11-21 14:00");
        counter.fill("Counted until", "2026-11-21 15:00");
        counter.fill("How many mentions were there?", "400");

        // when
        counter.reload();

        // then
        assertThat(counter.field("How many mentions were there?")).hasValue("400");
        assertThat(counter.field("Counted from")).hasValue("2026-11-21 14:00");
        assertThat(counter.field("Counted until")).hasValue("2026-11-21 15:00");
    }

    @Test
    void shouldBringBackWhenTheNextWordComes() {
        // given
        Person writer = desk.open(chromium, crises.writeHoldingStatement(), "UserTask_WriteHoldingStatement");
        writer.fill("When does the next word come?", "2026-11-21T15:30");

        // when
        writer.reload();

        // then
        assertThat(writer.field("When does the next word come?")).hasValue("2026-11-21T15:30");
    }

    @Test
    void shouldBringBackToWhomAMeasureGoes() {
        // given
        String day = inDays(20);
        TaskPlace measure = crises.carryOutMeasure();
        Person owner = desk.open(chromium, measure, "UserTask_CarryOutMeasure");
        owner.answer("Is it done?", "No");
        owner.choose("Who does it?", "string:legal");
        owner.fill("By which day?", day);

        // when
        owner.reload();

        // then
        assertThat(owner.field("Who does it?")).hasValue("string:legal");
        assertThat(owner.field("By which day?")).hasValue(day);
    }

    @Test
    void shouldBringBackWhatIsToBeTakenDownThoughItIsCalledOffByNow() {
        // given
        Person lawyer = desk.open(chromium, takeDowns.prepareTakeDown(), "UserTask_PrepareTakeDown");
        lawyer.answer("What do you do?", "I propose a take-down");
        lawyer.choose("What forces it?", "COPYRIGHT");
        Locator post = lawyer.field("Which post?");
        String chosen = post.locator("option").nth(1).getAttribute("value");
        post.selectOption(chosen);
        lawyer.answer("What do you do?", "It is called off");

        // when
        lawyer.reload();
        lawyer.answer("What do you do?", "I propose a take-down");

        // then
        assertThat(lawyer.field("What forces it?")).hasValue("COPYRIGHT");
        assertThat(post).hasValue(chosen);
    }

    @Test
    void shouldBringBackLessonsThatAreTooLongOrNotAskedForByNow() {
        // given
        String tooLong = "Short was good. ".repeat(140).strip();
        Person reviewer = desk.open(chromium, crises.reviewCrisis(), "UserTask_ReviewCrisis");
        reviewer.answer("Does the published statement need a correction?", "No");
        reviewer.fill("What did we find?", tooLong);
        reviewer.answer("Is something done about it?", "Yes");
        reviewer.fill("What is done?", "A second phone");
        reviewer.answer("Is something done about it?", "No");
        reviewer.answer("Does the published statement need a correction?", "Yes");

        // when
        reviewer.reload();
        reviewer.answer("Does the published statement need a correction?", "No");

        // then
        assertThat(reviewer.field("What did we find?")).hasValue(tooLong);
        assertThat(reviewer.find(".firebreak-open-points")).containsText("what did we find? – shorten it");
        reviewer.answer("Is something done about it?", "Yes");
        assertThat(reviewer.field("What is done?")).hasValue("A second phone");
    }

    @Test
    void shouldBringBackWhenSomebodyIsAway() {
        // given
        Person person = chromium.person("crisislead");
        person.begin("Report an absence");
        person.fill("Away from", "2026-12-07T08:00");
        person.fill("Back at", "2026-12-09T18:30");
        assertThat(person.find(".firebreak-draft")).containsText("Saved");

        // when
        person.reloadStartForm();

        // then
        assertThat(person.field("Away from")).hasValue("2026-12-07T08:00");
        assertThat(person.field("Back at")).hasValue("2026-12-09T18:30");
    }

    @Test
    void shouldLeaveOutWhatTheFormAsksNoMore() {
        // given a draft from before an upgrade
        driver.as(
                "management",
                () -> drafts.keepForStart("ReportAbsence", 0, "{\"formerField\": \"x\", \"reason\": \"A journey\"}"));
        Person person = chromium.person("management");
        person.begin("Report an absence");
        assertThat(person.field("Why, if you want to say it")).hasValue("A journey");
        person.fill("Away from", inDays(300) + "T08:00");
        person.fill("Back at", inDays(301) + "T08:00");

        // when
        person.report();

        // then
        assertThat(person.find(".modal-body form.firebreak")).hasCount(0);
    }

    @Test
    void shouldBringBackHowAPictureIsDescribed() {
        // given
        Person translator = desk.open(chromium, translationWithPicture(), "UserTask_TranslateStatement");
        assertThat(translator.field("What does it show?")).hasValue("Bread for 9 euros");
        translator.fill("What does it show?", "Chleb za 9 euro");

        // when
        translator.reload();

        // then
        assertThat(translator.field("What does it show?")).hasValue("Chleb za 9 euro");
    }

    @Test
    void shouldKeepWhatStandsBesideHalfANumber() {
        // given
        Person assessor = desk.open(chromium, crises.assessIncident(), "UserTask_AssessIncident");
        assessor.fill("How many of a hundred mentions are against us?", "12.5");
        assessor.answer("How fast does it spread?", "Fast");

        // when
        assessor.reload();

        // then
        assertThat(assessor.form().getByLabel("Fast").first()).isChecked();
    }

    private String inDays(int days) {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)
                .plusDays(days)
                .toString();
    }

    private TaskPlace translationWithPicture() {
        String reference = driver.reportedOwnSlip("A wrong price");
        String picture = Base64.getEncoder().encodeToString(Person.pictureNamed("bread.png").buffer);
        driver.complete(
                "communitymanager",
                reference,
                "UserTask_WriteStatement",
                Map.of(
                        "language",
                        "en",
                        "title",
                        "The price of bread",
                        "body",
                        "The price is 9 euros.",
                        "pictures",
                        "[{\"name\": \"bread.png\", \"altText\": \"Bread for 9 euros\", \"data\": \"%s\"}]"
                                .formatted(picture)));
        driver.approve("legal2", reference);
        driver.startAlone(reference, "TranslateStatement", Map.of("language", "pl"));
        return new TaskPlace("spokesperson", reference);
    }
}
