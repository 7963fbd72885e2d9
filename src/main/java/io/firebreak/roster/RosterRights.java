package io.firebreak.roster;

import io.firebreak.access.Authorities;
import io.firebreak.access.Person;
import io.firebreak.access.Role;
import io.firebreak.engine.Staff;
import io.firebreak.rule.Refusal;
import io.firebreak.rule.TextRule;
import org.springframework.stereotype.Component;

/** Who may enter what about whom. */
@Component
class RosterRights {

    private final Staff staff;

    RosterRights(Staff staff) {
        this.staff = staff;
    }

    /** Whether somebody enters absences and duties of others: crisis leads, management and administrators. */
    static boolean isForOthers(Person person) {
        return person.isAny(Role.CRISIS_LEAD, Role.MANAGEMENT)
                || person.authorities().contains(Authorities.ADMINISTRATOR);
    }

    /**
     * @throws Refusal when it is about somebody else and the person is none of those who enter things about others
     */
    static void requireSelfOrForOthers(Person by, String about) {
        if (!by.actor().id().equals(about) && !isForOthers(by)) {
            throw Refusal.notAllowed(
                    "You can enter this for yourself; for others it is done by crisis leads, management and administrators.");
        }
    }

    /**
     * A user id of somebody who works on cases.
     *
     * @throws Refusal when it is missing, or nobody who does
     */
    String requireStaff(TextRule rule, String userId) {
        String id = rule.require(userId);
        if (id != null && Role.staff().stream().noneMatch(role -> staff.isAny(id, role))) {
            throw Refusal.invalid(
                    rule.field(),
                    "There is nobody with the id %s who works on cases; please give the id of a colleague."
                            .formatted(id));
        }
        return id;
    }
}
