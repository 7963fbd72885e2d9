package io.firebreak.newsroom;

import java.time.ZoneId;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the newsroom together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(NewsroomProperties.class)
class NewsroomConfiguration {

    @Bean
    NewsroomSettings newsroomSettings(
            NewsroomProperties properties,
            @Value("${firebreak.brand}") String brand,
            @Value("${firebreak.time-zone}") ZoneId zone) {
        return new NewsroomSettings(brand, properties.baseUrl(), Locale.forLanguageTag(properties.language()), zone);
    }

    /** A servlet of its own: nothing that the rest of the application does to requests can come between. */
    @Bean
    ServletRegistrationBean<NewsroomServlet> newsroomServlet(NewsroomSite site) {
        ServletRegistrationBean<NewsroomServlet> servlet =
                new ServletRegistrationBean<>(new NewsroomServlet(site), Paths.ROOT, Paths.ROOT + "/*");
        servlet.setName("newsroom");
        servlet.setLoadOnStartup(1);
        return servlet;
    }
}
