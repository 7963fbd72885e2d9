package io.firebreak.database;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.StringUtils;

/**
 * Decides where the data live. A URL always wins and nothing embedded starts beside it, so that a mistyped URL ends in
 * a refused connection and never in an empty store. The pool itself stays Spring Boot's.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DatabaseProperties.class)
class DatabaseConfiguration {

    private static final Logger log = LoggerFactory.getLogger(DatabaseConfiguration.class);

    DatabaseConfiguration(DatabaseProperties properties, Environment environment) {
        if (properties.isEmbedded() && urlIsSet(environment)) {
            log.info(
                    "{} is set and wins over firebreak.database=embedded: no embedded database is started",
                    DatabaseProperties.URL_PROPERTY);
        }
    }

    private static boolean urlIsSet(Environment environment) {
        return StringUtils.hasText(environment.getProperty(DatabaseProperties.URL_PROPERTY));
    }

    @Configuration(proxyBeanMethods = false)
    @Conditional(NoUrl.class)
    static class Embedded {

        @Bean
        EmbeddedDatabase embeddedDatabase(DatabaseProperties properties) {
            if (!properties.isEmbedded()) {
                throw new DatabaseStartException("No database is configured.", DatabaseProperties.TWO_WAYS);
            }
            return EmbeddedDatabase.open(properties.dataPath());
        }

        /** The pool depends on this bean and it on the server: Spring closes the pool first and the server last. */
        @Bean
        JdbcConnectionDetails embeddedDatabaseConnection(EmbeddedDatabase database) {
            return database.connection();
        }
    }

    static class NoUrl implements Condition {

        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return !urlIsSet(context.getEnvironment());
        }
    }
}
