package io.firebreak.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

class FreshDatabaseTest {

    @Test
    void shouldGiveEachContextAnEmptyDatabaseOfItsOwn() {
        // given
        try (var first = start();
                var second = start()) {
            // when
            first.getBean(JdbcClient.class).sql("CREATE TABLE mine (text text)").update();

            // then
            assertThat(tables(first)).isOne();
            assertThat(tables(second)).isZero();
        }
    }

    private static long tables(ConfigurableApplicationContext context) {
        return context.getBean(JdbcClient.class)
                .sql("SELECT count(*) FROM pg_tables WHERE tablename = 'mine'")
                .query(Long.class)
                .single();
    }

    private static ConfigurableApplicationContext start() {
        return new SpringApplicationBuilder(DatabaseConfigurationTest.Application.class)
                .web(WebApplicationType.NONE)
                .initializers(new FreshDatabase())
                .run();
    }
}
