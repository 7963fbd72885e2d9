package io.firebreak.notification;

import io.firebreak.notification.answer.LinkSettings;
import io.firebreak.notification.means.MeansSettings;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes the settings of notification known to those who need them. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(NotificationProperties.class)
class NotificationConfiguration {

    @Bean
    MeansSettings meansSettings(NotificationProperties properties) {
        return properties.means();
    }

    @Bean
    LinkSettings linkSettings(
            NotificationProperties properties,
            @Value("${firebreak.base-url}") String baseUrl,
            @Value("${camunda.bpm.webapp.application-path}") String webapps) {
        return LinkSettings.of(properties.linkKey(), baseUrl, webapps);
    }
}
