package io.firebreak.notification;

import io.firebreak.engine.TaskReminder;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Mails a reminder to those who can take a task, once it is certain that the task waits. A mail that can't be sent is
 * a warning in the log; the task stays, and the next reminder comes.
 */
@Component
class ReminderMail {

    private static final Logger log = LoggerFactory.getLogger(ReminderMail.class);

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm VV", Locale.ROOT);

    private final ObjectProvider<JavaMailSender> mailSender;
    private final Colleagues colleagues;
    private final MeterRegistry meters;
    private final String sender;
    private final String tasklist;
    private final ZoneId zone;

    ReminderMail(
            ObjectProvider<JavaMailSender> mailSender,
            Colleagues colleagues,
            MeterRegistry meters,
            @Value("${firebreak.mail.sender}") String sender,
            @Value("${firebreak.base-url}${camunda.bpm.webapp.application-path}/app/tasklist/default/#/?task=")
                    String tasklist,
            @Value("${firebreak.time-zone}") ZoneId zone) {
        this.mailSender = mailSender;
        this.colleagues = colleagues;
        this.meters = meters;
        this.sender = sender;
        this.tasklist = tasklist;
        this.zone = zone;
    }

    @Async(MailConfiguration.EXECUTOR)
    @TransactionalEventListener
    public void remind(TaskReminder reminder) {
        JavaMailSender sending = mailSender.getIfAvailable();
        if (sending == null) {
            return;
        }
        List<String> recipients = colleagues.mailAddresses(reminder.assignee(), reminder.groups());
        for (String recipient : recipients) {
            send(sending, recipient, reminder);
        }
    }

    private void send(JavaMailSender sending, String recipient, TaskReminder reminder) {
        try {
            MimeMessage message = sending.createMimeMessage();
            MimeMessageHelper mail = new MimeMessageHelper(message, StandardCharsets.UTF_8.name());
            mail.setFrom(sender);
            mail.setTo(recipient);
            mail.setSubject(subject(reminder));
            mail.setText(text(reminder));
            sending.send(message);
            meters.counter("firebreak.reminders", "outcome", "sent").increment();
        } catch (MessagingException | MailException e) {
            meters.counter("firebreak.reminders", "outcome", "failed").increment();
            log.warn("The reminder of {} to {} was not sent: {}", reminder.caseReference(), recipient, e.getMessage());
        }
    }

    /** On one line, whatever the title holds: a line break would begin another header. */
    private static String subject(TaskReminder reminder) {
        return "[%s] %s: %s"
                .formatted(reminder.caseReference(), reminder.taskName(), reminder.caseTitle())
                .replaceAll("\\p{Cntrl}+", " ");
    }

    private String text(TaskReminder reminder) {
        return """
                %s

                Case: %s
                What happened: %s
                Task: %s
                Due: %s

                %s%s
                """
                .formatted(
                        reminder.reason(),
                        reminder.caseReference(),
                        reminder.caseTitle(),
                        reminder.taskName(),
                        reminder.dueAt() == null
                                ? "no date"
                                : TIME.format(reminder.dueAt().atZone(zone)),
                        tasklist,
                        reminder.taskId());
    }
}
