package io.firebreak.newsroom;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A real PostgreSQL with the newsroom's tables, and the means to take it away from under the application. */
final class TestDatabase implements AutoCloseable {

    private final EmbeddedPostgres postgres;
    private final HikariDataSource dataSource;

    TestDatabase() {
        try {
            postgres = EmbeddedPostgres.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        dataSource = new HikariDataSource();
        dataSource.setJdbcUrl(postgres.getJdbcUrl("postgres", "postgres"));
        dataSource.setConnectionTimeout(1_000);
        Flyway.configure()
                .dataSource(dataSource)
                .schemas("firebreak")
                .locations("classpath:db/migration")
                .load()
                .migrate();
    }

    DataSource dataSource() {
        return dataSource;
    }

    JdbcClient client() {
        return JdbcClient.create(dataSource);
    }

    void stop() {
        try {
            postgres.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        dataSource.close();
        stop();
    }
}
