package io.firebreak.access;

import static java.util.stream.Collectors.toMap;

import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.type.LogicalType;
import java.time.Duration;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.jackson.Jackson2ObjectMapperBuilderCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.util.unit.DataSize;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** What a request must be like to be looked at: its path, and how large and how slow its body may be. */
@Configuration(proxyBeanMethods = false)
class RequestConfiguration {

    private static final int BEFORE_SIGN_IN = Ordered.HIGHEST_PRECEDENCE + 100;

    /** A file of evidence and nothing around it. */
    private static final DataSize FILE = DataSize.ofMegabytes(10);

    /** What ten thousand long posts need, in letters that take two bytes each. */
    private static final DataSize POSTS = DataSize.ofMegabytes(16);

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

    /**
     * A report is a text of some thousand characters; a quarter of a mebibyte is generous. A call with mentions brings up
     * to 1,000 of them: 0.8 MB with posts of 280 characters, 6.6 MB with posts of 500 emoji written as escapes. A crisis
     * plan may be as large as its reader takes. A file of evidence is the whole body.
     */
    @Bean
    FilterRegistrationBean<RequestBodyFilter> apiBodies(
            ProblemWriter problems, @Value("${firebreak.request-patience}") Duration patience) {
        return filter(
                DataSize.ofKilobytes(256),
                Map.of(
                        "/api/mentions", DataSize.ofMegabytes(8),
                        "/api/cases/{reference}/evidence/files", FILE,
                        "/api/crisis-plan/check", DataSize.ofMegabytes(1)),
                patience,
                problems,
                "/api/*");
    }

    /** The engine's interfaces take whole deployments. With a start form come up to 10,000 posts. */
    @Bean
    FilterRegistrationBean<RequestBodyFilter> engineBodies(
            ProblemWriter problems,
            @Value("${firebreak.request-patience}") Duration patience,
            @Value("${camunda.bpm.webapp.application-path}") String webapps) {
        return filter(
                DataSize.ofMegabytes(8),
                Map.of(
                        webapps + "/api/tasklist/plugin/firebreak/{engine}/tasks/{task}/files", FILE,
                        webapps + "/api/tasklist/plugin/firebreak/{engine}/start/mentions/check", POSTS,
                        webapps + "/api/engine/engine/{engine}/process-definition/{id}/submit-form", POSTS),
                patience,
                problems,
                "/engine-rest/*",
                webapps + "/api/*");
    }

    /** The page behind the links in messages has a form without fields. */
    @Bean
    FilterRegistrationBean<RequestBodyFilter> answerBodies(
            ProblemWriter problems, @Value("${firebreak.request-patience}") Duration patience) {
        return filter(DataSize.ofKilobytes(4), Map.of(), patience, problems, "/answer/*");
    }

    private static FilterRegistrationBean<RequestBodyFilter> filter(
            DataSize usual, Map<String, DataSize> byPath, Duration patience, ProblemWriter problems, String... paths) {
        Map<PathPattern, Long> bytesByPath = byPath.entrySet().stream()
                .collect(toMap(
                        place -> PathPatternParser.defaultInstance.parse(place.getKey()),
                        place -> place.getValue().toBytes()));
        FilterRegistrationBean<RequestBodyFilter> filter =
                new FilterRegistrationBean<>(new RequestBodyFilter(usual.toBytes(), bytesByPath, patience, problems));
        filter.addUrlPatterns(paths);
        filter.setOrder(BEFORE_SIGN_IN);
        return filter;
    }
}
