package io.firebreak.publishing.channel.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.firebreak.publishing.channel.Account;
import io.firebreak.publishing.channel.Channel;
import io.firebreak.publishing.channel.Delivery;
import io.firebreak.publishing.channel.Outcome;
import io.firebreak.publishing.channel.RealServer;
import io.firebreak.publishing.channel.RememberingMemory;
import io.firebreak.publishing.channel.Sample;
import io.firebreak.publishing.channel.simulator.LosingProxy;
import jakarta.mail.MessagingException;
import jakarta.mail.Store;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Against OpenSMTPD, which takes mails without a password here, with Dovecot behind it. */
@Tag("servers")
class MailServerIT extends MailServerContract {

    private final URI url = URI.create(RealServer.setting("smtp.url"));
    private final String recipient = RealServer.setting("smtp.recipient");
    private final Channel channel = counting(open(url, recipient));

    private static Channel open(URI url, String recipient) {
        return KIND.open(
                new Account(
                        "press",
                        "mail",
                        "Press list",
                        url,
                        null,
                        null,
                        "Brand <press@brand.test>",
                        List.of(recipient),
                        null,
                        null,
                        Duration.ofSeconds(20)),
                new RememberingMemory());
    }

    @Override
    Store mailbox() throws MessagingException {
        return open(
                RealServer.setting("imap.host"),
                Integer.parseInt(RealServer.setting("imap.port")),
                RealServer.setting("imap.user"),
                RealServer.setting("imap.secret"));
    }

    @Override
    protected Channel channel() {
        return channel;
    }

    @Override
    protected Channel channelWithWrongSecret() {
        return null;
    }

    @Override
    protected Channel channelWithoutServer() {
        return open(URI.create("smtp://127.0.0.1:1"), recipient);
    }

    @Override
    protected List<String> secrets() {
        return List.of(RealServer.setting("imap.secret"));
    }

    @Test
    void shouldDoubtWhenTheAnswerToTheEndOfTheMailIsLost() {
        // given
        try (LosingProxy proxy = new LosingProxy(url)) {
            Channel behind = open(URI.create("smtp://127.0.0.1:" + proxy.url().getPort()), recipient);
            Delivery delivery = first(Sample.statement());
            // the first header: what the server says after it is its answer to the end of the mail
            proxy.loseAnswerTo("Date: ");

            // when
            Outcome outcome = behind.publish(delivery);

            // then
            expectOneMore();
            assertThat(outcome).isInstanceOf(Outcome.Unknown.class);
            assertThat(proxy.lost()).isEqualTo(1);
            assertThat(newPosts()).singleElement().satisfies(shown -> assertShows(shown, delivery));
        }
    }

    @Test
    void shouldTellInTheServersWordsThatThereIsNoSuchRecipient() {
        // given
        String nobody = "nobody" + recipient.substring(recipient.indexOf('@'));

        // when
        Outcome unknown = publishTo(nobody);
        Outcome foreign = publishTo("desk@elsewhere.test");

        // then
        assertThat(((Outcome.Rejected) unknown).reason()).contains("524 5.2.4", nobody);
        assertThat(((Outcome.Rejected) foreign).reason()).contains("550 Invalid recipient");
        assertThat(newPosts()).isEmpty();
    }

    private Outcome publishTo(String address) {
        Channel channel = open(url, address);
        return channel.publish(
                Sample.delivery(Sample.statement(), channel.render(Sample.statement()), 1, address, null, null));
    }
}
