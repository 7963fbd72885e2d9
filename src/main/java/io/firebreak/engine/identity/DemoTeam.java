package io.firebreak.engine.identity;

import io.firebreak.access.Role;
import io.firebreak.engine.identity.UserGroups.NewUser;
import java.util.List;
import org.camunda.bpm.engine.authorization.Groups;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The people of the demo. They exist in the profile "demo" alone, because everybody knows their password. */
@Component
@Profile("demo")
public class DemoTeam {

    static final String PASSWORD = "Firebreak-demo-1";

    private static final List<Member> MEMBERS = List.of(
            new Member("communitymanager", "Carla", "Marín", Role.COMMUNITY_MANAGER.groupId()),
            new Member("communitymanager2", "Tomasz", "Zieliński", Role.COMMUNITY_MANAGER.groupId()),
            new Member("crisislead", "Giulia", "Ferri", Role.CRISIS_LEAD.groupId()),
            new Member("crisislead2", "Piotr", "Nowak", Role.CRISIS_LEAD.groupId()),
            new Member("areaowner", "Pilar", "Ortega", Role.AREA_OWNER.groupId()),
            new Member("areaowner2", "Paolo", "Conti", Role.AREA_OWNER.groupId()),
            new Member("legal", "Zofia", "Lis", Role.LEGAL.groupId()),
            new Member("legal2", "Hugo", "Santos", Role.LEGAL.groupId()),
            new Member("spokesperson", "Anna", "Kowalska", Role.SPOKESPERSON.groupId()),
            new Member("spokesperson2", "Luca", "Rossi", Role.SPOKESPERSON.groupId()),
            new Member("management", "Beatriz", "Soler", Role.MANAGEMENT.groupId()),
            new Member("management2", "Krzysztof", "Lewandowski", Role.MANAGEMENT.groupId()),
            new Member("designer", "Nina", "Berg", Role.DESIGNER.groupId()),
            new Member("admin", "Olaf", "Stern", Groups.CAMUNDA_ADMIN));

    private final UserGroups userGroups;

    DemoTeam(UserGroups userGroups) {
        this.userGroups = userGroups;
    }

    public void ensure() {
        MEMBERS.forEach(member -> userGroups.ensureUser(
                new NewUser(
                        member.id(), member.firstName(), member.lastName(), member.id() + "@demo.invalid", PASSWORD),
                member.groupId()));
    }

    List<Member> members() {
        return MEMBERS;
    }

    record Member(String id, String firstName, String lastName, String groupId) {}
}
