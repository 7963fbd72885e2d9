package io.firebreak.publishing.channel.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import java.io.IOException;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/**
 * One conversation with a mail server that knows how far it came. The library's exceptions alone don't tell whether an
 * answer was lost before or after the mail's last byte, and that is all the difference.
 */
class Submission extends SMTPTransport {

    private boolean ended;
    private boolean taken;

    Submission(Session session, MailServerSettings server) {
        super(
                session,
                new URLName(server.protocol(), server.host(), server.port(), null, null, null),
                server.protocol(),
                server.protocol().equals("smtps"));
    }

    /** Whether the end of the mail may have reached the server, which from then on may deliver it. */
    boolean isEnded() {
        return ended;
    }

    /** Whether the server said that it has the mail. */
    boolean isTaken() {
        return taken;
    }

    @Override
    protected void finishData() throws IOException, MessagingException {
        ended = true;
        super.finishData();
        taken = true;
    }
}
