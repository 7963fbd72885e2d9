package io.firebreak.publishing.channel.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.firebreak.publishing.channel.Channel;
import io.firebreak.publishing.channel.ChannelContract;
import io.firebreak.publishing.channel.ChannelParts;
import io.firebreak.publishing.channel.Delivery;
import io.firebreak.publishing.channel.Message;
import io.firebreak.publishing.channel.Outcome;
import io.firebreak.publishing.channel.simulator.AcceptedPost;
import jakarta.mail.BodyPart;
import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What holds for mail servers whose mailboxes can be read by IMAP. */
abstract class MailServerContract extends ChannelContract {

    static final MailKind KIND = ChannelParts.kind(MailKind.class);

    private static final int MOST_WAITS = 100;
    private static final int WAIT_MILLIS = 50;

    private final AtomicInteger taken = new AtomicInteger();
    private int before = -1;

    /** The recipient's mailbox. */
    abstract Store mailbox() throws MessagingException;

    /** Opens a mailbox. */
    static Store open(String host, int port, String user, String secret) throws MessagingException {
        Properties properties = new Properties();
        properties.setProperty("mail.imap.timeout", "10000");
        properties.setProperty("mail.imap.connectiontimeout", "10000");
        Store store = Session.getInstance(properties).getStore("imap");
        store.connect(host, port, user, secret);
        return store;
    }

    @Override
    protected boolean canReadBack() {
        return false;
    }

    @Override
    protected void assertShows(AcceptedPost shown, Delivery delivery) {
        assertThat(shown.text())
                .isEqualTo((shown.answers() == null ? "" : "Re: ")
                        + delivery.part().text());
        assertThat(shown.language()).isEqualTo(languageTag());
        assertThat(shown.id())
                .startsWith("<" + delivery.key().substring(0, 32) + ".1@")
                .isEqualTo(shown.key());
    }

    /** A mail that was taken is in the mailbox a moment later: all that were taken are waited for. */
    @Override
    protected List<AcceptedPost> posts() {
        List<AcceptedPost> posts = read();
        if (before < 0) {
            before = posts.size();
        }
        for (int waits = 0; waits < MOST_WAITS && posts.size() < before + taken.get(); waits++) {
            pause();
            posts = read();
        }
        return posts;
    }

    /** The same channel, which counts what the server took. */
    Channel counting(Channel channel) {
        return (Channel) Proxy.newProxyInstance(
                Channel.class.getClassLoader(), new Class<?>[] {Channel.class}, (proxy, method, arguments) -> {
                    Object result = method.invoke(channel, arguments);
                    if (result instanceof Outcome.Sent) {
                        taken.incrementAndGet();
                    }
                    return result;
                });
    }

    /** The server took a mail of which the channel does not know. */
    void expectOneMore() {
        taken.incrementAndGet();
    }

    private static void pause() {
        try {
            Thread.sleep(WAIT_MILLIS);
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        }
    }

    private List<AcceptedPost> read() {
        try (Store store = mailbox();
                Folder inbox = store.getFolder("INBOX")) {
            inbox.open(Folder.READ_ONLY);
            List<AcceptedPost> posts = new ArrayList<>();
            for (jakarta.mail.Message message : inbox.getMessages()) {
                posts.add(post((MimeMessage) message));
            }
            return posts;
        } catch (MessagingException | IOException failure) {
            throw new AssertionError("The mailbox can't be read", failure);
        }
    }

    static AcceptedPost post(MimeMessage mail) throws MessagingException, IOException {
        return new AcceptedPost(
                mail.getMessageID(),
                mail.getMessageID(),
                mail.getSubject() + "\n\n" + text(mail.getContent(), 0).strip().replace("\r\n", "\n"),
                mail.getHeader("Content-Language", null),
                descriptions(mail.getContent()),
                mail.getHeader("In-Reply-To", null),
                mail.getHeader("To", null));
    }

    /** The part with this number, inside of the pictures' frame if there is one. */
    static String text(Object content, int number) throws MessagingException, IOException {
        if (content instanceof Multipart parts) {
            BodyPart first = parts.getBodyPart(0);
            return first.isMimeType("multipart/*")
                    ? text(first.getContent(), number)
                    : parts.getBodyPart(number).getContent().toString();
        }
        return content.toString();
    }

    private static List<String> descriptions(Object content) throws MessagingException, IOException {
        List<String> found = new ArrayList<>();
        if (content instanceof Multipart parts) {
            for (int at = 0; at < parts.getCount(); at++) {
                BodyPart part = parts.getBodyPart(at);
                if (part.isMimeType("image/*")) {
                    found.add(MimeUtility.decodeText(MimeUtility.unfold(part.getHeader("Content-Description")[0])));
                }
            }
        }
        return found;
    }

    @Test
    void shouldBringEveryScriptInBothParts() throws Exception {
        // given
        String words = "Zażółć gęślą jaźń, نعتذر عن الخطأ, 👩‍👩‍👧‍👦🧯 " + System.nanoTime();
        Delivery delivery = first(new Message(
                UUID.randomUUID(), UUID.randomUUID(), "pl", words, words + "\n.\n" + words, null, List.of()));

        // when
        sent(channel().publish(delivery));

        // then
        assertThat(newPosts())
                .singleElement()
                .extracting(AcceptedPost::text)
                .isEqualTo(delivery.part().text());
        try (Store store = mailbox();
                Folder inbox = store.getFolder("INBOX")) {
            inbox.open(Folder.READ_ONLY);
            MimeMessage mail = (MimeMessage) inbox.getMessage(inbox.getMessageCount());
            assertThat(text(mail.getContent(), 1)).contains("lang=\"pl\"", words);
            assertThat(mail.getHeader("Auto-Submitted", null)).isEqualTo("auto-generated");
            assertThat(mail.getHeader("List-Unsubscribe", null)).contains("mailto:press@brand.test");
            assertThat(mail.getSentDate().toInstant())
                    .isEqualTo(delivery.createdAt().truncatedTo(ChronoUnit.SECONDS));
        }
    }
}
