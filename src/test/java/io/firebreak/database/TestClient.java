package io.firebreak.database;

import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Speaks to an embedded database without a pool. */
final class TestClient {

    private TestClient() {}

    static JdbcClient of(EmbeddedDatabase database) {
        JdbcConnectionDetails connection = database.connection();
        return of(connection.getJdbcUrl(), connection.getUsername(), connection.getPassword());
    }

    static JdbcClient of(String url, String user, String password) {
        return JdbcClient.create(new DriverManagerDataSource(url, user, password));
    }
}
