package io.firebreak.notification.means;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Real means for tests of other packages: mail by a server on this machine, and webhooks. */
public final class RealSenders {

    private RealSenders() {}

    /** Mails go to that port, and webhooks where they say. */
    public static Senders at(int port, Duration patience, Clock clock) {
        JavaMailSenderImpl server = new JavaMailSenderImpl();
        server.setHost("127.0.0.1");
        server.setPort(port);
        server.getJavaMailProperties().setProperty("mail.smtp.connectiontimeout", Long.toString(patience.toMillis()));
        server.getJavaMailProperties().setProperty("mail.smtp.timeout", Long.toString(patience.toMillis()));
        return new Senders(List.of(mail(server), webhooks(patience, clock, Map.of("key", "open sesame"))));
    }

    /**
     * @param server null: none is set
     */
    static MailSending mail(JavaMailSender server) {
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        if (server != null) {
            beans.addBean("mailSender", server);
        }
        return new MailSending(beans.getBeanProvider(JavaMailSender.class), "firebreak@brand.example");
    }

    static WebhookSending webhooks(Duration patience, Clock clock, Map<String, String> secrets) {
        MeansSettings settings = new MeansSettings(patience, secrets);
        return new WebhookSending(
                List.of(new GenericForm(), new SlackForm(), new TeamsForm(), new MattermostForm(), new GoAlertForm()),
                settings,
                new WebhookHttp(settings, clock));
    }
}
