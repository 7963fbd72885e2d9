package io.firebreak.engine.identity;

import io.firebreak.access.Role;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.springframework.stereotype.Component;

/** Makes groups and users that are missing; leaves alone what is there. */
@Component
public class UserGroups {

    private final IdentityService identityService;

    UserGroups(IdentityService identityService) {
        this.identityService = identityService;
    }

    /** One group for each role, and the engine's own group of administrators. */
    public void ensureGroups() {
        for (Role role : Role.values()) {
            ensureGroup(role.groupId(), role.title(), "CRISIS");
        }
        ensureGroup(Groups.CAMUNDA_ADMIN, "Administrators", Groups.GROUP_TYPE_SYSTEM);
    }

    boolean hasMembers(String groupId) {
        return identityService.createUserQuery().memberOfGroup(groupId).count() > 0;
    }

    void ensureUser(NewUser wanted, String groupId) {
        if (identityService.createUserQuery().userId(wanted.id()).count() == 0) {
            User user = identityService.newUser(wanted.id());
            user.setFirstName(wanted.firstName());
            user.setLastName(wanted.lastName());
            user.setEmail(wanted.email());
            user.setPassword(wanted.password());
            identityService.saveUser(user);
        }
        if (identityService
                        .createUserQuery()
                        .userId(wanted.id())
                        .memberOfGroup(groupId)
                        .count()
                == 0) {
            identityService.createMembership(wanted.id(), groupId);
        }
    }

    private void ensureGroup(String id, String name, String type) {
        if (identityService.createGroupQuery().groupId(id).count() == 0) {
            Group group = identityService.newGroup(id);
            group.setName(name);
            group.setType(type);
            identityService.saveGroup(group);
        }
    }

    /** A person to be known to the engine. The password is in clear here and nowhere else. */
    record NewUser(String id, String firstName, String lastName, String email, String password) {

        @Override
        public String toString() {
            return "NewUser[" + id + "]";
        }
    }
}
