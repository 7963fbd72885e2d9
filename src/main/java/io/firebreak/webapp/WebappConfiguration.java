package io.firebreak.webapp;

import io.firebreak.language.StaffWords;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** What stands before the pages of Tasklist and Cockpit. */
@Configuration(proxyBeanMethods = false)
class WebappConfiguration {

    @Bean
    FilterRegistrationBean<PageNonceFilter> pageNonceFilter(
            @Value("${camunda.bpm.webapp.application-path}") String webapps) {
        FilterRegistrationBean<PageNonceFilter> filter = new FilterRegistrationBean<>(new PageNonceFilter());
        filter.addUrlPatterns(webapps + "/app/*");
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 200);
        return filter;
    }

    @Bean
    FilterRegistrationBean<FormTranslationFilter> formTranslationFilter(
            @Value("${camunda.bpm.webapp.application-path}") String webapps, StaffWords words) {
        FilterRegistrationBean<FormTranslationFilter> filter =
                new FilterRegistrationBean<>(new FormTranslationFilter(words));
        filter.addUrlPatterns(webapps + "/api/engine/*");
        filter.setOrder(Ordered.LOWEST_PRECEDENCE);
        return filter;
    }
}
