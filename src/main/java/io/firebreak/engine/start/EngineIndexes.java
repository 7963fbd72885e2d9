package io.firebreak.engine.start;

import io.firebreak.engine.NodeLock;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.flywaydb.core.Flyway;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Adds to the engine's own tables the indexes that they lack, once the engine has made them: a second run of
 * migrations, from {@code db/engine}, with a history of its own beside that of our tables.
 */
@Component
@DependsOnDatabaseInitialization
class EngineIndexes implements InitializingBean {

    private static final String OUR_SCHEMA = "firebreak";

    private final DataSource database;
    private final NodeLock nodeLock;
    private final TransactionTemplate transaction;

    /**
     * @param engine only so that its tables are there
     */
    EngineIndexes(ProcessEngine engine, DataSource database, NodeLock nodeLock, TransactionTemplate transaction) {
        this.database = database;
        this.nodeLock = nodeLock;
        this.transaction = transaction;
    }

    @Override
    public void afterPropertiesSet() {
        transaction.executeWithoutResult(status -> {
            nodeLock.take(NodeLock.Work.INDEX_ENGINE);
            Flyway.configure()
                    .dataSource(database)
                    // where the history is kept; the engine's tables are found by the role's search path, as it finds
                    // them
                    .defaultSchema(OUR_SCHEMA)
                    .table("engine_schema_history")
                    .locations("classpath:db/engine")
                    // the schema holds our own tables already
                    .baselineOnMigrate(true)
                    .baselineVersion("0")
                    .load()
                    .migrate();
        });
    }
}
