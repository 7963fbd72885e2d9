package io.firebreak.newsroom;

import java.time.ZoneId;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.web.ServerProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

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

    /** Before Spring Security and all else: what is closed on this port must not depend on their rules. */
    @Bean
    FilterRegistrationBean<NewsroomDoor> newsroomDoor(NewsroomProperties properties, NewsroomSite site) {
        FilterRegistrationBean<NewsroomDoor> door =
                new FilterRegistrationBean<>(new NewsroomDoor(properties.port(), site));
        door.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return door;
    }

    @Bean
    @ConditionalOnWebApplication
    NewsroomPort newsroomPort(NewsroomProperties properties, ServerProperties server) {
        return new NewsroomPort(properties.port(), server);
    }
}
