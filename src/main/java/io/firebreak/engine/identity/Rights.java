package io.firebreak.engine.identity;

import static org.camunda.bpm.engine.authorization.Authorization.ANY;

import io.firebreak.access.Role;
import io.firebreak.engine.StaffProcesses;
import io.firebreak.engine.StartRule;
import java.util.Arrays;
import java.util.List;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.springframework.stereotype.Component;

/**
 * What each role may do with the engine. Rights on single tasks come from being a candidate, and are to work on the
 * task, not to change the case.
 */
@Component
public class Rights {

    private static final String TASKLIST = "tasklist";
    private static final String COCKPIT = "cockpit";

    private final AuthorizationService authorizationService;
    private final List<StartRule> startableProcesses;
    private final List<StaffProcesses> otherProcesses;

    Rights(
            AuthorizationService authorizationService,
            List<StartRule> startableProcesses,
            List<StaffProcesses> otherProcesses) {
        this.authorizationService = authorizationService;
        this.startableProcesses = startableProcesses;
        this.otherProcesses = otherProcesses;
    }

    /** Grants what is missing; never takes away what an administrator granted. */
    public void ensure() {
        Role.staff().forEach(this::grantWork);
        Role.watchers().forEach(this::grantWatching);
        Arrays.stream(Resources.values())
                .forEach(resource -> grant(Groups.CAMUNDA_ADMIN, resource, ANY, Permissions.ALL));
    }

    /** Lets the members of a role see a filter of the task list. */
    public void grantFilter(Role role, String filterId) {
        grant(role.groupId(), Resources.FILTER, filterId, Permissions.READ);
    }

    private void grantWork(Role role) {
        grant(role.groupId(), Resources.APPLICATION, TASKLIST, Permissions.ACCESS);
        startableProcesses.forEach(process -> grant(
                role.groupId(),
                Resources.PROCESS_DEFINITION,
                process.process(),
                ProcessDefinitionPermissions.READ,
                ProcessDefinitionPermissions.CREATE_INSTANCE,
                // without it the cards of the task list show no reference, severity and title
                ProcessDefinitionPermissions.READ_INSTANCE));
        otherProcesses.stream()
                .flatMap(staff -> staff.processes().stream())
                .forEach(process -> grant(
                        role.groupId(),
                        Resources.PROCESS_DEFINITION,
                        process,
                        ProcessDefinitionPermissions.READ,
                        ProcessDefinitionPermissions.READ_INSTANCE));
        grant(role.groupId(), Resources.PROCESS_INSTANCE, ANY, Permissions.CREATE);
    }

    private void grantWatching(Role role) {
        grant(role.groupId(), Resources.APPLICATION, COCKPIT, Permissions.ACCESS);
        grant(
                role.groupId(),
                Resources.PROCESS_DEFINITION,
                ANY,
                ProcessDefinitionPermissions.READ,
                ProcessDefinitionPermissions.READ_INSTANCE,
                ProcessDefinitionPermissions.READ_TASK,
                ProcessDefinitionPermissions.READ_HISTORY);
        grant(role.groupId(), Resources.DECISION_DEFINITION, ANY, Permissions.READ, Permissions.READ_HISTORY);
        grant(role.groupId(), Resources.DECISION_REQUIREMENTS_DEFINITION, ANY, Permissions.READ);
        grant(role.groupId(), Resources.DEPLOYMENT, ANY, Permissions.READ);
    }

    private void grant(String groupId, Resource resource, String resourceId, Permission... permissions) {
        Authorization present = authorizationService
                .createAuthorizationQuery()
                .groupIdIn(groupId)
                .resourceType(resource)
                .resourceId(resourceId)
                .authorizationType(Authorization.AUTH_TYPE_GRANT)
                .singleResult();
        Authorization grant = present;
        if (grant == null) {
            grant = authorizationService.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
            grant.setGroupId(groupId);
            grant.setResource(resource);
            grant.setResourceId(resourceId);
        }
        for (Permission permission : permissions) {
            grant.addPermission(permission);
        }
        authorizationService.saveAuthorization(grant);
    }
}
