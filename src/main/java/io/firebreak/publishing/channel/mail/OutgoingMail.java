package io.firebreak.publishing.channel.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;

/** A mail that keeps the Message-ID that it was given, where the library would make a new one each time. */
class OutgoingMail extends MimeMessage {

    private final String messageId;

    OutgoingMail(Session session, String messageId) {
        super(session);
        this.messageId = messageId;
    }

    String messageId() {
        return messageId;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", messageId);
    }
}
