package io.firebreak.newsroom;

import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;

/** One node's newsroom on a database, without a web server. */
final class TestNewsroom implements AutoCloseable {

    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

    TestNewsroom(TestDatabase database, String... properties) {
        TestPropertyValues.of(properties).applyTo(context);
        context.registerBean(DataSource.class, database::dataSource, definition -> definition.setDestroyMethodName(""));
        context.register(Parts.class);
        context.refresh();
    }

    Newsroom api() {
        return context.getBean(Newsroom.class);
    }

    <T> T part(Class<T> type) {
        return context.getBean(type);
    }

    NewsroomAddress publish(NewsroomRelease release) {
        return transaction().execute(status -> api().publish(release));
    }

    void publishAndRollBack(NewsroomRelease release) {
        transaction().executeWithoutResult(status -> {
            api().publish(release);
            status.setRollbackOnly();
        });
    }

    private TransactionTemplate transaction() {
        return new TransactionTemplate(context.getBean(PlatformTransactionManager.class));
    }

    @Override
    public void close() {
        context.close();
    }

    @Configuration(proxyBeanMethods = false)
    @EnableTransactionManagement
    @ComponentScan
    static class Parts {

        @Bean
        PlatformTransactionManager transactionManager(DataSource dataSource) {
            return new JdbcTransactionManager(dataSource);
        }

        @Bean
        JdbcClient jdbcClient(DataSource dataSource) {
            return JdbcClient.create(dataSource);
        }

        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }
    }
}
