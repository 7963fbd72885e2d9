package io.firebreak.notification;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.util.ServerSetupTest;
import io.firebreak.engine.TaskReminder;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.mail.Message;
import jakarta.mail.internet.MimeMessage;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Reminders by mail, against a real SMTP server. */
@ExtendWith(OutputCaptureExtension.class)
class ReminderMailTest {

    @RegisterExtension
    private static final GreenMailExtension SMTP = new GreenMailExtension(ServerSetupTest.SMTP.dynamicPort());

    private static final TaskReminder REMINDER = new TaskReminder(
            "CR-2026-0007",
            "Żółć w paczkach\r\nBcc: everybody@example.org",
            "task-1",
            "Approve the statement",
            "Nobody answered in time; you are called in.",
            null,
            Set.of("management"),
            Instant.parse("2026-11-21T09:00:00Z"));

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    @Test
    void shouldMailALinkToTheTaskToEachWhoCanTakeIt() throws Exception {
        // given
        ReminderMail mail = mailOver(SMTP.getSmtp().getPort());

        // when
        mail.remind(REMINDER);

        // then
        assertThat(SMTP.waitForIncomingEmail(5_000, 2)).isTrue();
        MimeMessage message = SMTP.getReceivedMessages()[0];
        assertThat(message.getSubject())
                .startsWith("[CR-2026-0007] Approve the statement: Żółć w paczkach")
                .doesNotContain("\n");
        assertThat(message.getRecipients(Message.RecipientType.BCC)).isNull();
        assertThat(message.getContent().toString())
                .contains("Nobody answered in time; you are called in.")
                .contains("https://crisis.example/camunda/app/tasklist/default/#/?task=task-1")
                .contains("Due: 2026-11-21 10:00 Europe/Warsaw");
        assertThat(meters.counter("firebreak.reminders", "outcome", "sent").count())
                .isEqualTo(2);
    }

    @Test
    void shouldSayInOneLineThatAMailWasNotSent(CapturedOutput output) {
        // given a port at which nobody listens
        ReminderMail mail = mailOver(1);

        // when
        mail.remind(REMINDER);

        // then
        assertThat(output.getOut().lines().filter(line -> line.contains("was not sent")))
                .hasSize(2)
                .allSatisfy(line -> assertThat(line).contains("CR-2026-0007"));
        assertThat(meters.counter("firebreak.reminders", "outcome", "failed").count())
                .isEqualTo(2);
    }

    private ReminderMail mailOver(int port) {
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(port);
        Colleagues colleagues = (assignee, groups) -> List.of("anna@brand.example", "jan@brand.example");
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        beans.addBean("mailSender", sender);
        return new ReminderMail(
                beans.getBeanProvider(JavaMailSender.class),
                colleagues,
                meters,
                "firebreak@brand.example",
                "https://crisis.example/camunda/app/tasklist/default/#/?task=",
                ZoneId.of("Europe/Warsaw"));
    }
}
