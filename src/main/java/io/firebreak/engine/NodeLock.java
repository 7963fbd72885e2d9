package io.firebreak.engine;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Lets only one node of several do a thing at a time. The database holds the lock until the transaction ends. */
@Component
public class NodeLock {

    /** What only one node does at a time. The numbers are arbitrary, and the same on every node. */
    public enum Work {
        PREPARE_ENGINE(7_240_001L),
        DEPLOY(7_240_002L),
        INDEX_ENGINE(7_240_003L),
        IMPORT_PLAN(7_240_004L),
        LOOK_AHEAD(7_240_005L);

        private final long key;

        Work(long key) {
            this.key = key;
        }
    }

    private final JdbcClient jdbc;

    NodeLock(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Waits until no other node does this work; others wait until the caller's transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void take(Work work) {
        jdbc.sql("SELECT pg_advisory_xact_lock(?)")
                .param(work.key)
                .query((row, number) -> row.getObject(1))
                .list();
    }
}
