package io.firebreak.access;

import static org.springframework.security.config.Customizer.withDefaults;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.actuate.autoconfigure.security.servlet.EndpointRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.web.PathPatternRequestMatcherBuilderFactoryBean;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.header.writers.StaticHeadersWriter;

/** The doors of the web application. What is not opened here is closed. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    static final String NOTHING_IS_LOADED =
            "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static final String ONE_FORM =
            "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /** Patterns mean whole paths, also of those that are served by the engine's own servlets. */
    @Bean
    PathPatternRequestMatcherBuilderFactoryBean pathPatterns() {
        return new PathPatternRequestMatcherBuilderFactoryBean();
    }

    /** Interfaces for programs: Basic against the engine's users, no session, so nothing to ride on. */
    @Bean
    @Order(1)
    SecurityFilterChain interfaces(HttpSecurity http, ProblemEntryPoint problems, ProblemWriter writer)
            throws Exception {
        http.securityMatcher("/api/**", "/engine-rest/**", "/actuator/**");
        http.authorizeHttpRequests(requests -> requests.requestMatchers(EndpointRequest.to("health"))
                .permitAll()
                .requestMatchers("/actuator/**")
                .hasAuthority(Authorities.ADMINISTRATOR)
                .requestMatchers("/api/processes/**")
                .hasAnyAuthority(Role.DESIGNER.groupId(), Authorities.ADMINISTRATOR)
                .requestMatchers(HttpMethod.PUT, "/api/people/**")
                .hasAuthority(Authorities.ADMINISTRATOR)
                .requestMatchers("/api/crisis-plan/import")
                .hasAuthority(Authorities.ADMINISTRATOR)
                .requestMatchers(
                        "/api/people/**",
                        "/api/absences/**",
                        "/api/duties/**",
                        "/api/reachability",
                        "/api/crisis-plan",
                        "/api/crisis-plan/check",
                        "/api/incidents",
                        "/api/cases/**",
                        "/api/channels",
                        "/api/tasks/**",
                        "/api/mentions/**",
                        "/api/customer-records",
                        "/api/evidence/**",
                        "/api/wording/check")
                .hasAnyAuthority(Authorities.staffAndAdministrators())
                .anyRequest()
                .authenticated());
        http.httpBasic(basic -> basic.authenticationEntryPoint(problems));
        http.exceptionHandling(
                failures -> failures.authenticationEntryPoint(problems).accessDeniedHandler(problems));
        http.sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS));
        http.csrf(AbstractHttpConfigurer::disable);
        http.addFilterBefore(new CrossSiteFilter(writer), BasicAuthenticationFilter.class);
        http.headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(NOTHING_IS_LOADED)));
        return http.build();
    }

    /**
     * Tasklist and Cockpit keep their own sign-in, session, CSRF protection and headers. Only the page that makes a
     * first administrator is walled up: in 7.24.0 anybody could use it whenever the administrators' group is empty.
     */
    @Bean
    @Order(2)
    SecurityFilterChain webapps(HttpSecurity http, @Value("${camunda.bpm.webapp.application-path}") String webapps)
            throws Exception {
        http.securityMatcher(webapps, webapps + "/**");
        http.authorizeHttpRequests(requests -> requests.requestMatchers(webapps + "/api/admin/setup/**")
                .denyAll()
                .anyRequest()
                .permitAll());
        http.csrf(AbstractHttpConfigurer::disable);
        http.headers(headers -> headers.cacheControl(HeadersConfigurer.CacheControlConfig::disable)
                .referrerPolicy(withDefaults()));
        http.sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS));
        http.requestCache(AbstractHttpConfigurer::disable);
        http.anonymous(withDefaults());
        return http.build();
    }

    /** What the demo shows of its own: read by those who signed in, written by nobody. */
    @Bean
    @Order(3)
    @Profile("demo")
    SecurityFilterChain demoPages(HttpSecurity http, ProblemEntryPoint problems, ProblemWriter writer)
            throws Exception {
        http.securityMatcher("/demo/**");
        http.authorizeHttpRequests(requests -> requests.requestMatchers(HttpMethod.GET, "/demo/**")
                .authenticated()
                .anyRequest()
                .denyAll());
        http.httpBasic(basic -> basic.authenticationEntryPoint(problems));
        http.exceptionHandling(
                failures -> failures.authenticationEntryPoint(problems).accessDeniedHandler(problems));
        http.sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS));
        http.csrf(AbstractHttpConfigurer::disable);
        http.addFilterBefore(new CrossSiteFilter(writer), BasicAuthenticationFilter.class);
        http.headers(headers -> headers.frameOptions(HeadersConfigurer.FrameOptionsConfig::sameOrigin)
                .contentSecurityPolicy(
                        policy -> policy.policyDirectives(NOTHING_IS_LOADED + "; style-src 'self'; frame-src 'self'")));
        return http.build();
    }

    /** Calendar programs sign in by an address that nobody can guess. */
    @Bean
    @Order(3)
    SecurityFilterChain calendarPrograms(HttpSecurity http) throws Exception {
        http.securityMatcher("/duties/**");
        http.authorizeHttpRequests(requests -> requests.requestMatchers(HttpMethod.GET, "/duties/*.ics")
                .permitAll()
                .anyRequest()
                .denyAll());
        http.exceptionHandling(failures -> failures.authenticationEntryPoint(
                (request, response, failure) -> response.sendError(HttpServletResponse.SC_NOT_FOUND)));
        http.csrf(AbstractHttpConfigurer::disable);
        http.sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS));
        http.requestCache(AbstractHttpConfigurer::disable);
        http.headers(headers -> headers.referrerPolicy(withDefaults())
                .contentSecurityPolicy(policy -> policy.policyDirectives(NOTHING_IS_LOADED)));
        return http.build();
    }

    /**
     * Where the links in messages lead: the link itself lets people in, and nothing else is kept or asked. It must not
     * get further than them, into a cache, a search engine or the next site's log.
     */
    @Bean
    @Order(4)
    SecurityFilterChain messageLinks(HttpSecurity http) throws Exception {
        http.securityMatcher("/answer/**");
        http.authorizeHttpRequests(requests -> requests.requestMatchers(HttpMethod.GET, "/answer/*")
                .permitAll()
                .requestMatchers(HttpMethod.HEAD, "/answer/*")
                .permitAll()
                .requestMatchers(HttpMethod.POST, "/answer/*")
                .permitAll()
                .anyRequest()
                .denyAll());
        http.csrf(AbstractHttpConfigurer::disable);
        http.sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS));
        http.requestCache(AbstractHttpConfigurer::disable);
        http.headers(headers -> headers.referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER))
                .addHeaderWriter(new StaticHeadersWriter("X-Robots-Tag", "noindex, nofollow"))
                .contentSecurityPolicy(policy -> policy.policyDirectives(ONE_FORM)));
        return http.build();
    }

    /** The public reads; nobody writes. Everything else does not exist. */
    @Bean
    @Order(5)
    SecurityFilterChain publicPages(HttpSecurity http) throws Exception {
        http.authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
                .permitAll()
                .requestMatchers("/newsroom", "/newsroom/**", "/")
                .permitAll()
                .requestMatchers(HttpMethod.GET, "/favicon.ico")
                .permitAll()
                .anyRequest()
                .denyAll());
        http.exceptionHandling(failures -> failures.authenticationEntryPoint(
                (request, response, failure) -> response.sendError(HttpServletResponse.SC_NOT_FOUND)));
        http.csrf(AbstractHttpConfigurer::disable);
        http.headers(headers -> headers.cacheControl(HeadersConfigurer.CacheControlConfig::disable));
        http.sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS));
        http.requestCache(AbstractHttpConfigurer::disable);
        return http.build();
    }
}
