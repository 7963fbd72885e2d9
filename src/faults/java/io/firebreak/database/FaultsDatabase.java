package io.firebreak.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** One durable PostgreSQL of a test's own, which outlives every application that uses it. */
public final class FaultsDatabase implements AutoCloseable {

    private final Path folder;
    private EmbeddedDatabase server;

    private FaultsDatabase(Path folder) {
        this.folder = folder;
        this.server = EmbeddedDatabase.open(folder);
    }

    public static FaultsDatabase open(Path folder) {
        return new FaultsDatabase(folder);
    }

    /** What an application needs to know, as environment variables. */
    public Map<String, String> environment() {
        JdbcConnectionDetails connection = server.connection();
        return Map.of(
                "SPRING_DATASOURCE_URL", connection.getJdbcUrl(),
                "SPRING_DATASOURCE_USERNAME", connection.getUsername(),
                "SPRING_DATASOURCE_PASSWORD", connection.getPassword());
    }

    public DriverManagerDataSource dataSource() {
        JdbcConnectionDetails connection = server.connection();
        return new DriverManagerDataSource(
                connection.getJdbcUrl() + "?reWriteBatchedInserts=true",
                connection.getUsername(),
                connection.getPassword());
    }

    public JdbcClient jdbc() {
        return JdbcClient.create(dataSource());
    }

    /** An empty database beside the first, for another application; gives its address, user and password. */
    public List<String> another(String name) {
        JdbcConnectionDetails connection = server.connection();
        JdbcClient.create(new DriverManagerDataSource(
                        connection.getJdbcUrl(), PostgresCluster.ADMINISTRATOR, connection.getPassword()))
                .sql("CREATE DATABASE " + name + " OWNER " + PostgresCluster.ROLE)
                .update();
        return List.of(
                connection.getJdbcUrl().replaceFirst("/[^/]*$", "/" + name),
                connection.getUsername(),
                connection.getPassword());
    }

    /** Lets the server note when each transaction was committed, exactly as readers see it; restarts it. */
    public void noteCommitTimes() {
        JdbcConnectionDetails connection = server.connection();
        JdbcClient.create(new DriverManagerDataSource(
                        connection.getJdbcUrl(), PostgresCluster.ADMINISTRATOR, connection.getPassword()))
                .sql("ALTER SYSTEM SET track_commit_timestamp = on")
                .update();
        server.close();
        server = EmbeddedDatabase.open(folder);
    }

    /** Stops the server and copies its files, as an operator's backup does; starts it again. */
    public void backUp(Path target) {
        server.close();
        copy(cluster(), target);
        server = EmbeddedDatabase.open(folder);
    }

    /** Throws the data away and puts a copy in their place. */
    public void restore(Path source) {
        server.close();
        try {
            DataDirectory.deleteWithContent(cluster());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        copy(source, cluster());
        server = EmbeddedDatabase.open(folder);
    }

    private Path cluster() {
        return DataDirectory.prepare(folder).cluster();
    }

    private static void copy(Path source, Path target) {
        try (Stream<Path> files = Files.walk(source)) {
            List<Path> all = files.toList();
            for (Path file : all) {
                Files.copy(
                        file,
                        target.resolve(source.relativize(file).toString()),
                        StandardCopyOption.REPLACE_EXISTING,
                        StandardCopyOption.COPY_ATTRIBUTES);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
