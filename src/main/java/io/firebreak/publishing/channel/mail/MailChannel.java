package io.firebreak.publishing.channel.mail;

import io.firebreak.publishing.channel.Capabilities;
import io.firebreak.publishing.channel.Certainty;
import io.firebreak.publishing.channel.Channel;
import io.firebreak.publishing.channel.Delivery;
import io.firebreak.publishing.channel.Message;
import io.firebreak.publishing.channel.Outcome;
import io.firebreak.publishing.channel.Part;
import io.firebreak.publishing.channel.PictureRules;
import io.firebreak.publishing.channel.Probe;
import io.firebreak.publishing.channel.ReadBack;
import io.firebreak.publishing.channel.RemotePost;
import jakarta.mail.MessagingException;
import java.util.List;
import java.util.Set;

/**
 * Mails to a list of addresses, such as the press's. A server that took a mail can't be asked for it again: when its
 * answer is lost, a person has to find out.
 */
class MailChannel implements Channel {

    /** Together no more than ten megabytes as a mail, which most servers take. */
    private static final Capabilities CAPABILITIES = new Capabilities(
            Certainty.PERSON,
            Integer.MAX_VALUE,
            false,
            3,
            2_000_000,
            Set.of("image/png", "image/jpeg", "image/gif"),
            1_000);

    private final String label;
    private final MailServer server;
    private final MailText text;
    private final MailWriter writer;
    private final List<String> addressees;

    MailChannel(String label, MailServer server, MailText text, MailWriter writer, List<String> addressees) {
        this.label = label;
        this.server = server;
        this.text = text;
        this.writer = writer;
        this.addressees = addressees;
    }

    @Override
    public Capabilities capabilities() {
        return CAPABILITIES;
    }

    @Override
    public String check() {
        return server.check();
    }

    @Override
    public List<String> validate(Message message) {
        return PictureRules.complaints(message.pictures(), CAPABILITIES, label);
    }

    @Override
    public List<Part> render(Message message) {
        return List.of(text.part(message));
    }

    @Override
    public List<String> addressees() {
        return addressees;
    }

    @Override
    public Outcome publish(Delivery delivery) {
        try {
            return server.send(writer.mail(delivery, subject(delivery)));
        } catch (MessagingException unwritable) {
            return unwritable(delivery);
        }
    }

    @Override
    public Outcome reply(Delivery delivery, RemotePost post) {
        try {
            return server.send(writer.mail(delivery, "Re: " + subject(delivery), post.id()));
        } catch (MessagingException unwritable) {
            return unwritable(delivery);
        }
    }

    @Override
    public Outcome correct(Delivery delivery, RemotePost earlier) {
        try {
            return server.send(writer.mail(delivery, subject(delivery), earlier.id()));
        } catch (MessagingException unwritable) {
            return unwritable(delivery);
        }
    }

    @Override
    public Probe probe(Delivery delivery) {
        return new Probe.AskPerson(
                ("Was the mail \"%1$s\" sent to %2$s? Please look in the log of the mail server %3$s for the Message-ID"
                                + " %4$s or, where the log does not hold it, for a mail to %2$s at the time of the"
                                + " attempt. A line that says that the mail was queued, delivered or sent (often with the"
                                + " code 250) means that it is out. Without such a line it is not.")
                        .formatted(subject(delivery), delivery.addressee(), server.host(), writer.messageId(delivery)));
    }

    @Override
    public ReadBack readBack(Delivery delivery, RemotePost post) {
        return new ReadBack.CannotTell("A mail is in the mailbox of its reader, where nobody else can look.");
    }

    private static String subject(Delivery delivery) {
        return MailText.payload(delivery.part()).subject();
    }

    private static Outcome unwritable(Delivery delivery) {
        return new Outcome.Rejected("No mail can be written to \"%s\"; please see whether that is a mail address."
                .formatted(delivery.addressee().replaceAll("\\p{Cntrl}+", " ")));
    }
}
