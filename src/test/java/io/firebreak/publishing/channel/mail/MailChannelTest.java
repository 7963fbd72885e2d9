package io.firebreak.publishing.channel.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.firebreak.publishing.channel.Account;
import io.firebreak.publishing.channel.Channel;
import io.firebreak.publishing.channel.ChannelFaultContract;
import io.firebreak.publishing.channel.ChannelParts;
import io.firebreak.publishing.channel.Delivery;
import io.firebreak.publishing.channel.Message;
import io.firebreak.publishing.channel.Outcome;
import io.firebreak.publishing.channel.Probe;
import io.firebreak.publishing.channel.ReadBack;
import io.firebreak.publishing.channel.RememberingMemory;
import io.firebreak.publishing.channel.RemotePost;
import io.firebreak.publishing.channel.Sample;
import io.firebreak.publishing.channel.simulator.AcceptedPost;
import io.firebreak.publishing.channel.simulator.FaultPlan;
import io.firebreak.publishing.channel.simulator.SmtpSimulator;
import jakarta.mail.Multipart;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import java.util.TimeZone;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MailChannelTest extends ChannelFaultContract {

    private static final MailKind KIND = ChannelParts.kind(MailKind.class);

    private final SmtpSimulator server = new SmtpSimulator();
    private final Channel channel = open(server.port(), SmtpSimulator.PASSWORD, "desk@paper.example");

    @AfterEach
    void close() {
        server.close();
    }

    private static Channel open(int port, String password, String... recipients) {
        return KIND.open(account(port, password, List.of(recipients), null), new RememberingMemory());
    }

    private static Account account(int port, String password, List<String> recipients, Path file) {
        return new Account(
                "press",
                "mail",
                "Press list",
                URI.create("smtp://127.0.0.1:" + port),
                SmtpSimulator.USER,
                password,
                "Marka “Głos” <press@brand.example>",
                recipients,
                file,
                null,
                PATIENCE);
    }

    @Override
    protected Channel channel() {
        return channel;
    }

    @Override
    protected Channel channelWithWrongSecret() {
        return open(server.port(), "wrong-password", "desk@paper.example");
    }

    @Override
    protected Channel channelWithoutServer() {
        return open(1, SmtpSimulator.PASSWORD, "desk@paper.example");
    }

    @Override
    protected List<AcceptedPost> posts() {
        return server.accepted();
    }

    @Override
    protected List<String> secrets() {
        return List.of(SmtpSimulator.PASSWORD, "wrong-password");
    }

    @Override
    protected boolean canReadBack() {
        return false;
    }

    @Override
    protected boolean namesAPause() {
        return false;
    }

    /** An answer has "Re:" before its subject. */
    @Override
    protected void assertShows(AcceptedPost shown, Delivery delivery) {
        assertThat(shown.text())
                .isEqualTo((shown.answers() == null ? "" : "Re: ")
                        + delivery.part().text());
        assertThat(shown.language()).isEqualTo(languageTag());
    }

    @Override
    protected FaultPlan faults() {
        return server.faults();
    }

    @Override
    protected void change(RemotePost post, String text) {
        throw new UnsupportedOperationException("A mail stays what it was");
    }

    @Override
    protected void remove(RemotePost post) {
        throw new UnsupportedOperationException("A mail stays where it is");
    }

    @Override
    protected boolean wasFollowedElsewhere() {
        return false;
    }

    @ParameterizedTest
    @CsvSource({
        "GREETING, 421 4.3.2 Not now, NotSent",
        "GREETING, 554 5.3.2 Not at all, Rejected",
        "GREETING, cut, NotSent",
        "EHLO, cut, NotSent",
        "AUTH, 454 4.7.0 Directory is away, NotSent",
        "AUTH, 535 5.7.8 Wrong, Rejected",
        "MAIL, 451 4.3.0 Later, NotSent",
        "MAIL, 550 5.7.1 Not you, Rejected",
        "RCPT, 450 4.2.1 Greylisted, NotSent",
        "RCPT, 550 5.1.1 Invalid recipient, Rejected",
        "RCPT, 421 4.7.0 Too much, NotSent",
        "RCPT, cut, NotSent",
        "DATA, 451 4.3.0 No room, NotSent",
        "DATA, 554 5.5.1 No, Rejected",
        "DATA, cut, NotSent",
        "., 451 4.3.0 No room, NotSent",
        "., 554 5.7.1 Looks like spam, Rejected",
        "., 421 4.4.2 Timeout, Unknown",
        "., 354 What?, Unknown",
        "., cut, Unknown",
        "QUIT, cut, Sent",
        "QUIT, 500 What?, Sent",
    })
    void shouldKnowHowSureItIs(String command, String answer, String outcome) {
        // given
        server.answer(command, answer);

        // when
        Outcome actual = channel.publish(first(Sample.statement()));

        // then
        assertThat(actual.getClass().getSimpleName()).isEqualTo(outcome);
        if (!answer.equals("cut") && !outcome.equals("Sent") && !outcome.equals("Unknown")) {
            assertThat(actual.toString()).contains(answer.substring(4));
        }
        assertThat(server.accepted()).hasSize(outcome.equals("Sent") ? 1 : 0);
    }

    @Test
    void shouldAskAPersonWhenTheServerKnowsNoWayToSignIn() {
        // given
        server.answer("EHLO", "250 simulator.example");

        // when
        Outcome outcome = channel.publish(first(Sample.statement()));

        // then
        assertThat(((Outcome.Rejected) outcome).reason()).contains("does not let this user in");
        assertThat(channel.check()).contains("does not let this user in");
    }

    @Test
    void shouldAskAPersonForOneMailOfOneServer() {
        // given
        Delivery delivery = first(Sample.statement());

        // when
        Probe probe = channel.probe(delivery);

        // then
        assertThat(((Probe.AskPerson) probe).question())
                .contains(
                        delivery.message().title(),
                        "desk@paper.example",
                        "<" + delivery.key().substring(0, 32) + ".1@brand.example>",
                        "127.0.0.1",
                        "log");
        assertThat(channel.readBack(delivery, new RemotePost("<a@b>", null))).isInstanceOf(ReadBack.CannotTell.class);
    }

    @Test
    void shouldSendTheSameBytesOnEveryAttemptAndMachine() {
        // given
        Delivery delivery = first(Sample.withPictures(Sample.picture("ł.png", "Zażółć „gęślą”")));
        TimeZone here = TimeZone.getDefault();

        // when
        sent(channel.publish(delivery));
        TimeZone.setDefault(TimeZone.getTimeZone("Asia/Tokyo"));
        try {
            sent(channel.publish(delivery));
        } finally {
            TimeZone.setDefault(here);
        }

        // then
        assertThat(server.mails()).hasSize(2);
        assertThat(new String(server.mails().get(1), StandardCharsets.UTF_8))
                .isEqualTo(new String(server.mails().get(0), StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @CsvSource({
        "pl, Zażółć gęślą jaźń: przepraszamy za błąd w cenie i oddajemy różnicę każdemu kto ją zapłacił",
        "ar, نعتذر عن الخطأ في السعر ونعيد الفرق إلى كل من دفعه وسنخبركم بالمزيد غدا صباحا",
        "en, 👩‍👩‍👧‍👦🧯🔥👩🏽‍🚒 we are sorry 👩‍👩‍👧‍👦🧯🔥👩🏽‍🚒👩‍👩‍👧‍👦🧯🔥👩🏽‍🚒👩‍👩‍👧‍👦🧯🔥👩🏽‍🚒",
    })
    void shouldBringEveryScriptToTheReader(String language, String words) throws Exception {
        // given
        Message message = new Message(
                UUID.randomUUID(), UUID.randomUUID(), language, words, words + "\n.\n" + words, null, List.of());

        // when
        sent(channel.publish(first(message)));

        // then
        String raw = new String(server.mails().get(0), StandardCharsets.ISO_8859_1);
        assertThat(raw.chars()).as("only ASCII on the way").allMatch(sign -> sign < 128);
        assertThat(raw.lines()).allMatch(line -> line.length() <= 998);
        MimeMessage mail = mail(0);
        assertThat(mail.getSubject()).isEqualTo(words);
        assertThat(part(mail, 0)).isEqualToNormalizingNewlines(words + "\n.\n" + words + "\n");
        assertThat(part(mail, 1)).contains("lang=\"" + language + "\"", words);
    }

    @Test
    void shouldTellMachinesWhatItIs() throws Exception {
        // given
        Delivery delivery = first(Sample.statement());

        // when
        sent(channel.publish(delivery));

        // then
        MimeMessage mail = mail(0);
        assertThat(mail.getHeader("Auto-Submitted", null)).isEqualTo("auto-generated");
        assertThat(mail.getHeader("List-Unsubscribe", null))
                .isEqualTo("<mailto:press@brand.example?subject=unsubscribe>");
        assertThat(mail.getSentDate().toInstant())
                .isEqualTo(delivery.createdAt().truncatedTo(java.time.temporal.ChronoUnit.SECONDS));
        assertThat(mail.getHeader("From", null)).endsWith("<press@brand.example>");
        assertThat(mail.getAllRecipients()).hasSize(1);
    }

    @Test
    void shouldKeepTextOutOfHeadersAndMarkup() throws Exception {
        // given
        Message message = Sample.message(
                "Kettle\r\nBcc: everybody@evil.example\u2028X-Evil: 1",
                "<script>alert(1)</script> & \"more\"\n.\nMAIL FROM:<x@y>",
                null,
                List.of(Sample.picture("a\r\nX: y.png", "Alt\r\nX-Evil: 2 \"><script>")));

        // when
        sent(channel.publish(first(message)));

        // then
        MimeMessage mail = mail(0);
        assertThat(mail.getHeader("Bcc")).isNull();
        assertThat(mail.getHeader("X-Evil")).isNull();
        assertThat(((Multipart) mail.getContent()).getBodyPart(1).getHeader("X-Evil"))
                .isNull();
        assertThat(mail.getSubject()).isEqualTo("Kettle Bcc: everybody@evil.example X-Evil: 1");
        Multipart alternatives =
                (Multipart) ((Multipart) mail.getContent()).getBodyPart(0).getContent();
        assertThat(alternatives.getBodyPart(1).getContent().toString())
                .doesNotContain("<script>")
                .contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;more&quot;");
        assertThat(server.commands()).containsOnlyOnce("MAIL");
    }

    @Test
    void shouldPointToWhereTheStatementIsPublic() throws Exception {
        // given
        Delivery plain =
                first(new Message(UUID.randomUUID(), UUID.randomUUID(), "pl", "Tytuł", "Treść", null, List.of()));
        Delivery delivery = new Delivery(
                plain.publicationId(),
                plain.key(),
                Instant.parse("2026-03-01T10:00:00Z"),
                plain.message(),
                plain.part(),
                1,
                1,
                "desk@paper.example",
                List.of("https://brand.example/newsroom/a?b=1&c=2"),
                null,
                null);

        // when
        sent(channel.publish(delivery));

        // then
        assertThat(part(mail(0), 0))
                .contains("Oto gdzie jest dostępne:")
                .contains("https://brand.example/newsroom/a?b=1&c=2");
        assertThat(part(mail(0), 1)).contains("<a href=\"https://brand.example/newsroom/a?b=1&amp;c=2\">");
    }

    @Test
    void shouldNameACorrectionAndWhatItCorrects() throws Exception {
        // given
        Message correction = new Message(
                UUID.randomUUID(), UUID.randomUUID(), "pl", "Cena", "Nowy tekst", "Cena to 5 zł", List.of());

        // when
        sent(channel.correct(first(correction), new RemotePost("<first@brand.example>", null)));
        sent(channel.correct(first(correction), new RemotePost("<x@y>\r\nBcc: a@b", null)));

        // then
        assertThat(mail(0).getSubject()).isEqualTo("Sprostowanie: Cena");
        assertThat(part(mail(0), 0)).startsWith("Sprostowanie: Cena to 5 zł");
        assertThat(mail(0).getHeader("References", null)).isEqualTo("<first@brand.example>");
        assertThat(mail(1).getHeader("In-Reply-To")).isNull();
        assertThat(mail(1).getHeader("Bcc")).isNull();
    }

    @Test
    void shouldReadEachAddressOnce(@TempDir Path folder) throws Exception {
        // given
        Path file = folder.resolve("press.txt");
        Files.writeString(file, "\uFEFF# papers\n\nzoe@Paper.EXAMPLE\nAnna <anna@gazeta.example>\ndesk@żółw.example\n");

        // when
        Channel several = KIND.open(
                account(1, "secret", List.of("zoe@paper.example", "Zoe@paper.example"), file), new RememberingMemory());

        // then
        assertThat(several.addressees())
                .containsExactly(
                        "Zoe@paper.example", "anna@gazeta.example", "desk@xn--w-uga1v8h.example", "zoe@paper.example");
    }

    @ParameterizedTest
    @CsvSource({
        "no-address",
        "two@a.example two@b.example",
        "'a@b.example, c@d.example'",
        "a@-b.example",
        "a b@c.example",
        "'a@b.example\nBcc: c@d.example'",
        "ü@b.example",
        "@b.example",
        "a@b..example",
        "a@",
        "'<>'",
        "''"
    })
    void shouldRefuseWhatIsNoAddress(String written) {
        assertThatThrownBy(() -> open(1, "secret", "fine@b.example", written))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("firebreak.channels.press.recipients");
    }

    @Test
    void shouldSayInWhichLineAnAddressIsWrong(@TempDir Path folder) throws Exception {
        // given
        Path file = folder.resolve("press.txt");
        Files.writeString(file, "a@b.example\n\nnobody\n");

        // when / then
        assertThatThrownBy(() -> KIND.open(account(1, "secret", List.of(), file), new RememberingMemory()))
                .hasMessageContaining("line 3")
                .hasMessageContaining("nobody");
        assertThatThrownBy(() ->
                        KIND.open(account(1, "secret", List.of(), folder.resolve("none")), new RememberingMemory()))
                .hasMessageContaining("can't be read");
        assertThatThrownBy(() -> open(1, "secret")).hasMessageContaining("recipients is empty");
    }

    @Test
    void shouldNotOpenWithoutServerOrSender() {
        Account none = new Account(
                "press",
                "mail",
                null,
                null,
                null,
                null,
                "press@brand.example",
                List.of("a@b.example"),
                null,
                null,
                null);
        assertThatThrownBy(() -> KIND.open(none, new RememberingMemory()))
                .hasMessageContaining("firebreak.channels.press.url")
                .hasMessageContaining("spring.mail.host");
        Account silent = new Account(
                "press", "mail", null, none.url(), null, null, " ", List.of("a@b.example"), null, null, null);
        assertThatThrownBy(() -> KIND.open(silent, new RememberingMemory())).hasMessageContaining("sender");
        Account web = new Account(
                "press",
                "mail",
                null,
                URI.create("https://mail.example"),
                null,
                null,
                "a@b.example",
                List.of("a@b.example"),
                null,
                null,
                null);
        assertThatThrownBy(() -> KIND.open(web, new RememberingMemory())).hasMessageContaining("smtps://");
    }

    private MimeMessage mail(int number) throws Exception {
        return new MimeMessage(
                Session.getInstance(new Properties()),
                new ByteArrayInputStream(server.mails().get(number)));
    }

    private static String part(MimeMessage mail, int number) throws Exception {
        return ((Multipart) mail.getContent()).getBodyPart(number).getContent().toString();
    }
}
