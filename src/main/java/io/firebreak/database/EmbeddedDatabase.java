package io.firebreak.database;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;

/**
 * A real PostgreSQL that runs on a folder of this machine for as long as this object is open: durable, reachable from
 * this machine alone and only with the password that lies in the folder, and never opened twice.
 */
final class EmbeddedDatabase implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(EmbeddedDatabase.class);

    private final DataDirectoryLock lock;
    private final Postmaster postmaster;
    private final Connection connection;
    private final AtomicBoolean closed = new AtomicBoolean();

    private EmbeddedDatabase(DataDirectoryLock lock, Postmaster postmaster, Connection connection) {
        this.lock = lock;
        this.postmaster = postmaster;
        this.connection = connection;
    }

    /**
     * Starts the database on a folder, which is created if need be. What a killed run left behind is put in order
     * first.
     *
     * @throws DatabaseStartException if another process uses the folder, the data are of another PostgreSQL, or the
     *     server does not start
     */
    static EmbeddedDatabase open(Path dataDirectory) {
        DataDirectory directory = DataDirectory.prepare(dataDirectory);
        DataDirectoryLock lock = DataDirectoryLock.take(directory);
        try {
            return open(directory, lock);
        } catch (RuntimeException | Error failure) {
            lock.release();
            throw failure;
        }
    }

    private static EmbeddedDatabase open(DataDirectory directory, DataDirectoryLock lock) {
        PostgresBinaries binaries = PostgresBinaries.unpack(directory.binaries());
        PostgresPrograms programs = new PostgresPrograms(binaries);
        Postmaster postmaster = new Postmaster(directory.cluster(), binaries, programs);
        new LeftoverProcesses(binaries, postmaster).stop();
        binaries.deleteOthers();
        String version = programs.version();
        PostgresCluster cluster = PostgresCluster.open(directory, programs, version);
        int port = start(directory, programs, postmaster);
        log.info(
                "Embedded PostgreSQL {} is ready on {}:{}, its data are in {}",
                version,
                PostgresServer.ADDRESS,
                port,
                cluster.folder());
        return new EmbeddedDatabase(lock, postmaster, new Connection(port, cluster.password()));
    }

    private static int start(DataDirectory directory, PostgresPrograms programs, Postmaster postmaster) {
        try {
            return new PostgresServer(directory, programs).start();
        } catch (RuntimeException failure) {
            // one that was still on its way up must not stay behind
            postmaster.stop();
            throw failure;
        }
    }

    /** How to reach the database: as an ordinary role that owns it. */
    JdbcConnectionDetails connection() {
        return connection;
    }

    /** Stops the server when its data are written, then gives the folder free. A second call does nothing. */
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            try {
                postmaster.stop();
            } finally {
                lock.release();
            }
        }
    }

    private record Connection(int port, String password) implements JdbcConnectionDetails {

        @Override
        public String getJdbcUrl() {
            return "jdbc:postgresql://" + PostgresServer.ADDRESS + ":" + port + "/" + PostgresCluster.DATABASE;
        }

        @Override
        public String getUsername() {
            return PostgresCluster.ROLE;
        }

        @Override
        public String getPassword() {
            return password;
        }

        /** Without the password, which a generated text would give away. */
        @Override
        public String toString() {
            return getJdbcUrl();
        }
    }
}
