package io.firebreak.notification.means;

import io.firebreak.notification.Means;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/**
 * Sends mails by the server of this installation. What the server says about an address is told without the address.
 * Its own limits of time are those of {@code spring.mail.properties}.
 */
@Component
class MailSending implements Sender {

    private static final Logger log = LoggerFactory.getLogger(MailSending.class);

    private static final int FIRST_PERMANENT = 500;

    private final ObjectProvider<JavaMailSender> mailSender;
    private final String sender;

    MailSending(ObjectProvider<JavaMailSender> mailSender, @Value("${firebreak.mail.sender}") String sender) {
        this.mailSender = mailSender;
        this.sender = sender;
    }

    @Override
    public Means.Kind kind() {
        return Means.Kind.EMAIL;
    }

    @Override
    public Outcome send(Means means, Message message) {
        JavaMailSender server = mailSender.getIfAvailable();
        if (server == null) {
            return new Outcome.Failed("No mail server is set; please set spring.mail.host.", null);
        }
        InternetAddress recipient = recipient(means.address());
        if (recipient == null) {
            return new Outcome.Refused("No right mail address of this person is known.");
        }
        try {
            server.send(mail(server, recipient, message));
            return new Outcome.Sent();
        } catch (MessagingException unwritable) {
            log.debug("In full", unwritable);
            return new Outcome.Refused("The mail can't be written; please look at firebreak.mail.sender.");
        } catch (MailAuthenticationException locked) {
            return new Outcome.Failed("The mail server does not let us sign in.", null);
        } catch (MailException failure) {
            log.debug("In full", failure);
            return outcome(failure);
        }
    }

    /** Null when there is none, or something that would become more than one recipient. */
    private static InternetAddress recipient(String address) {
        if (address == null || address.isBlank() || address.chars().anyMatch(Character::isISOControl)) {
            return null;
        }
        try {
            InternetAddress recipient = new InternetAddress(address.strip(), true);
            return recipient.isGroup() ? null : recipient;
        } catch (AddressException unreadable) {
            return null;
        }
    }

    private MimeMessage mail(JavaMailSender server, InternetAddress recipient, Message message)
            throws MessagingException {
        MimeMessage mail = server.createMimeMessage();
        MimeMessageHelper helper = new MimeMessageHelper(mail, StandardCharsets.UTF_8.name());
        helper.setFrom(sender);
        helper.setTo(recipient);
        helper.setSubject(message.subject());
        helper.setText(message.plainText());
        helper.setSentDate(Date.from(message.sentAt()));
        // the same on each attempt: many mail programs show a mail that comes twice once
        mail.setHeader("Message-ID", "<%s@firebreak>".formatted(message.id()));
        // nobody's absence note answers it
        mail.setHeader("Auto-Submitted", "auto-generated");
        return mail;
    }

    private static Outcome outcome(MailException failure) {
        int code = answerCode(failure);
        if (code >= FIRST_PERMANENT) {
            return new Outcome.Refused("The mail server refused it (%d).".formatted(code));
        }
        return new Outcome.Failed(
                code > 0
                        ? "The mail server did not take it now (%d).".formatted(code)
                        : "The mail server can't be reached, or cut the connection.",
                null);
    }

    /** What the server answered; 0 when it did not. */
    private static int answerCode(MailException failure) {
        if (failure instanceof MailSendException unsent) {
            for (Exception cause : unsent.getMessageExceptions()) {
                int code = answerCode(cause);
                if (code > 0) {
                    return code;
                }
            }
        }
        return 0;
    }

    private static int answerCode(Exception failure) {
        if (failure instanceof SMTPAddressFailedException refused) {
            return refused.getReturnCode();
        }
        if (failure instanceof SMTPSendFailedException refused) {
            return refused.getReturnCode();
        }
        return failure instanceof MessagingException several && several.getNextException() != null
                ? answerCode(several.getNextException())
                : 0;
    }
}
