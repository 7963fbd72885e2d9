package io.firebreak.engine.identity;

import io.firebreak.engine.identity.UserGroups.NewUser;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.authorization.Groups;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Sees to it that there is an administrator: without one, anybody who finds the engine's set-up page could become it.
 */
@Component
public class FirstAdministrator {

    private final UserGroups userGroups;
    private final String id;
    private final String password;
    private final String email;

    FirstAdministrator(
            UserGroups userGroups,
            @Value("${firebreak.admin.id:}") String id,
            @Value("${firebreak.admin.password:}") String password,
            @Value("${firebreak.admin.email:}") String email) {
        this.userGroups = userGroups;
        this.id = id;
        this.password = password;
        this.email = email;
    }

    /**
     * Makes the administrator that the environment names, unless there is one already.
     *
     * @throws NoAdministratorException when there is none and none can be made
     */
    public void ensure() {
        if (userGroups.hasMembers(Groups.CAMUNDA_ADMIN)) {
            return;
        }
        if (id.isBlank() || password.isBlank()) {
            throw new NoAdministratorException("There is no administrator yet.");
        }
        try {
            userGroups.ensureUser(
                    new NewUser(id, id, "Administrator", email.isBlank() ? null : email, password),
                    Groups.CAMUNDA_ADMIN);
        } catch (ProcessEngineException refused) {
            throw new NoAdministratorException(
                    "The administrator \"%s\" can't be made: %s.".formatted(id, refused.getMessage()));
        }
    }
}
