package io.firebreak.access;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.util.unit.DataSize;

/** How much of a request is taken, by the door at which it comes. */
@Configuration(proxyBeanMethods = false)
class RequestBodyConfiguration {

    private static final int BEFORE_SIGN_IN = Ordered.HIGHEST_PRECEDENCE + 100;

    /** A report is a text of some thousand characters; a quarter of a mebibyte is generous. */
    @Bean
    FilterRegistrationBean<RequestBodyFilter> apiBodies(ProblemWriter problems) {
        return filter(DataSize.ofKilobytes(256), problems, "/api/*");
    }

    /** The engine's interfaces take whole deployments. */
    @Bean
    FilterRegistrationBean<RequestBodyFilter> engineBodies(
            ProblemWriter problems, @Value("${camunda.bpm.webapp.application-path}") String webapps) {
        return filter(DataSize.ofMegabytes(8), problems, "/engine-rest/*", webapps + "/api/*");
    }

    private static FilterRegistrationBean<RequestBodyFilter> filter(
            DataSize maximum, ProblemWriter problems, String... paths) {
        FilterRegistrationBean<RequestBodyFilter> filter =
                new FilterRegistrationBean<>(new RequestBodyFilter(maximum.toBytes(), problems));
        filter.addUrlPatterns(paths);
        filter.setOrder(BEFORE_SIGN_IN);
        return filter;
    }
}
