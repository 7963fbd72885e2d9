package io.firebreak.roster.plan;

import io.firebreak.engine.Staff;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** This installation as it is now: the engine's users and groups, the settings, the files beside the plan. */
@Component
class EngineInstallation implements Installation {

    private static final String SECRETS = "firebreak.notification.secrets.";

    private final Staff staff;
    private final Environment environment;
    private final PlanFile file;

    EngineInstallation(Staff staff, Environment environment, PlanFile file) {
        this.staff = staff;
        this.environment = environment;
        this.file = file;
    }

    @Override
    public Map<String, Boolean> users(Collection<String> userIds) {
        Map<String, Boolean> users = new HashMap<>();
        staff.find(userIds).forEach(member -> users.put(member.userId(), member.mailAddress() != null));
        return users;
    }

    @Override
    public Set<String> groups() {
        return staff.groups();
    }

    @Override
    public Set<String> membersOf(String group) {
        return staff.membersOf(group);
    }

    /** Their settings belong to publishing, which is not asked: it would have to know the roster to be asked by it. */
    @Override
    public Set<String> channels() {
        return Binder.get(environment)
                .bind("firebreak.channels", Bindable.mapOf(String.class, Object.class))
                .orElse(Map.of())
                .keySet();
    }

    @Override
    public boolean hasSecret(String name) {
        String secret = environment.getProperty(SECRETS + name);
        return secret != null && !secret.isBlank();
    }

    @Override
    public Optional<byte[]> calendarFile(String name) {
        return file.beside(name);
    }
}
