package io.firebreak.notification;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

/** Mails are sent by few threads of their own: a mail server that hangs holds up nothing else. */
@Configuration(proxyBeanMethods = false)
class MailConfiguration {

    static final String EXECUTOR = "mailExecutor";

    @Bean(EXECUTOR)
    ThreadPoolTaskExecutor mailExecutor() {
        ThreadPoolTaskExecutor executor = new ThreadPoolTaskExecutor();
        executor.setThreadNamePrefix("mail-");
        executor.setCorePoolSize(2);
        executor.setMaxPoolSize(2);
        executor.setQueueCapacity(1_000);
        return executor;
    }
}
