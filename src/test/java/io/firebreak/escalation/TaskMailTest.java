package io.firebreak.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.util.ServerSetupTest;
import io.firebreak.notification.NoticeDriver;
import io.firebreak.roster.Absences;
import io.firebreak.roster.Roster;
import io.firebreak.support.CaseDriver;
import io.firebreak.support.FirebreakTest;
import io.firebreak.support.TestClock;
import io.firebreak.support.Web;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Who gets which mail when a task is new or goes to somebody else, by a real SMTP server. */
@FirebreakTest
class TaskMailTest {

    private static final String ADMINISTRATOR = "admin";

    @RegisterExtension
    private static final GreenMailExtension SMTP = new GreenMailExtension(ServerSetupTest.SMTP.dynamicPort());

    @Autowired
    private CaseDriver driver;

    @Autowired
    private EscalationDriver chain;

    @Autowired
    private NoticeDriver notices;

    @Autowired
    private TaskService taskService;

    @Autowired
    private RuntimeService runtimeService;

    @Autowired
    private Absences absences;

    @Autowired
    private TestClock clock;

    @Autowired
    private Roster roster;

    @LocalServerPort
    private int port;

    private Web web;
    private PlanInForce groups;

    @BeforeEach
    void begin() {
        web = new Web(port);
        groups = PlanInForce.madeOfGroups(roster);
        notices.forgetEverything();
    }

    @AfterEach
    void forget() {
        groups.close();
        notices.forgetEverything();
    }

    @Test
    void shouldTellTheGroupOfANewTaskWithALinkStraightToIt() throws Exception {
        // when
        String reference = driver.report("Glass in the jam");
        String task = chain.task(reference).getId();
        send();

        // then
        assertThat(recipients())
                .containsExactlyInAnyOrder(
                        "communitymanager@demo.invalid",
                        "communitymanager2@demo.invalid",
                        "crisislead@demo.invalid",
                        "crisislead2@demo.invalid");
        MimeMessage mail = mailTo("communitymanager");
        assertThat(mail.getSubject())
                .isEqualTo("[%s] A new task: Assess the incident: Glass in the jam".formatted(reference));
        assertThat(textOf(mail))
                .contains("What happened: Glass in the jam")
                .contains("Task: Assess the incident")
                .contains("Due: ")
                .contains("/camunda/app/tasklist/default/#/?task=" + task)
                .doesNotContain("Severity", "/answer/");
    }

    @Test
    void shouldSayHowBadItIsOnceThatIsKnown() throws Exception {
        // given
        String reference = driver.report("A typo of ours");
        notices.forgetEverything();

        // when
        driver.assess(reference, "OWN_SLIP");
        send();

        // then
        assertThat(SMTP.getReceivedMessages()).isNotEmpty().allSatisfy(mail -> assertThat(textOf(mail))
                .contains("Severity: " + driver.crisisCase(reference).severity()));
    }

    @Test
    void shouldTellBothWhenAnAdministratorGivesATaskToSomebodyElse() throws Exception {
        // given
        Task task = chain.task(driver.report("A task that is moved"));
        notices.forgetEverything();

        // when
        give(task, "communitymanager");
        send();

        // then
        assertThat(recipients()).containsExactly("communitymanager@demo.invalid");
        assertThat(textOf(mailTo("communitymanager")))
                .contains("Why: Olaf Stern gives the task to you")
                .contains("#/?task=" + task.getId());

        // when
        SMTP.purgeEmailFromAllMailboxes();
        give(task, "communitymanager2");
        send();

        // then
        assertThat(recipients()).containsExactly("communitymanager2@demo.invalid", "communitymanager@demo.invalid");
        assertThat(textOf(mailTo("communitymanager"))).contains("Why: Olaf Stern has taken the task from you");
    }

    @Test
    void shouldTellNobodyWhatTheyDidThemselves() throws Exception {
        // given
        Task task = chain.task(driver.report("A task that somebody takes"));
        notices.forgetEverything();

        // when
        driver.as("communitymanager", () -> {
            taskService.claim(task.getId(), "communitymanager");
            taskService.setAssignee(task.getId(), null);
            return null;
        });
        send();

        // then
        assertThat(SMTP.getReceivedMessages()).isEmpty();
    }

    @Test
    void shouldLeaveThoseInPeaceWhoAreAway() throws Exception {
        // given
        web.post(
                "communitymanager",
                "/api/absences",
                "{\"from\": \"%s\", \"to\": \"%s\"}"
                        .formatted(clock.instant(), clock.instant().plus(Duration.ofHours(8))));
        notices.forgetEverything();
        try {
            // when
            driver.report("A task while somebody is away");
            send();

            // then
            assertThat(recipients())
                    .contains("communitymanager2@demo.invalid")
                    .doesNotContain("communitymanager@demo.invalid");
        } finally {
            endAbsences();
        }
    }

    private void endAbsences() {
        absences.of(null)
                .forEach(entry -> web.post(
                        ADMINISTRATOR, "/api/absences/" + entry.absence().id() + "/end", "{}"));
        runtimeService.createProcessInstanceQuery().processDefinitionKey("ReportAbsence").list().stream()
                .forEach(instance -> runtimeService.deleteProcessInstance(instance.getId(), "the test is over"));
    }

    private void give(Task task, String person) {
        driver.as(ADMINISTRATOR, () -> {
            taskService.setAssignee(task.getId(), person);
            return null;
        });
    }

    private void send() {
        notices.sendOver(SMTP.getSmtp().getPort());
    }

    private static List<String> recipients() {
        return Arrays.stream(SMTP.getReceivedMessages())
                .map(TaskMailTest::recipientOf)
                .sorted()
                .toList();
    }

    private static MimeMessage mailTo(String person) {
        Predicate<MimeMessage> isTheirs = mail -> recipientOf(mail).equals(person + "@demo.invalid");
        return Arrays.stream(SMTP.getReceivedMessages())
                .filter(isTheirs)
                .findFirst()
                .orElseThrow(() -> new AssertionError("There is no mail to " + person));
    }

    private static String recipientOf(MimeMessage mail) {
        try {
            return InternetAddress.toString(mail.getRecipients(Message.RecipientType.TO));
        } catch (MessagingException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private static String textOf(MimeMessage mail) throws MessagingException, IOException {
        return mail.getContent().toString();
    }
}
