package io.firebreak.publishing.channel.mail;

import io.firebreak.publishing.channel.ChannelWords;
import io.firebreak.publishing.channel.Delivery;
import io.firebreak.publishing.channel.HtmlText;
import io.firebreak.publishing.channel.Picture;
import jakarta.activation.DataHandler;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.regex.Pattern;

/** Writes the mail of a delivery: the same bytes on every attempt and every machine. */
class MailWriter {

    private static final String UTF_8 = StandardCharsets.UTF_8.name();
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss xx", Locale.ENGLISH);
    private static final Pattern MESSAGE_ID = Pattern.compile("<[\\x21-\\x7e&&[^<>@]]+@[\\x21-\\x7e&&[^<>@]]+>");

    private final Mailbox sender;
    private final ChannelWords words;

    MailWriter(Mailbox sender, ChannelWords words) {
        this.sender = sender;
        this.words = words;
    }

    /** By which mail servers and programs know the mail. */
    String messageId(Delivery delivery) {
        return "<%s.%d@%s>".formatted(delivery.key().substring(0, 32), delivery.number(), sender.domain());
    }

    OutgoingMail mail(Delivery delivery, String subject) throws MessagingException {
        OutgoingMail mail = new OutgoingMail(Session.getInstance(new Properties()), messageId(delivery));
        mail.setFrom(sender.asHeader());
        mail.setRecipient(RecipientType.TO, new InternetAddress(delivery.addressee(), true));
        mail.setSubject(subject, UTF_8);
        mail.setHeader("Date", DATE.format(delivery.createdAt().atOffset(ZoneOffset.UTC)));
        mail.setHeader("Content-Language", delivery.message().language());
        mail.setHeader("Auto-Submitted", "auto-generated");
        mail.setHeader("List-Unsubscribe", "<mailto:%s?subject=unsubscribe>".formatted(sender.address()));
        writeContent(mail, delivery);
        return mail;
    }

    /** The same as an answer to another mail, or as what follows it. What is no Message-ID is left out. */
    OutgoingMail mail(Delivery delivery, String subject, String earlierId) throws MessagingException {
        OutgoingMail mail = mail(delivery, subject);
        if (MESSAGE_ID.matcher(earlierId).matches()) {
            mail.setHeader("In-Reply-To", earlierId);
            mail.setHeader("References", earlierId);
            mail.saveChanges();
        }
        return mail;
    }

    private void writeContent(MimeMessage mail, Delivery delivery) throws MessagingException {
        MimeMultipart alternatives = alternatives(delivery);
        List<Picture> pictures = delivery.pictures();
        if (pictures.isEmpty()) {
            mail.setContent(alternatives);
        } else {
            MimeMultipart all = new FixedMultipart("related", boundary(delivery, "all"));
            MimeBodyPart first = new MimeBodyPart();
            first.setContent(alternatives);
            all.addBodyPart(first);
            for (int number = 1; number <= pictures.size(); number++) {
                all.addBodyPart(part(delivery, pictures.get(number - 1), number));
            }
            mail.setContent(all);
        }
        mail.saveChanges();
    }

    private MimeMultipart alternatives(Delivery delivery) throws MessagingException {
        MimeBodyPart text = new MimeBodyPart();
        text.setText(text(delivery), UTF_8);
        MimeBodyPart html = new MimeBodyPart();
        html.setText(html(delivery), UTF_8, "html");
        MimeMultipart alternatives = new FixedMultipart("alternative", boundary(delivery, "text"));
        alternatives.addBodyPart(text);
        alternatives.addBodyPart(html);
        return alternatives;
    }

    private static String boundary(Delivery delivery, String what) {
        return "firebreak-%s-%s".formatted(what, delivery.key().substring(0, 32));
    }

    private String text(Delivery delivery) {
        StringBuilder text = new StringBuilder(MailText.payload(delivery.part()).text());
        if (!delivery.links().isEmpty()) {
            text.append("\n\n").append(words.links(delivery.message().language()));
            delivery.links().forEach(link -> text.append('\n').append(link));
        }
        return text.append('\n').toString();
    }

    private String html(Delivery delivery) {
        MailText.Payload payload = MailText.payload(delivery.part());
        return """
                <!DOCTYPE html>
                <html lang="%s">
                <head>
                <meta charset="utf-8">
                <title>%s</title>
                </head>
                <body>
                %s%s%s
                </body>
                </html>
                """
                .formatted(
                        HtmlText.attribute(delivery.message().language()),
                        HtmlText.attribute(payload.subject()),
                        payload.html(),
                        pictures(delivery),
                        links(delivery));
    }

    private String links(Delivery delivery) {
        if (delivery.links().isEmpty()) {
            return "";
        }
        return "\n"
                + HtmlText.plain()
                        .paragraphs(words.links(delivery.message().language()) + "\n"
                                + String.join("\n", delivery.links()));
    }

    private String pictures(Delivery delivery) {
        StringBuilder html = new StringBuilder();
        List<Picture> pictures = delivery.pictures();
        for (int number = 1; number <= pictures.size(); number++) {
            Picture picture = pictures.get(number - 1);
            html.append("\n<p><img src=\"cid:%s\" alt=\"%s\" width=\"%d\" height=\"%d\"></p>"
                    .formatted(
                            contentId(delivery, number),
                            HtmlText.attribute(picture.altText()),
                            picture.width(),
                            picture.height()));
        }
        return html.toString();
    }

    private MimeBodyPart part(Delivery delivery, Picture picture, int number) throws MessagingException {
        String type = picture.mediaType();
        MimeBodyPart part = new MimeBodyPart();
        part.setDataHandler(new DataHandler(new ByteArrayDataSource(picture.bytes(), type)));
        // a name of our own: foreign ones hold anything
        part.setFileName("picture-%d.%s".formatted(number, type.substring(type.indexOf('/') + 1)));
        part.setDisposition(MimeBodyPart.INLINE);
        part.setContentID("<%s>".formatted(contentId(delivery, number)));
        part.setDescription(picture.altText().replaceAll("\\p{Cntrl}+", " "), UTF_8);
        part.setHeader("Content-Transfer-Encoding", "base64");
        return part;
    }

    private String contentId(Delivery delivery, int number) {
        return "picture-%d.%s@%s".formatted(number, delivery.key().substring(0, 32), sender.domain());
    }
}
