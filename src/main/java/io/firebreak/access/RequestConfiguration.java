package io.firebreak.access;

import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.type.LogicalType;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.jackson.Jackson2ObjectMapperBuilderCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.util.unit.DataSize;

/** What a request must be like to be looked at: its path, and how large and how slow its body may be. */
@Configuration(proxyBeanMethods = false)
class RequestConfiguration {

    private static final int BEFORE_SIGN_IN = Ordered.HIGHEST_PRECEDENCE + 100;

    @Bean
    FilterRegistrationBean<PlainPathFilter> plainPaths(ProblemWriter problems) {
        FilterRegistrationBean<PlainPathFilter> filter = new FilterRegistrationBean<>(new PlainPathFilter(problems));
        filter.setOrder(BEFORE_SIGN_IN - 1);
        return filter;
    }

    /** A number or a truth value where a text belongs is a mistake of the caller, who should hear of it. */
    @Bean
    Jackson2ObjectMapperBuilderCustomizer textsAreTexts() {
        return builder -> builder.postConfigurer(json -> json.coercionConfigFor(LogicalType.Textual)
                .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail));
    }

    /** A report is a text of some thousand characters; a quarter of a mebibyte is generous. */
    @Bean
    FilterRegistrationBean<RequestBodyFilter> apiBodies(
            ProblemWriter problems, @Value("${firebreak.request-patience}") Duration patience) {
        return filter(DataSize.ofKilobytes(256), patience, problems, "/api/*");
    }

    /** The engine's interfaces take whole deployments. */
    @Bean
    FilterRegistrationBean<RequestBodyFilter> engineBodies(
            ProblemWriter problems,
            @Value("${firebreak.request-patience}") Duration patience,
            @Value("${camunda.bpm.webapp.application-path}") String webapps) {
        return filter(DataSize.ofMegabytes(8), patience, problems, "/engine-rest/*", webapps + "/api/*");
    }

    private static FilterRegistrationBean<RequestBodyFilter> filter(
            DataSize maximum, Duration patience, ProblemWriter problems, String... paths) {
        FilterRegistrationBean<RequestBodyFilter> filter =
                new FilterRegistrationBean<>(new RequestBodyFilter(maximum.toBytes(), patience, problems));
        filter.addUrlPatterns(paths);
        filter.setOrder(BEFORE_SIGN_IN);
        return filter;
    }
}
