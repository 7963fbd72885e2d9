package io.firebreak.demo;

import org.springframework.boot.autoconfigure.mail.MailProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** In the demo every mail goes to a server inside of Firebreak, unless another one is set: nothing outside is called. */
@Configuration(proxyBeanMethods = false)
@Profile("demo")
@Conditional(WithoutMailServer.class)
@EnableConfigurationProperties(MailProperties.class)
class DemoMailConfiguration {

    @Bean
    DemoMails demoMails() {
        return new DemoMails();
    }

    @Bean(initMethod = "start", destroyMethod = "stop")
    DemoMailServer demoMailServer(DemoMails mails) {
        return new DemoMailServer(mails);
    }

    @Bean
    JavaMailSender demoMailSender(DemoMailServer server, MailProperties properties) {
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost(server.host());
        sender.setPort(server.port());
        sender.getJavaMailProperties().putAll(properties.getProperties());
        return sender;
    }
}
