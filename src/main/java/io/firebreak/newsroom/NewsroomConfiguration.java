package io.firebreak.newsroom;

import java.time.ZoneId;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(NewsroomProperties.class)
class NewsroomConfiguration {

    @Bean
    NewsroomSettings newsroomSettings(
            NewsroomProperties properties,
            @Value("${firebreak.brand:Our brand}") String brand,
            @Value("${firebreak.time-zone:UTC}") ZoneId zone,
            @Value("${server.port:8080}") int serverPort) {
        return NewsroomSettings.of(properties, new NewsroomSettings.House(brand, zone, serverPort));
    }
}
