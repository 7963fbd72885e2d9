package io.firebreak.notification;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.util.ServerSetupTest;
import io.firebreak.engine.TaskReminder;
import io.firebreak.support.FirebreakTest;
import io.firebreak.support.TestClock;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;

/** Reminders by mail, from the event to a real SMTP server. */
@FirebreakTest
class ReminderMailTest {

    @RegisterExtension
    private static final GreenMailExtension SMTP = new GreenMailExtension(ServerSetupTest.SMTP.dynamicPort());

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private NoticeDriver driver;

    @Autowired
    private TestClock clock;

    @BeforeEach
    @AfterEach
    void forget() {
        driver.forgetEverything();
    }

    @Test
    void shouldMailALinkToTheTaskToEachWhoCanTakeIt() throws Exception {
        // given
        transaction.executeWithoutResult(status -> events.publishEvent(reminder(null)));

        // when
        driver.sendOver(SMTP.getSmtp().getPort());

        // then
        assertThat(recipients()).containsExactlyInAnyOrder("management@demo.invalid", "management2@demo.invalid");
        MimeMessage mail = SMTP.getReceivedMessages()[0];
        assertThat(mail.getSubject())
                .isEqualTo(
                        "[CR-2026-0007] Still waiting: Approve the statement: Żółć w paczkach Bcc: everybody@example.org");
        assertThat(mail.getRecipients(Message.RecipientType.BCC)).isNull();
        assertThat(mail.getContent().toString())
                .contains("Nobody answered in time; you are called in.")
                .contains("What happened: Żółć w paczkach Bcc: everybody@example.org")
                .contains("Severity: S2")
                .contains("/camunda/app/tasklist/default/#/?task=task-1")
                // in the zone in which the crisis plan says that the person lives; both managers have the same time
                .containsPattern("Due: Saturday, November 21, 2026, 10:00 Europe/(Madrid|Warsaw)")
                .doesNotContain("/answer/");
    }

    @Test
    void shouldRemindOnlyWhoHoldsTheTask() throws Exception {
        // given
        transaction.executeWithoutResult(status -> events.publishEvent(reminder("legal")));

        // when
        driver.sendOver(SMTP.getSmtp().getPort());

        // then
        assertThat(recipients()).containsExactly("legal@demo.invalid");
    }

    @Test
    void shouldRemindNobodyOfWhatDidNotHappen() {
        // when
        transaction.executeWithoutResult(status -> {
            events.publishEvent(reminder(null));
            status.setRollbackOnly();
        });
        driver.sendOver(SMTP.getSmtp().getPort());

        // then
        assertThat(SMTP.getReceivedMessages()).isEmpty();
    }

    @Test
    void shouldNotLoseAReminderWhileTheMailServerIsAway() {
        // given a port at which nobody listens
        transaction.executeWithoutResult(status -> events.publishEvent(reminder("legal")));
        NoticeRound away = driver.roundOver(1);
        away.runAndWait();
        clock.advance(Duration.ofSeconds(2));
        away.runAndWait();

        // when it is back a minute later
        clock.advance(Duration.ofSeconds(61));
        driver.sendOver(SMTP.getSmtp().getPort());

        // then
        assertThat(SMTP.getReceivedMessages()).hasSize(1);
    }

    private static List<String> recipients() throws MessagingException {
        List<String> recipients = new ArrayList<>();
        for (MimeMessage mail : SMTP.getReceivedMessages()) {
            recipients.add(InternetAddress.toString(mail.getRecipients(Message.RecipientType.TO)));
        }
        return recipients;
    }

    private static TaskReminder reminder(String assignee) {
        return new TaskReminder(
                "CR-2026-0007",
                "Żółć w paczkach\r\nBcc: everybody@example.org",
                "S2",
                "task-1",
                "Approve the statement",
                "Nobody answered in time; you are called in.",
                assignee,
                Set.of("management"),
                Instant.parse("2026-11-21T09:00:00Z"));
    }
}
