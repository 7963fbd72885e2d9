package io.firebreak.demo;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.UnsupportedEncodingException;
import java.util.Properties;

/**
 * A mail that came. Everything in it is foreign text.
 *
 * @param number counted from 1 since the start
 * @param from who sent it, as the mail says; else as the server was told
 * @param to to whom the server was told to deliver it
 * @param content as it came
 */
record DemoMail(long number, String from, String to, String subject, String date, byte[] content) {

    static DemoMail of(long number, String from, String to, byte[] content) {
        return new DemoMail(
                number,
                header(content, "From", from),
                to,
                header(content, "Subject", ""),
                header(content, "Date", ""),
                content);
    }

    int size() {
        return content.length;
    }

    MimeMessage parsed() throws MessagingException {
        return new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(content));
    }

    private static String header(byte[] content, String name, String otherwise) {
        try {
            MimeMessage mail =
                    new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(content));
            String value = mail.getHeader(name, " ");
            return value == null ? otherwise : MimeUtility.decodeText(MimeUtility.unfold(value));
        } catch (MessagingException | UnsupportedEncodingException unreadable) {
            return otherwise;
        }
    }
}
