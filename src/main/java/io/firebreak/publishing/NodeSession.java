package io.firebreak.publishing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * This node's sign of life: a lock that the database holds as long as the node's own connection is open. When the
 * process is killed the connection breaks and the lock is free at once; when it is only stopped the lock stays, so that
 * nobody else sends what the stopped node may be sending.
 */
@Component
class NodeSession {

    private static final Logger log = LoggerFactory.getLogger(NodeSession.class);

    static final String KEY = "hashtextextended('firebreak.node:' || ?, 0)";

    private final DataSource dataSource;
    private Connection connection;
    private UUID node;
    private final Set<UUID> names = new HashSet<>();

    NodeSession(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Under which name this node works now. A name whose connection was lost is never used again. */
    synchronized UUID node() {
        if (connection == null || !isAlive()) {
            open();
        }
        return node;
    }

    /** Whether the lock is held under this name at this moment: asked right before something is sent. */
    synchronized boolean holds(UUID name) {
        return name.equals(node) && connection != null && isAlive();
    }

    /** Whether this process works under this name, or did before it lost a connection. */
    synchronized boolean isOwn(UUID name) {
        return names.contains(name);
    }

    private boolean isAlive() {
        try (PreparedStatement question = connection.prepareStatement("SELECT 1");
                ResultSet answer = question.executeQuery()) {
            return answer.next();
        } catch (SQLException lost) {
            log.warn("The connection that shows that this node lives is lost: {}", lost.getMessage());
            close();
            return false;
        }
    }

    private void open() {
        UUID name = UUID.randomUUID();
        try {
            connection = dataSource.getConnection();
            connection.setAutoCommit(true);
            try (PreparedStatement lock = connection.prepareStatement("SELECT pg_advisory_lock(" + KEY + ")")) {
                lock.setString(1, name.toString());
                lock.execute();
            }
            node = name;
            names.add(name);
        } catch (SQLException failure) {
            close();
            throw new IllegalStateException("There is no connection to the database for this node's lock", failure);
        }
    }

    synchronized void close() {
        node = null;
        if (connection == null) {
            return;
        }
        try (Connection ending = connection) {
            unlock(ending);
        } catch (SQLException broken) {
            log.debug("The node's connection was broken already", broken);
        }
        connection = null;
    }

    /** The next user of the connection must not hold the lock; where it can't be given back, the connection ends. */
    private static void unlock(Connection ending) throws SQLException {
        try (PreparedStatement unlock = ending.prepareStatement("SELECT pg_advisory_unlock_all()")) {
            unlock.execute();
        } catch (SQLException refused) {
            ending.abort(Runnable::run);
            throw refused;
        }
    }
}
