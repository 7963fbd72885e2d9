package io.firebreak.access;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The parts that people play in a crisis. Each is a group of users; its id is also what diagrams call it. */
public enum Role {
    COMMUNITY_MANAGER("communitymanager", "Community manager"),
    CRISIS_LEAD("crisislead", "Crisis lead"),
    AREA_OWNER("areaowner", "Area owner"),
    LEGAL("legal", "Legal"),
    SPOKESPERSON("spokesperson", "Spokesperson"),
    MANAGEMENT("management", "Management"),
    DESIGNER("designer", "Process designer");

    private final String groupId;
    private final String title;

    Role(String groupId, String title) {
        this.groupId = groupId;
        this.title = title;
    }

    /** The roles that work on cases. */
    public static List<Role> staff() {
        return List.of(COMMUNITY_MANAGER, CRISIS_LEAD, AREA_OWNER, LEGAL, SPOKESPERSON, MANAGEMENT);
    }

    /** The roles that watch all cases in Cockpit. */
    public static List<Role> watchers() {
        return List.of(CRISIS_LEAD, MANAGEMENT, DESIGNER);
    }

    public static Optional<Role> ofGroup(String groupId) {
        return Arrays.stream(values())
                .filter(role -> role.groupId.equals(groupId))
                .findFirst();
    }

    /** The group's id: letters only, because the engine takes nothing else. */
    public String groupId() {
        return groupId;
    }

    public String title() {
        return title;
    }
}
