package io.firebreak.notification.means;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.util.ServerSetupTest;
import io.firebreak.notification.Means;
import io.firebreak.publishing.channel.simulator.SmtpSimulator;
import jakarta.mail.internet.MimeMessage;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Messages by mail, against a real SMTP server, and what its failures come to. */
class MailSendingTest {

    @RegisterExtension
    private static final GreenMailExtension SMTP = new GreenMailExtension(ServerSetupTest.SMTP.dynamicPort());

    private static final Message MESSAGE = new Message(
            "7f9c24e5-2",
            "ASKED",
            "[CR-2026-0007] Please answer: Żółć",
            "Anna, please take this task.",
            new Message.Matter("CR-2026-0007", "Żółć", "task-1", "Approve", null),
            new Message.Person("anna", "Anna Nowak"),
            new Message.Links(
                    new Message.Link("I take it", "https://crisis.example/answer/AAA"),
                    new Message.Link("I can’t", "https://crisis.example/answer/BBB"),
                    null,
                    "Please don’t pass them on."),
            Instant.parse("2026-11-28T20:00:00Z"));

    @Test
    void shouldMailPlainTextWithTheLinksEachOnALineOfItsOwn() throws Exception {
        // when
        Outcome outcome =
                RealSenders.mail(server(SMTP.getSmtp().getPort())).send(mailTo("anna@brand.example"), MESSAGE);

        // then
        assertThat(outcome).isEqualTo(new Outcome.Sent());
        MimeMessage mail = SMTP.getReceivedMessages()[0];
        assertThat(mail.getSubject()).isEqualTo("[CR-2026-0007] Please answer: Żółć");
        assertThat(mail.getContentType()).isEqualTo("text/plain; charset=UTF-8");
        assertThat(mail.getMessageID()).isEqualTo("<7f9c24e5-2@firebreak>");
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(mail.getSentDate()).isEqualTo("2026-11-28T20:00:00Z");
        assertThat(mail.getContent().toString().lines())
                .contains(
                        "Anna, please take this task.",
                        "I take it:",
                        "https://crisis.example/answer/AAA",
                        "I can’t:",
                        "https://crisis.example/answer/BBB",
                        "Please don’t pass them on.");
    }

    @Test
    void shouldSayThatNoServerIsSet() {
        assertThat(RealSenders.mail(null).send(mailTo("anna@brand.example"), MESSAGE))
                .isEqualTo(new Outcome.Failed("No mail server is set; please set spring.mail.host.", null));
    }

    @Test
    void shouldSayThatNobodyListens() {
        assertThat(RealSenders.mail(server(1)).send(mailTo("anna@brand.example"), MESSAGE))
                .isEqualTo(new Outcome.Failed("The mail server can't be reached, or cut the connection.", null));
    }

    @Test
    void shouldEndInTimeWhenTheServerSaysNothing() throws Exception {
        // given a server that takes connections and stays silent
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            long begin = System.nanoTime();

            // when
            Outcome outcome =
                    RealSenders.mail(server(silent.getLocalPort())).send(mailTo("anna@brand.example"), MESSAGE);

            // then
            assertThat(outcome).isInstanceOf(Outcome.Failed.class);
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(20));
        }
    }

    @Test
    void shouldTellARefusalForGoodFromOneForNowWithoutTheAddress() {
        try (SmtpSimulator simulator = new SmtpSimulator()) {
            // given
            JavaMailSenderImpl server = server(simulator.port());
            server.setUsername(SmtpSimulator.USER);
            server.setPassword(SmtpSimulator.PASSWORD);
            server.getJavaMailProperties().setProperty("mail.smtp.auth", "true");
            MailSending sending = RealSenders.mail(server);

            // when
            simulator.answer("RCPT", "550 5.1.1 <anna@brand.example> is unknown");
            Outcome forGood = sending.send(mailTo("anna@brand.example"), MESSAGE);
            simulator.answer("RCPT", "451 4.7.1 <anna@brand.example> try later");
            Outcome forNow = sending.send(mailTo("anna@brand.example"), MESSAGE);

            // then
            assertThat(forGood).isEqualTo(new Outcome.Refused("The mail server refused it (550)."));
            assertThat(forNow).isEqualTo(new Outcome.Failed("The mail server did not take it now (451).", null));
        }
    }

    @Test
    void shouldNotShowThePasswordThatIsWrong() {
        try (SmtpSimulator simulator = new SmtpSimulator()) {
            // given
            JavaMailSenderImpl server = server(simulator.port());
            server.setUsername(SmtpSimulator.USER);
            server.setPassword("wrong");
            server.getJavaMailProperties().setProperty("mail.smtp.auth", "true");

            // then
            assertThat(RealSenders.mail(server).send(mailTo("anna@brand.example"), MESSAGE))
                    .isEqualTo(new Outcome.Failed("The mail server does not let us sign in.", null));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nobody",
                "a@b.example, c@d.example",
                "a@b.example\r\nBcc: c@d.example",
                "group: a@b.example;"
            })
    void shouldMailNobodyElse(String address) {
        // when
        Outcome outcome = RealSenders.mail(server(SMTP.getSmtp().getPort())).send(mailTo(address), MESSAGE);

        // then
        assertThat(outcome).isEqualTo(new Outcome.Refused("No right mail address of this person is known."));
        assertThat(SMTP.getReceivedMessages()).isEmpty();
    }

    private static JavaMailSenderImpl server(int port) {
        JavaMailSenderImpl server = new JavaMailSenderImpl();
        server.setHost("127.0.0.1");
        server.setPort(port);
        server.getJavaMailProperties().setProperty("mail.smtp.connectiontimeout", "500");
        server.getJavaMailProperties().setProperty("mail.smtp.timeout", "500");
        return server;
    }

    private static Means mailTo(String address) {
        return new Means(Means.Kind.EMAIL, address, null, null);
    }
}
