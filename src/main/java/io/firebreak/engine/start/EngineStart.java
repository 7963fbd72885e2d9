package io.firebreak.engine.start;

import io.firebreak.engine.NodeLock;
import io.firebreak.engine.deploy.ProcessDeployer;
import io.firebreak.engine.filter.TaskFilters;
import io.firebreak.engine.identity.DemoTeam;
import io.firebreak.engine.identity.FirstAdministrator;
import io.firebreak.engine.identity.Rights;
import io.firebreak.engine.identity.UserGroups;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Brings the engine to the state in which people can work, before the web server opens its door and before the first
 * job runs: groups, an administrator, rights, filters, and the processes.
 */
@Component
@DependsOnDatabaseInitialization
class EngineStart implements SmartInitializingSingleton {

    private final UserGroups userGroups;
    private final FirstAdministrator firstAdministrator;
    private final ObjectProvider<DemoTeam> demoTeam;
    private final Rights rights;
    private final TaskFilters taskFilters;
    private final ProcessDeployer deployer;
    private final NodeLock nodeLock;
    private final TransactionTemplate transaction;

    EngineStart(
            UserGroups userGroups,
            FirstAdministrator firstAdministrator,
            ObjectProvider<DemoTeam> demoTeam,
            Rights rights,
            TaskFilters taskFilters,
            ProcessDeployer deployer,
            NodeLock nodeLock,
            TransactionTemplate transaction) {
        this.userGroups = userGroups;
        this.firstAdministrator = firstAdministrator;
        this.demoTeam = demoTeam;
        this.rights = rights;
        this.taskFilters = taskFilters;
        this.deployer = deployer;
        this.nodeLock = nodeLock;
        this.transaction = transaction;
    }

    @Override
    public void afterSingletonsInstantiated() {
        transaction.executeWithoutResult(status -> {
            nodeLock.take(NodeLock.Work.PREPARE_ENGINE);
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
