package io.firebreak;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** What belongs to no feature: the one clock, and work that is done at its times. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class FirebreakConfiguration {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
