package io.firebreak.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/**
 * Gives each application context of a test run an empty database of its own, all on one server that is started when
 * the first one asks and stopped after the last context is closed. To be used with
 * {@code @ContextConfiguration(initializers = FreshDatabase.class)}.
 */
public final class FreshDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        Map<String, Object> settings = create();
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("fresh database", settings));
    }

    /** An empty database; gives the settings by which an application uses it. */
    public static Map<String, Object> create() {
        JdbcConnectionDetails server = Server.DATABASE.connection();
        String name = "test_" + NUMBER.incrementAndGet();
        TestClient.of(server.getJdbcUrl(), PostgresCluster.ADMINISTRATOR, server.getPassword())
                .sql("CREATE DATABASE " + name + " OWNER " + PostgresCluster.ROLE)
                .update();
        return Map.of(
                "spring.datasource.url", server.getJdbcUrl().replaceFirst("/[^/]*$", "/" + name),
                "spring.datasource.username", server.getUsername(),
                "spring.datasource.password", server.getPassword());
    }

    private static final class Server {

        private static final EmbeddedDatabase DATABASE = start();

        private static EmbeddedDatabase start() {
            Path folder = folder();
            EmbeddedDatabase database = EmbeddedDatabase.open(folder);
            // runs after all contexts are closed, which a shutdown hook of our own would not
            SpringApplication.getShutdownHandlers().add(() -> stop(database, folder));
            return database;
        }

        private static Path folder() {
            try {
                Path parent = Files.createDirectories(Path.of("target", "test-data"));
                return Files.createTempDirectory(parent, "shared");
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }

        private static void stop(EmbeddedDatabase database, Path folder) {
            database.close();
            try {
                DataDirectory.deleteWithContent(folder);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }
}
