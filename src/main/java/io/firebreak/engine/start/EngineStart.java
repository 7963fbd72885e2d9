package io.firebreak.engine.start;

import io.firebreak.engine.deploy.ProcessDeployer;
import io.firebreak.engine.identity.DemoTeam;
import io.firebreak.engine.identity.FirstAdministrator;
import io.firebreak.engine.identity.Rights;
import io.firebreak.engine.identity.TaskFilters;
import io.firebreak.engine.identity.UserGroups;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Brings the engine to the state in which people can work, before the web server opens its door and before the first
 * job runs: groups, an administrator, rights, filters, and the processes.
 */
@Component
@DependsOnDatabaseInitialization
class EngineStart implements SmartInitializingSingleton {

    /** Any number, the same on every node: only one of them prepares the engine at a time. */
    private static final long START_LOCK = 7_240_001L;

    private final UserGroups userGroups;
    private final FirstAdministrator firstAdministrator;
    private final ObjectProvider<DemoTeam> demoTeam;
    private final Rights rights;
    private final TaskFilters taskFilters;
    private final ProcessDeployer deployer;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    EngineStart(
            UserGroups userGroups,
            FirstAdministrator firstAdministrator,
            ObjectProvider<DemoTeam> demoTeam,
            Rights rights,
            TaskFilters taskFilters,
            ProcessDeployer deployer,
            JdbcClient jdbc,
            TransactionTemplate transaction) {
        this.userGroups = userGroups;
        this.firstAdministrator = firstAdministrator;
        this.demoTeam = demoTeam;
        this.rights = rights;
        this.taskFilters = taskFilters;
        this.deployer = deployer;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    @Override
    public void afterSingletonsInstantiated() {
        transaction.executeWithoutResult(status -> {
            jdbc.sql("SELECT pg_advisory_xact_lock(?)")
                    .param(START_LOCK)
                    .query((row, number) -> row.getObject(1))
                    .list();
            preparePeople();
        });
        deployer.deployAtStart();
    }

    private void preparePeople() {
        userGroups.ensureGroups();
        demoTeam.ifAvailable(DemoTeam::ensure);
        firstAdministrator.ensure();
        rights.ensure();
        taskFilters.ensure();
    }
}
