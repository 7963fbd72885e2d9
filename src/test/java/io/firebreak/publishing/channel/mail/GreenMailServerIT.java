package io.firebreak.publishing.channel.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.icegreen.greenmail.util.ServerSetupTest;
import io.firebreak.publishing.channel.Account;
import io.firebreak.publishing.channel.Channel;
import io.firebreak.publishing.channel.ChannelWords;
import io.firebreak.publishing.channel.Delivery;
import io.firebreak.publishing.channel.RememberingMemory;
import io.firebreak.publishing.channel.Sample;
import jakarta.mail.MessagingException;
import jakarta.mail.Store;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Against GreenMail, which asks for a password, in this process. */
@Tag("servers")
class GreenMailServerIT extends MailServerContract {

    private static final String RECIPIENT = "desk@paper.test";
    private static final String SECRET = "open-sesame-4711";

    private final GreenMail server = started();
    private final Channel channel = counting(open(server.getSmtp().getPort(), SECRET));

    private static GreenMail started() {
        GreenMail server = new GreenMail(
                new ServerSetup[] {ServerSetupTest.SMTP.dynamicPort(), ServerSetupTest.IMAP.dynamicPort()});
        server.start();
        server.setUser(RECIPIENT, RECIPIENT, SECRET);
        server.setUser("press@brand.test", "press@brand.test", SECRET);
        return server;
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    private static Channel open(int port, String secret) {
        return KIND.open(account(URI.create("smtp://127.0.0.1:" + port), secret), new RememberingMemory());
    }

    private static Account account(URI url, String secret) {
        return new Account(
                "press",
                "mail",
                "Press list",
                url,
                "press@brand.test",
                secret,
                "press@brand.test",
                List.of(RECIPIENT),
                null,
                null,
                Duration.ofSeconds(10));
    }

    @Override
    Store mailbox() throws MessagingException {
        return open("127.0.0.1", server.getImap().getPort(), RECIPIENT, SECRET);
    }

    @Override
    protected Channel channel() {
        return channel;
    }

    @Override
    protected Channel channelWithWrongSecret() {
        return open(server.getSmtp().getPort(), "wrong-password");
    }

    @Override
    protected Channel channelWithoutServer() {
        return open(1, SECRET);
    }

    @Override
    protected List<String> secrets() {
        return List.of(SECRET, "wrong-password");
    }

    @Test
    void shouldUseTheMailServerOfTheInstallationWhenItHasNoneOfItsOwn() {
        // given
        JavaMailSenderImpl ourOwn = new JavaMailSenderImpl();
        ourOwn.setHost("127.0.0.1");
        ourOwn.setPort(server.getSmtp().getPort());
        Channel shared = counting(kindWith(ourOwn).open(account(null, null), new RememberingMemory()));
        Delivery delivery =
                Sample.delivery(Sample.statement(), shared.render(Sample.statement()), 1, RECIPIENT, null, null);

        // when
        sent(shared.publish(delivery));

        // then
        assertThat(newPosts()).singleElement().satisfies(shown -> assertThat(shown.text())
                .isEqualTo(delivery.part().text()));
    }

    private static MailKind kindWith(JavaMailSender sender) {
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        beans.addBean("sender", sender);
        try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext(ChannelWords.class)) {
            return new MailKind(beans.getBeanProvider(JavaMailSender.class), context.getBean(ChannelWords.class));
        }
    }
}
