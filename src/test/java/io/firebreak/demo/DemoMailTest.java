package io.firebreak.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.firebreak.support.FirebreakTest;
import io.firebreak.support.Web;
import jakarta.mail.internet.MimeMessage;
import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;

/** The demo's mails, sent as reminders and statements are, and read in a browser. */
@FirebreakTest
class DemoMailTest {

    private static final Pattern LINK = Pattern.compile("href=\"(/demo/mails/\\d+)\"");

    @LocalServerPort
    private int port;

    @Autowired
    private JavaMailSender sender;

    private Web web;

    @BeforeEach
    void open() {
        web = new Web(port);
    }

    @Test
    void shouldShowAMailAsNothingButText() throws Exception {
        // given
        send(
                "Zażółć <script>alert(1)</script>",
                "Text <b>bold</b> ${7*7} [[${7*7}]]",
                "<h1>Hi</h1><script>alert(2)</script>");

        // when
        HttpResponse<String> list = web.get("legal", "/demo/mails");
        String path = newest(list);
        HttpResponse<String> mail = web.get("legal", path);
        HttpResponse<String> html = web.get("legal", path + "/html");

        // then
        assertThat(list.statusCode()).isEqualTo(200);
        assertThat(list.body())
                .contains("Zażółć &lt;script&gt;alert(1)&lt;/script&gt;", "desk@paper.example")
                .doesNotContain("<script");
        assertThat(mail.body())
                .contains("Text &lt;b&gt;bold&lt;/b&gt; ${7*7} [[${7*7}]]", "sandbox=\"\"", path + "/html")
                .doesNotContain("<script", "<h1>Hi");
        assertThat(mail.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'")
                .doesNotContain("unsafe", "script");
        assertThat(html.body()).contains("<h1>Hi</h1>");
        assertThat(html.headers().allValues("Content-Security-Policy"))
                .singleElement()
                .asString()
                .startsWith("sandbox; default-src 'none'")
                .doesNotContain("allow-", "script-src");
    }

    @Test
    void shouldLetNobodyReadWithoutSigningInAndNobodyWrite() {
        assertThat(web.get(null, "/demo/mails").statusCode()).isEqualTo(401);
        assertThat(web.get(null, "/demo/mails/1").statusCode()).isEqualTo(401);
        assertThat(web.get(null, "/demo/mails/1/html").statusCode()).isEqualTo(401);
        assertThat(web.post("admin", "/demo/mails", "{}").statusCode()).isEqualTo(403);
        assertThat(web.send("admin", "DELETE", "/demo/mails/1", null).statusCode())
                .isEqualTo(403);
        assertThat(web.get("legal", "/demo/mails/999999").statusCode()).isEqualTo(404);
    }

    @Test
    void shouldListenOnThisMachineAlone() {
        assertThat(((JavaMailSenderImpl) sender).getHost()).isEqualTo("127.0.0.1");
        assertThat(((JavaMailSenderImpl) sender).getJavaMailProperties()).containsEntry("mail.smtp.timeout", "10000");
    }

    @Test
    void shouldKeepOnlyTheNewest() {
        // given
        DemoMails mails = new DemoMails();

        // when
        for (int number = 1; number <= DemoMails.MOST + 5; number++) {
            mails.add("a@b.example", "c@d.example", ("Subject: " + number + "\r\n\r\nText").getBytes());
        }

        // then
        assertThat(mails.newestFirst()).hasSize(DemoMails.MOST);
        assertThat(mails.newestFirst().get(0).subject()).isEqualTo("1005");
        assertThat(mails.find(5)).isEmpty();
        assertThat(mails.find(6)).isPresent();
    }

    @Test
    void shouldKeepNoMoreThanFitsIntoMemory() {
        // given
        DemoMails mails = new DemoMails();

        // when
        for (int number = 1; number <= 10; number++) {
            mails.add("a@b.example", "c@d.example", new byte[10_000_000]);
        }

        // then
        assertThat(mails.newestFirst()).hasSize(6);
    }

    private void send(String subject, String text, String html) throws Exception {
        MimeMessage message = sender.createMimeMessage();
        MimeMessageHelper mail = new MimeMessageHelper(message, true, "UTF-8");
        mail.setFrom("press@brand.example");
        mail.setTo("desk@paper.example");
        mail.setSubject(subject);
        mail.setText(text, html);
        sender.send(message);
    }

    private static String newest(HttpResponse<String> list) {
        Matcher link = LINK.matcher(list.body());
        assertThat(link.find()).isTrue();
        return link.group(1);
    }
}
