package io.firebreak.engine.identity;

import org.camunda.bpm.engine.IdentityService;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The engine's REST API, for callers whom Spring Security has signed in. */
@Configuration(proxyBeanMethods = false)
class EngineRestConfiguration {

    /** After the filter of Spring Security, which stands at -100. */
    private static final int AFTER_SIGN_IN = 10;

    @Bean
    FilterRegistrationBean<EngineCallerFilter> engineCallerFilter(IdentityService identityService) {
        FilterRegistrationBean<EngineCallerFilter> filter =
                new FilterRegistrationBean<>(new EngineCallerFilter(identityService));
        filter.addUrlPatterns("/engine-rest/*");
        filter.setOrder(AFTER_SIGN_IN);
        return filter;
    }
}
